"""The words by which a paper is recognised, read from `content/` and checked before they are used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from dialogs.content.files import Mistakes
from dialogs.content.guide import Guide
from dialogs.content.months import check_months
from dialogs.content.shapes import Place, Shape, any_keys, choice, read, several, table, text

SIDES = ("strong", "weak", "against")
_POINTERS = (
    *("phrases", "compared", "beside", "to_come", "addenda", "unless"),
    *("waiting", "waited_for", "advice"),
)
ORDERS = ("", "day_first", "month_first")
FEWEST_BEFORE_A_STAR = 3
"""Letters: with fewer, a star stands for half of all words."""


def read_recognition(file: Path, guide: Guide) -> dict[str, Any]:
    """Read and check recognition.toml; as plain as JSON, for whoever recognises. Raises `ContentError`."""
    plain: dict[str, Any] = read(file, _shape({record.key for record in guide.records}))
    mistakes = Mistakes(file)
    loud = {"no_record.phrases": plain["no_record"]["phrases"]}
    loud |= {f"pointer.{key}": plain["pointer"][key] for key in ("phrases", "compared", "to_come")}
    for record, sides in plain["record"].items():
        lists = {side: sides[side] for side in SIDES}
        _different(mistakes, f"record.{record}", lists, "is also on another side")
        loud |= {f"record.{record}.{side}": phrases for side, phrases in lists.items()}
    _different(mistakes, "label", plain["label"], "is also a label of something else")
    _different(mistakes, "status", plain["status"], "is also another status")
    months = plain["dates"]["months"]
    _different(mistakes, "dates", {"months": [name for names in months for name in names]}, "is two months")
    check_months(mistakes, "dates.months", months, file.parent.name)
    everywhere = {*plain["place"]["joining"], *plain["page"]["of"]}
    for key, phrases in loud.items():
        for phrase in phrases:
            if set(phrase.split()) <= everywhere or len(phrase) == 1:
                mistakes.note(key, f"{phrase!r} stands on every paper")
    mistakes.settle()
    return plain


def _phrase(place: Place, value: Any) -> Any:
    words = value.removesuffix("*").split() if isinstance(value, str) else []
    if not words:
        return place.wrong(f"{value!r} should be a word or a phrase")
    if value != value.lower() or not all(word.isalnum() for word in words):
        return place.wrong(f"{value!r} must be small letters and digits, with spaces between words")
    if value.endswith("*") and len(words[-1]) < FEWEST_BEFORE_A_STAR:
        return place.wrong(f"{value!r} has a star after fewer than {FEWEST_BEFORE_A_STAR} letters")
    return value


def _word(place: Place, value: Any) -> Any:
    if _phrase(place, value) and (" " in value.strip() or value.endswith("*")):
        return place.wrong(f"{value!r} must be one word")
    return value


def _name(place: Place, value: Any) -> Any:
    if _phrase(place, value) and value.endswith("*"):
        return place.wrong(f"{value!r} must be a whole name")
    return value


def _lists(each: Shape, *keys: str) -> Shape:
    return table({key: several(each, least=1, of="words or phrases", distinct=True) for key in keys})


def _shape(records: Collection[str]) -> Shape:
    phrases, some = (several(_phrase, least, of="words or phrases", distinct=True) for least in (0, 1))
    words = text(most=40)
    sides = table(
        {"strong": some, "weak": phrases, "against": phrases},
        {
            **dict.fromkeys(("named", "headings", "inside", "unless"), phrases),
            "rows": choice("results", "doses", "markers"),
            "parts": several(some, least=3, of="lists of phrases"),
            "within": several(choice(*records), least=1, of="records", distinct=True),
        },
    )
    return table(
        {
            "record": any_keys(sides, least=1, known=records, where="a record of the guide"),
            "no_record": _lists(_phrase, "phrases", "titles"),
            "rows": table(
                {
                    **dict.fromkeys(("title_headings", "taken", "found"), phrases),
                    **dict.fromkeys(("result_units", "markers"), several(words, 1, of="words", distinct=True)),
                    **dict.fromkeys(
                        ("dose_units", "between", "methods"), several(_word, least=1, of="words", distinct=True)
                    ),
                }
            ),
            "label": _lists(
                *(_phrase, "patient", "born", "examined", "reported", "dated", "status", "other"),
                *("identifier", "specimen", "number", "doctor", "former", "study", "family", "given", "visited"),
            ),
            "spelling": table(
                {
                    "words": several(several(_name, least=2, of="spellings"), of="lists of spellings"),
                    "left_out": several(_word, of="words", distinct=True),
                }
            ),
            "study": table({"kinds": some, "never": several(_word, of="words", distinct=True)}),
            "status": _lists(_phrase, "preliminary", "final", "amended"),
            "pointer": table(
                {
                    **dict.fromkeys(_POINTERS, phrases),
                    "denials": several(_word, least=1, of="words", distinct=True),
                    "record": any_keys(phrases, least=1, known=records, where="a record of the guide"),
                }
            ),
            "place": table(
                {
                    "endings": some,
                    **dict.fromkeys(("never_first", "joining"), several(_word, of="words", distinct=True)),
                },
                {"beginnings": some},
            ),
            "name": _lists(_word, "titles", "particles", "never"),
            "page": _lists(_word, "words", "of"),
            "dates": table(
                {
                    "months": several(several(_name, least=1, of="names", distinct=True), 12, 12, of="lists of names"),
                    **dict.fromkeys(("with", "at", "by", "another"), several(_word, of="words", distinct=True)),
                    **dict.fromkeys(("order", "dotted_order"), choice(*ORDERS)),
                }
            ),
        }
    )


def _different(mistakes: Mistakes, where: str, lists: Mapping[str, Iterable[str]], problem: str) -> None:
    """No phrase stands in two lists."""
    seen: dict[str, str] = {}
    for key, phrases in lists.items():
        for phrase in phrases:
            if phrase in seen:
                mistakes.note(f"{where}.{key}", f"{phrase!r} {problem}")
            seen[phrase] = key
