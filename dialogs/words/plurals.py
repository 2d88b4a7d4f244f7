"""A number with what it counts, as a language says it: each has its own forms, which the Unicode CLDR names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.numbers import format_decimal

from dialogs.content.shapes import Place, Shape, table, text

OTHER = "other"
NUMBER = "{number}"
_NAMES_ONE_NUMBER = frozenset({"zero", "one", "two"})
"""Forms that may do without the number: "a file", "two files" in one word."""
_COUNTED = range(1001)
"""What is counted here; a form for millions alone is not asked for."""


@lru_cache(maxsize=16)
def forms_of(language: str) -> tuple[str, ...]:
    """The forms that a language has for the numbers we count with, "other" the last."""
    rule = Locale.parse(language).plural_form
    return (*sorted({rule(number) for number in _COUNTED} - {OTHER}), OTHER)


def counted(language: str, forms: Mapping[str, str], number: int) -> str:
    """The number in the form that it takes, such as "1 file" or "3 files"."""
    form = forms.get(Locale.parse(language).plural_form(number), forms[OTHER])
    return form.replace(NUMBER, format_decimal(number, locale=language))


def forms_shape(language: str) -> Shape:
    """What an author writes of one thing: a line for each form of the language."""
    needed = dict.fromkeys(forms_of(language), text(may_fill=("number",)))
    also = dict.fromkeys(Locale.parse(language).plural_form.tags, text(may_fill=("number",)))
    shape = table(needed, also)

    def checked(place: Place, value: Any) -> Any:
        found = shape(place, value)
        if isinstance(found, Mapping) and any(NUMBER in (each or "") for each in found.values()):
            for name, form in found.items():
                if form and NUMBER not in form and name not in _NAMES_ONE_NUMBER:
                    place.at(name).wrong("needs {number}: it is said of several numbers")
        return found

    return checked


def in_forms_of(language: str, words: Mapping[str, Any]) -> dict[str, Any]:
    """The words of another language, in the forms of this: all of them as the other says it of many."""
    forms = forms_of(language)
    counts = {thing: {form: said.get(form, said[OTHER]) for form in forms} for thing, said in words["count"].items()}
    return {**words, "count": counts}
