"""The letters of one language, read from their folder in `content/` and checked before anyone signs one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dialogs.content.files import Mistakes, Reading, raise_all, read_toml
from dialogs.content.guide import LETTERS
from dialogs.content.shapes import Place, Shape, any_keys, choice, flag, read, several, table, tables, text, whole
from dialogs.content.whose import filled
from dialogs.letters import BACK, BY_COUNTRY, COUNTRIES, LISTS, Blank, Letter, Letters, Part

FILES = tuple(f"{kind}.toml" for kind in (*LETTERS, BACK, "labels"))
_HOLDS = ("blanks", "choices", "points", "list", "rule")

_SENTENCES = several(text(), of="sentences")
_SOME_SENTENCES = several(text(), least=1, of="sentences")
_FEW = whole(0, 6)


def _part(place: Place, value: Any) -> Any:
    found = _PART(place, value)
    if isinstance(value, Mapping) and (
        sum(key in value for key in _HOLDS) > 1 or not any(key in value for key in ("say", *_HOLDS))
    ):
        place.wrong(f"needs words to say or one of {', '.join(sorted(_HOLDS))}")
    return found


def _rule(place: Place, value: Any) -> Any:
    elsewhere = isinstance(value, Mapping) and value.get("country") == "other"
    quoted: dict[str, Shape] = {"source": _address, "reviewed_by": text(empty=True)}
    says: dict[str, Shape] = {"country": choice(*COUNTRIES), "says": text(lines=True)}
    return (table(says, quoted) if elsewhere else table(says | quoted))(place, value)


def _address(place: Place, value: Any) -> Any:
    if not isinstance(value, str) or not value.startswith("https://"):
        return place.wrong("needs the address of the page that states the rule, with https://")
    return value


_PART = table(
    {},
    {
        "heading": text(),
        "say": text(lines=True),
        "blanks": _SOME_SENTENCES,
        "choices": _SOME_SENTENCES,
        "points": _SOME_SENTENCES,
        "list": choice(*LISTS),
        "rule": flag,
        "spare": _FEW,
    },
)
_SIGNED: Mapping[str, Shape] = {"reviewed_by": text(empty=True), "title": text(), "part": tables(_part, "part")}
_LETTER = table(
    {**_SIGNED, "sender": _SOME_SENTENCES, "greeting": text(), "closing": text(), "phone": _SOME_SENTENCES},
    {"to": _SENTENCES, "sign": _SENTENCES, "rule": tables(_rule, "rule")},
)
_BACK = table({**_SIGNED, "file_name": text(ending=".pdf"), "intro": text(lines=True), "foot": text(lines=True)})
_CALLED: Mapping[str, Shape] = dict.fromkeys(COUNTRIES, text())
_LABELS = table(
    {
        "to": text(),
        "sign": _SOME_SENTENCES,
        "file_name": text(ending=".pdf"),
        "blank": any_keys(table({"label": text(empty=True)}, {"lines": whole(1, 6), **_CALLED}), least=1),
    }
)


def read_letters(folder: Path, whose: Mapping[str, str], english: Letters | None = None) -> Letters:
    """Read and check the letters of one language, `whose` filled in. Raises `ContentError` naming file and key.

    `english`: what is written meanwhile in a language that has not all of them yet.
    """
    reading = Reading()
    if english and not all((folder / file).exists() for file in FILES):
        return english

    def read_one(name: str, shape: Shape) -> Any:
        file = folder / f"{name}.toml"
        return read(file, shape, filled(read_toml(file), whose))

    shared = reading.of(read_one, "labels", _LABELS)
    letters = {kind: reading.of(read_one, kind, _LETTER) for kind in LETTERS}
    page = reading.of(read_one, BACK, _BACK)
    reading.settle()
    blanks = {key: _blank(each) for key, each in shared["blank"].items()}
    mistakes: list[Mistakes] = []
    kinds: dict[str, Letter] = {}
    for kind, plain in letters.items():
        file = folder / f"{kind}.toml"
        rules = {rule["country"]: rule["says"].strip() for rule in plain.get("rule", ())}
        mistakes += [_blanks_are_known(file, plain, blanks), _rules_are_whole(file, kind, plain, rules)]
        kinds[kind] = _letter(plain, rules)
    mistakes.append(_blanks_are_known(folder / f"{BACK}.toml", page, blanks))
    raise_all(each for noted in mistakes for each in noted.noted)
    return Letters(
        kinds=kinds,
        back=_letter(page | {"greeting": page["intro"], "closing": page["foot"]}, {}),
        blanks=blanks,
        to=shared["to"].strip(),
        sign=tuple(shared["sign"]),
        file_name=shared["file_name"],
        back_file_name=page["file_name"],
    )


def _blank(plain: Mapping[str, Any]) -> Blank:
    called = {country: plain[country].strip() for country in COUNTRIES if country in plain}
    return Blank(plain["label"].strip(), plain.get("lines", 1), called)


def _letter(plain: Mapping[str, Any], rules: Mapping[str, str]) -> Letter:
    return Letter(
        title=plain["title"].strip(),
        to=tuple(plain.get("to", ())),
        sender=tuple(plain.get("sender", ())),
        greeting=plain["greeting"].strip(),
        closing=plain["closing"].strip(),
        phone=tuple(plain.get("phone", ())),
        parts=tuple(_filled_part(part) for part in plain["part"]),
        rules=rules,
        sign=tuple(plain.get("sign", ())),
    )


def _filled_part(part: Mapping[str, Any]) -> Part:
    def stripped(value: Any) -> Any:
        return tuple(value) if isinstance(value, list) else value.strip() if isinstance(value, str) else value

    return Part(**{key: stripped(value) for key, value in part.items()})


def _blanks_are_known(file: Path, plain: Mapping[str, Any], blanks: Mapping[str, Blank]) -> Mistakes:
    mistakes = Mistakes(file)
    lists = {"sender": plain.get("sender", ())}
    lists |= {f"part {number}.blanks": part.get("blanks", ()) for number, part in enumerate(plain["part"], start=1)}
    for where, keys in lists.items():
        for key in keys:
            if key not in blanks:
                mistakes.note(where, f"{key!r} has no [blank.{key}] in labels.toml")
    return mistakes


def _rules_are_whole(file: Path, kind: str, plain: Mapping[str, Any], rules: Mapping[str, str]) -> Mistakes:
    """A letter that depends on the country has a rule for each and a place for it; another has neither."""
    mistakes = Mistakes(file)
    if len(rules) < len(plain.get("rule", ())):
        mistakes.note("rule", "there are two for one country")
    for country in COUNTRIES if kind in BY_COUNTRY else ():
        if country not in rules:
            mistakes.note("rule", f"has none for {country!r}")
    if rules and kind not in BY_COUNTRY:
        mistakes.note("rule", "this letter is written without asking for a country")
    if bool(rules) != (sum(part.get("rule", False) for part in plain["part"]) == 1):
        mistakes.note("rule", "needs one part with rule = true, and a [[rule]] for each country")
    return mistakes
