"""Read the profiles of `content/destinations/`: one file a destination, without a sentence; each line has a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from dialogs.content.files import ContentError, Mistakes, Reading, is_passed_over, read_toml
from dialogs.content.guide import KEY, Guide, key_shape
from dialogs.content.phrases import plain_phrase
from dialogs.content.profile import ABOUT, WANTED, About, Profile, Wish
from dialogs.content.shapes import Place, Shape, address, choice, day, flag, read, several, table, tables, text, whole
from dialogs.letters import COUNTRIES

FOLDER = "destinations"
NAMES = ("called", "perhaps", "unlike")
"""What it is called, what it may be called, and what others are called: as a `Profile` has them."""
LONGEST_KEY = 24
"""Characters: a key goes along with a button."""


def read_destinations(folder: Path, guide: Guide) -> dict[str, Profile]:
    """Every profile by its key, which is the name of its file; none where there is no such folder.

    Raises `ContentError` with every mistake, each named by file and key: a record that the guide does not have, a line
    without its source, a record both wanted and not wanted, a name that two destinations go by.
    """
    if not folder.is_dir():
        return {}
    reading = Reading()
    files = [each for each in sorted(folder.iterdir()) if not is_passed_over(each)]
    profiles = [profile for each in files if (profile := reading.of(read_destination, each, guide))]
    reading.mistakes += _named_twice(folder, profiles)
    reading.settle()
    return {each.key: each for each in profiles}


def read_destination(file: Path, guide: Guide) -> Profile:
    """Read and check one profile. Raises `ContentError` naming every key that is wrong."""
    if file.suffix != ".toml" or file.is_dir():
        raise ContentError(file, "file", "is not a file the bot reads: one TOML file for each destination")
    if not KEY.fullmatch(file.stem) or len(file.stem) > LONGEST_KEY:
        rule = f"of small letters, digits and _, at most {LONGEST_KEY}, a letter first"
        raise ContentError(file, "file", f"should have a name {rule}: it is the destination's key, for ever")
    records = (*(record.key for record in guide.records), *guide.retired)
    known = read(file, _profile(records), _with_their_page(read_toml(file)))
    mistakes = Mistakes(file)
    if known.get("perhaps") and not known.get("called"):
        mistakes.note(
            "perhaps", "what is it called then? Its first name in `called` is put in place of what was written"
        )
    wishes = tuple(
        _wish(mistakes, known["review_by"], about, at, row)
        for about in ABOUT
        for at, row in enumerate(known.get(about, ()), start=1)
    )
    _check_against_itself(mistakes, wishes, guide)
    mistakes.settle()
    asked = (_without(each, guide.retired) for each in wishes)
    names = {each: tuple(known.get(each, ())) for each in NAMES}
    return Profile(file.stem, known["country"], wishes=tuple(each for each in asked if each.what), **names)


def _with_their_page(written: Mapping[str, Any]) -> dict[str, Any]:
    """The page and the day at the head of a file stand for every line that has none of its own."""
    page = {key: written[key] for key in ("source", "seen") if key in written}
    filled = dict(written)
    for about in ABOUT:
        if isinstance(rows := written.get(about), list):
            filled[about] = [{**page, **row} if isinstance(row, Mapping) else row for row in rows]
    return filled


def _without(wish: Wish, retired: tuple[str, ...]) -> Wish:
    """What is wished but for records that nobody is asked for any more."""
    if wish.about != "records":
        return wish
    return replace(wish, what=tuple(record for record in wish.what if record not in retired))


def _wish(mistakes: Mistakes, review_by: date, about: About, at: int, row: Mapping[str, Any]) -> Wish:
    wish = Wish(
        about,
        tuple(row["what"]),
        row["source"],
        row["seen"],
        row.get("review_by", review_by),
        row.get("wanted", WANTED[0]),
        row.get("months", 0),
        tuple(row.get("days", ())),
        row.get("unsure", False),
    )
    if wish.review_by <= wish.seen:
        where = "review_by" if "review_by" in row else "seen"
        mistakes.note(f"{about} {at}.{where}", f"seen on {wish.seen}, and to be looked at again by {wish.review_by}")
    if wish.months and wish.wanted == "no":
        mistakes.note(f"{about} {at}.months", "how recent should a record be that is not wanted?")
    if wish.days != tuple(sorted(wish.days)):
        mistakes.note(f"{about} {at}.days", "the fewest first, then the most")
    return wish


def _check_against_itself(mistakes: Mistakes, wishes: tuple[Wish, ...], guide: Guide) -> None:
    """Nothing is wanted and not wanted, and of what is not wanted it is not said how it should come."""
    seen = dict[tuple[str, str], str]()
    for about in ABOUT:
        for at, wish in enumerate((each for each in wishes if each.about == about), start=1):
            for what in wish.what:
                if (about, what) in seen:
                    before = seen[about, what]
                    clash = f" as wanted = {before!r}" if before != wish.wanted else ""
                    mistakes.note(f"{about} {at}.what", f"{what!r} stands there already{clash}: which is right?")
                seen.setdefault((about, what), wish.wanted)
    lent = next((record.key for record in guide.records if record.loan), "")
    for about, record in (("images", guide.scan_images), ("slides", lent)):
        if seen.get(("records", record)) == "no" and any(wish.about == about for wish in wishes):
            mistakes.note(
                f"{about} 1.what", f"says how {record!r} should come, which [[records]] says they do not want"
            )


def _named_twice(folder: Path, profiles: list[Profile]) -> list[ContentError]:
    taken, mistakes = dict[str, str](), list[ContentError]()
    for each in profiles:
        for name in each.called:
            other = taken.setdefault(plain_phrase(name), each.key)
            if other != each.key:
                mistakes.append(ContentError(folder / f"{each.key}.toml", "called", f"{name!r} is {other} already"))
    return mistakes


def _name(place: Place, value: Any) -> Any:
    name = text()(place, value)
    if isinstance(name, str) and len(plain_phrase(name).replace(" ", "")) < 3:
        return place.wrong(f"{value!r} is too short to be sure of: three letters at least")
    return name


def _profile(records: tuple[str, ...]) -> Shape:
    found = {"source": address("https", "http"), "seen": day}
    may: dict[str, Shape] = {"review_by": day, "unsure": flag}

    def record(place: Place, value: Any) -> Any:
        known = ", ".join(records)
        return value if value in records else place.wrong(f"{value!r} is not a record of guide.toml: {known}")

    def of(each: Shape, of: str) -> Shape:
        return several(each, least=1, of=of, distinct=True)

    words = of(key_shape, "words of [wish]")
    asked = table({"what": words, **found}, {"wanted": choice(*WANTED[:2]), **may})
    plainly = table({"what": words, **found}, may)
    wishes: dict[str, Shape] = {
        "records": tables(
            table(
                {"what": of(record, "records"), "wanted": choice(*WANTED), **found},
                {"months": whole(1, 60, of=" of months"), **may},
            ),
            "records",
        ),
        "papers": tables(asked, "papers"),
        "opinion": tables(
            table({"what": words, **found}, {"days": several(whole(1, 365), least=2, most=2, of="two numbers"), **may}),
            "opinion",
        ),
        **{about: tables(plainly, about) for about in ("images", "slides", "sending", "not_for")},
    }
    may_be = {**dict.fromkeys(NAMES, of(_name, "names")), **found, **wishes}
    return table({"country": choice(*COUNTRIES), "review_by": day}, may_be)
