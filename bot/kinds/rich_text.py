"""Rich text (RTF 1.9.1): what it says, with its tables, heads, footnotes and pictures, as older programs save it.

A library that strips it (striprtf) leaves heads and footnotes out, and shows as words what was struck out or deleted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.kinds.blocks import Loss, Manuscript, Run
from bot.kinds.pictures_inside import PicturesInside
from bot.kinds.rich_text_groups import Group
from bot.kinds.rich_text_paragraphs import PLACES, Paragraphs
from bot.kinds.rich_text_signs import BOXES, CHARSETS, FEET, MARGINS, QUIET, SIGNS, SILENT, SYMBOL
from bot.kinds.word_signs import UNKNOWN, shown
from bot.kinds.worded import Torn, worded

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z'])"
    r"|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)|."
)
MOST_GROUPS = 1_000
"""Groups within one another."""
_PICTURE_HEX = re.compile(r"[0-9A-Fa-f\s]+")
_VECTORS = frozenset({"wmetafile", "emfblip", "macpict", "pmmetafile", "dibitmap", "wbitmap"})


def read(data: bytes) -> Manuscript | None:
    """What rich text says; None if it is none. Raises `Torn`."""
    if data.lstrip()[:5] != b"{\\rtf":
        return None
    reading = _Reading(data.decode("latin-1"))
    reading.read()
    return reading.contents()


@dataclass
class _Reading:
    text: str
    groups: list[Group] = field(default_factory=lambda: [Group()])
    said: Paragraphs = field(default_factory=Paragraphs)
    lost: set[Loss] = field(default_factory=set)
    pictures: PicturesInside = field(default_factory=PicturesInside)
    fonts: dict[int, tuple[int, str]] = field(default_factory=dict)
    """The set of letters of each font, and its name."""
    code_page: str = "cp1252"
    notes: int = 0
    _bytes: bytearray = field(default_factory=bytearray)
    _picture: list[str] = field(default_factory=list)
    _high: int = 0
    _leave: int = 0

    def read(self) -> None:
        """From the first brace to the last. Raises `Torn` if it ends in the middle of nothing."""
        at = 0
        while token := _TOKEN.match(self.text, at):
            at = token.end()
            group = self.groups[-1]
            if token["hex"] is None:
                self._letters()
            if brace := token["brace"]:
                self._brace(brace)
                if not self.groups:
                    break
                continue
            if word := token["word"]:
                number = int(token["number"]) if token["number"] else None
                at += max(0, number or 0) if word == "bin" else 0
                self._word(word, number)
            elif token["hex"] is not None:
                self._byte(token["hex"])
            elif sign := token["sign"]:
                self._sign(sign)
            elif letters := token["text"]:
                self._plain(letters)
            group.is_fresh = group.is_fresh and (token["sign"] == "*" or token[0].isspace())
        self._letters()
        self.said.end()

    def contents(self) -> Manuscript:
        self.lost |= {"pictures"} if self.pictures.lost else set()
        blocks = self.said.blocks()
        is_cut = len(self.groups) > 1  # it ends within a group
        if is_cut and not blocks and not self.pictures.kept:
            raise Torn
        return Manuscript(blocks, frozenset(self.lost), tuple(self.pictures.kept), mended=is_cut)

    # What tokens do

    def _brace(self, brace: str) -> None:
        self._leave = 0  # what older programs show instead ends with its group
        if brace == "{":
            if len(self.groups) > MOST_GROUPS:
                raise Torn
            self.groups.append(replace(self.groups[-1], starred=False, is_fresh=True))
            return
        left = self.groups.pop()
        around = self.groups[-1].where if self.groups else "main"
        if left.where == "picture" and around != "picture":
            self._end_picture()
        if left.where != around and left.where in PLACES:
            self.said.end_paragraph(left.where)

    def _word(self, word: str, number: int | None) -> None:
        group = self.groups[-1]
        if group.starred or word in SILENT or word in QUIET or word in BOXES or word == "pict":
            if group.begins(word):
                self._picture = [] if word == "pict" else self._picture
                return
            group.starred = False
        on = number != 0
        match word:
            case "par" | "sect" | "page":
                self.said.end_line(self._where())
            case "cell":
                self.said.end_cell(self._where())
            case "row":
                self.said.end_row()
            case "pard" | "sectd":
                self.said.in_table = False
            case "intbl":
                self.said.in_table = True
            case "plain":
                group.look, group.is_away = "", False
            case "strike" | "striked":
                group.look = "struck" if on else ""
            case "super" | "sub" | "nosupersub":
                group.look = {"super": "raised", "sub": "lowered"}.get(word, "") if on else ""  # type: ignore[assignment]
            case "v" | "deleted":
                group.is_away = on
                self.lost |= {"hidden" if word == "v" else "changes"} if on else set()
            case "f":
                group.font = number or 0
            case "fcharset" if group.where == "fonts":
                self.fonts[group.font] = (number or 0, "")
            case "ansicpg":
                self.code_page = f"cp{number}" if number else self.code_page
            case "mac":
                self.code_page = "mac_roman"
            case "uc":
                group.skipped = max(0, min(number or 0, 10))
            case "u":
                self._unicode((number or 0) % 0x10000)
            case "footnote":
                self._note(group)
            case "annotation":
                group.where = "remark"
                self.lost.add("comments")
            case name if name in MARGINS or name in FEET:
                group.where = "head" if name in MARGINS else "foot"
            case name if name in _VECTORS and group.where == "picture":
                self._picture.append("vector")
            case name if name in SIGNS:
                self._say(SIGNS[name])

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.groups[-1].starred = self.groups[-1].is_fresh
        elif sign in "\r\n":
            self.said.end_line(self._where())
        elif sign in SIGNS:
            self._say(SIGNS[sign])

    def _note(self, group: Group) -> None:
        self.notes += 1
        self._say(f"[{self.notes}]")
        group.where = "note"
        self._say(f"[{self.notes}] ")

    def _byte(self, two: str) -> None:
        if self._leave:
            self._leave -= 1
        else:
            self._bytes.append(int(two, 16))

    def _letters(self) -> None:
        """Bytes that stood one after another are letters together: many scripts need two for one."""
        if self._bytes:
            said, self._bytes = bytes(self._bytes), bytearray()
            self._say(self._decoded(said))

    def _plain(self, letters: str) -> None:
        group = self.groups[-1]
        if group.where == "picture":
            self._picture.append(letters)
        elif group.where == "fonts":
            charset, name = self.fonts.get(group.font, (0, ""))
            self.fonts[group.font] = (charset, name + letters.split(";")[0])
        elif group.where in PLACES:
            left, self._leave = letters[self._leave :], max(0, self._leave - len(letters))
            self._say(left if left.isascii() else self._decoded(left.encode("latin-1")))

    def _decoded(self, said: bytes) -> str:
        charset, _ = self.fonts.get(self.groups[-1].font if self.groups else 0, (0, ""))
        page = CHARSETS.get(charset, self.code_page) if charset else self.code_page
        try:
            return said.decode(page, "replace")
        except LookupError:
            return said.decode("cp1252", "replace")

    def _unicode(self, number: int) -> None:
        """A number of UTF-16: two of them may be one sign."""
        self._leave = self.groups[-1].skipped
        if 0xD800 <= number < 0xDC00:
            self._high = number
        elif 0xDC00 <= number < 0xE000:
            if self._high:
                self._say(chr(0x10000 + ((self._high - 0xD800) << 10) + number - 0xDC00))
            self._high = 0
        else:
            self._say(chr(number))

    def _say(self, text: str) -> None:
        group = self.groups[-1] if self.groups else Group()
        if group.where not in PLACES or group.is_away or not text:
            return
        charset, name = self.fonts.get(group.font, (0, ""))
        if charset == SYMBOL or any(0xE000 <= ord(each) <= 0xF8FF for each in text):
            text = shown(text, name.strip() or "Symbol")
            self.lost |= {"signs"} if UNKNOWN in text else set()
        self.said.say(group.where, Run(text, group.look))

    def _where(self) -> str:
        """Where the letters go now; empty: nowhere."""
        where = self.groups[-1].where if self.groups else "main"
        return where if where in PLACES else ""

    def _end_picture(self) -> None:
        said, self._picture = "".join(self._picture), []
        content = bytes.fromhex(said) if _PICTURE_HEX.fullmatch(said) and len("".join(said.split())) % 2 == 0 else b""
        self.pictures.take(content)


KIND = worded("rtf", read)
