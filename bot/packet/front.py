"""What the first pages say of the files: contents, timeline, and what is not there or is shown in another way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.packet.binding import Binding
from bot.packet.sections import Place, Plan

MOST_LEFT_OUT = 4
"""Files named on the first page as left out; where there are more, all of them stand behind the contents."""


@dataclass(frozen=True)
class Front:
    """The first pages of one part, once everything is bound."""

    plan: Plan
    binding: Binding
    places: Mapping[int, Place]
    part: int

    def contents(self) -> list[Place]:
        """Every report under its record; what the patient wrote stands before them."""
        own_words, entries = self.plan["book"]["own_words"], list[Place]()
        if own_words["entries"]:
            entries.append({"kind": "record", "title": own_words["heading"]})
            for number, each in enumerate(own_words["entries"]):
                entries.append({"kind": "own", "title": each["title"], "number": number})
        for record in self.plan["records"]:
            entries.append({"kind": "record", "title": record["title"]})
            for report in record["reports"]:
                entries.append(self.entry(report))
                if any(file in self.binding.discs and file in self.places for file in report["files"]):
                    entries.append({**entries[-1], "note": self.plan["words"]["in_archive"], "goes": ""})
        return entries

    def entry(self, report: Plan) -> Place:
        """One report: what it is, where and when it was made, and where it begins."""
        said = {"title": report["title"], "line": report["line"], "at": report["place"], "day": report["day"]}
        return {"kind": "file", **said, **self._where(report["files"])}

    def lists(self) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
        """The lists of the first page, and those behind the contents."""
        words, left_out, drawn = self.plan["words"], self._left_out(), self._drawn()
        first, behind = list(self.plan["lists"]), list[Mapping[str, Any]]()
        if left_out:
            listed = {"heading": words["left_out_heading"], "items": left_out, "empty": ""}
            if rest := len(left_out[MOST_LEFT_OUT:]):
                behind.append(listed)
                said = str(words["more_on_page"]).replace("{number}", str(rest))
                listed = {**listed, "items": left_out[:MOST_LEFT_OUT], "more": said}
            first.append(listed)
        if drawn:
            behind.append({"heading": words["drawn_heading"], "items": drawn, "empty": ""})
        return first, behind

    def _where(self, files: Iterable[int]) -> Place:
        """Where the first of these files begins that has pages; if none has, why."""
        for file in files:
            if file in self.places:
                where = self.places[file]
                goes = f"packet:{file}" if where["part"] == self.part else ""
                return {"note": "", "goes": goes, "part": where["part"], "place": where["place"]}
        reason = self.binding.left_out.get(next(iter(files)), "unreadable")
        note = self.plan["words"]["in_archive" if reason == "disc" else "left_out"]
        return {"note": note, "goes": "", "part": 0, "place": 0}

    def _left_out(self) -> list[Mapping[str, str]]:
        """What could not be packed, and why."""
        reasons, files = self.plan["words"]["reason"], self.plan["files"]
        left_out = sorted(self.binding.left_out.items())
        named = [{"title": files[file]["title"], "note": reasons[why]} for file, why in left_out if why != "disc"]
        return [*named, *self.plan["refused"]]

    def _drawn(self) -> list[Mapping[str, str]]:
        """Which pages are pictures of what they were."""
        said, files, left_out = str(self.plan["words"]["drawn_pages"]), self.plan["files"], self.binding.left_out
        return [
            {"title": files[file]["title"], "note": said.replace("{pages}", ranges(pages))}
            for file, pages in sorted(self.binding.drawn.items())
            if pages and file not in left_out
        ]


def ranges(pages: Iterable[int]) -> str:
    """Pages counted from 0, as a reader counts them: "1–3, 7"."""
    found: list[list[int]] = []
    for page in sorted(pages):
        if found and page == found[-1][1]:
            found[-1][1] = page + 1
        else:
            found.append([page + 1, page + 1])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)
