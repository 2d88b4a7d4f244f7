"""The cards that must not wait. Each was written beforehand, stands alone, and nothing that comes after changes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from babel.core import get_global

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.countries import TERRITORIES
from dialogs.effects import Button, Keyboard, Say, aside
from dialogs.understanding.safety import URGENT, Heard

UNWELL, MAYBE = "unwell", "maybe_urgent"
CARDS = frozenset({*(kind.value for kind in URGENT), MAYBE, UNWELL})
NEUTRAL = {"call_team": "errand_call_team", UNWELL: "errand_unwell"}
"""What is said instead to somebody who may not know of an illness: whoever helps, or whom we cannot tell."""
HELP: Button = aside(UNWELL)
"""Below every message that may have been misunderstood."""
HELP_DATA = HELP.data
HERE: Keyboard = ((aside("here", "to_my_place"),),)
"""Back to the very step, wherever that is, by a new message."""
ABOUT_RECORDS: Keyboard = ((aside("here", "about_records"),),)


def sure(heard: Heard, line: str = "", country: str = "", buttons: Keyboard = ABOUT_RECORDS) -> Say:
    """The card of what was said plainly; one tap leads back. `line`: in the language it was said in."""
    return Say(heard.kind.value, {"line": line, "country": country}, buttons, stays=True)


def unsure(line: str = "", text: int = 0, back: Keyboard = HERE) -> Say:
    """The card of what may be meant. `text`: the number under which the words are kept, to be used as typed, or 0."""
    use: Keyboard = ((aside("text/records", "about_records", text),),) if text else ()
    buttons = ((aside(UNWELL, "help_now"),), *use, *back)
    return Say(MAYBE, {"line": line, "kept": bool(text)}, buttons, stays=True)


def unwell(lines: Iterable[str] = (), country: str = "", back: Keyboard = HERE) -> Say:
    """Where help is, for whoever asks. `lines`: the same in short, in each language that may be theirs."""
    return Say(UNWELL, {"lines": tuple(lines), "country": country}, back, stays=True)


def lines_for(lines: Mapping[str, str], language: str) -> tuple[str, ...]:
    """Of the lines of all languages those that a person may need: that of their own; all, if nobody knows theirs."""
    own = language.casefold().partition("-")[0]
    return tuple(lines.values()) if not own else tuple(line for each, line in lines.items() if each == own)


def neutral(say: Say) -> Say:
    """The same card, naming no illness."""
    return replace(say, name=NEUTRAL.get(say.name, say.name))


def country_of(case: Case) -> str:
    """The country whose numbers come first (ISO 3166), empty if it is not known.

    Where the patient's clock is goes before where their hospital is: whoever lives in Spain may ask one in the USA.
    """
    territory: str = get_global("zone_territories").get(case.zone, "")
    return territory or TERRITORIES.get(case.country, "")
