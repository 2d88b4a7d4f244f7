"""Groups of rich text: which hold words, and which are for programs alone (RTF 1.9.1, destinations)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.kinds.blocks import Look
from bot.kinds.rich_text_signs import BOXES, QUIET, SILENT


@dataclass(slots=True)
class Group:
    """What stands between two braces: where its words go and how they look."""

    where: str = "main"
    """main, head, foot, note, silent, quiet, picture, fonts, remark."""
    look: Look = ""
    is_away: bool = False
    """Hidden, or deleted while changes were tracked."""
    font: int = 0
    skipped: int = 1
    """Letters after each Unicode number that older programs show instead."""
    starred: bool = False
    is_fresh: bool = True
    """Nothing stands in it yet: only there a star says that a group is of another use."""

    def begins(self, word: str) -> bool:
        """Whether a word begins a group of another use; unknown ones that are starred are for programs."""
        if self.where in ("silent", "remark"):
            return True
        if word == "pict":
            self.where = "picture"
        elif word == "fonttbl":
            self.where = "fonts"
        elif word in BOXES and self.where == "quiet":
            self.where = "main"
        elif word in SILENT:
            self.where = "silent"
        elif word in QUIET:
            self.where = "quiet" if word != "object" else self.where
        elif word in ("pntext", "listtext", "footnote", "annotation") or word in BOXES:
            return False
        else:
            self.where = "silent"
        self.starred = False
        return True
