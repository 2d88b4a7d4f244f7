"""Which words every language must have: what words.toml is checked against before the bot starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dialogs.asides import MENU
from dialogs.case.document import WAYS_OUT
from dialogs.case.opinion import OUTCOMES
from dialogs.case.request import HOWS
from dialogs.checklist.checklist import GROUP_OF, GROUPS
from dialogs.content.files import Mistakes, read_toml
from dialogs.content.guide import LETTERS, Guide
from dialogs.content.language import SOURCE
from dialogs.content.profile import ABOUT, WANTED
from dialogs.content.shapes import Place, Shape, any_keys, read, several, table, text, whole
from dialogs.content.whose import filled, laid_over
from dialogs.roads.deliveries.changes import KINDS as KINDS_SENT
from dialogs.roads.deliveries.screens import WAYS
from dialogs.roads.every import BUTTONS
from dialogs.roads.keeping.accesses import KINDS
from dialogs.roads.the_date.calendar import EVENTS
from dialogs.understanding.suggestions import UNCLEAR
from dialogs.ways import NEWS
from dialogs.words.fillings import ENDINGS, FILLED
from dialogs.words.page_words import EXPORT, LEFT_OUT, LOST, MODALITIES, PACKET, PATIENT, SHEET, WHY
from dialogs.words.plurals import forms_shape, in_forms_of
from dialogs.words.sizes import UNITS
from dialogs.words.telegram_limits import (
    LONGEST_COMMAND,
    LONGEST_DESCRIPTION,
    LONGEST_PLACEHOLDER,
    LONGEST_SHORT_DESCRIPTION,
)

MAX_BUTTON = 40
"""Characters of a label that a phone shows in one line."""
MAX_TITLE = 30
"""Characters of a record's title: on a button it has a mark beside it."""
NOUNS = (
    *("file", "page", "photo", "note", "hint", "study", "thing", "reminder", "month"),
    *("is_it_right", "kept_dates", "what_is_this", "pages_not_here", "here_are_pages", "in_it", "report_of_photos"),
)
"""What is counted; a language may count more."""
JOINS = ("comma", "semicolon")

OTHER_KINDS = ("sticker", "voice", "video", "location", "contact", "poll", "other")
TROUBLES = ("locked", "unreadable", "over_limit", "unknown_kind", "too_big", "not_fetched", "unseen", "damaged")
NEXT_STEPS = (
    "ask_for",
    "name_decision",
    "name_question",
    "follow_up",
    "bring",
    "share",
    "ask_what_else",
    "ask_how_soon",
)
ASIDE_BUTTONS = (
    *("line_wrong", "put_back"),
    *("continue", "checklist", "summary", "review", "sheet", "sources", "privacy", "delete", "delete_yes", "delete_no"),
    *("text_answer", "text_place", "text_question", "text_ask", "text_drop", "undo"),
    *("unwell", "help", "help_now", "about_records", "to_my_place"),
    *("sorted_yes", "sort_change", "apart", "sort_kinds", "sort_leave", "sort_mine", "sort_not_mine"),
    *("calendar", "clocks", "share", "share_summary", "copy_link", "copy_number", "language"),
)
CHOICES_SAID = tuple(f"way.{each}" for each in WAYS)
"""What else can be said in words of one's own than a button of [button]: how something was sent on."""
REQUEST = ("asked_on", "undated", "promised", "chased", "arrived", "refused", "reference", "letter_for", *HOWS)
REMARKS = (
    *("scan", "empty", "blank_pages", "repaired", "rotated", "active", "blurred", "dark", "small", "several_names"),
    *("attached", "needs_reader", "no_images", "signed_out", "other_lock", "papers", "drawn", "not_packed", "unproved"),
    *LOST,
)
STATUSES = ("preliminary", "final", "amended")
PLACEHOLDERS = ("note",)
ASKS = (*WANTED, *ABOUT[1:], "recent", "days", "unsure", "page")
"""How what a destination asks for is headed."""
ERRAND_WORDS = ("offered", "taken", "done", "returned", "helper")


def read_words(
    file: Path,
    guide: Guide,
    whose: Mapping[str, str],
    english: Mapping[str, Any] | None = None,
    regions: Iterable[str] = (),
) -> dict[str, Any]:
    """Read words.toml, `whose` filled in; `english`: what is said meanwhile in a language that is not finished.

    `regions`: the places of which numbers are known. Raises `ContentError` with every word that is missing, empty, too
    long, or unknown.
    """
    known = read_toml(file) if english is None or file.exists() else {}
    written = filled({name: each for name, each in known.items() if name != "whose"}, whose)
    if english is not None:
        written = laid_over(in_forms_of(file.parent.name, english), written)
    words: dict[str, Any] = read(file, _words(guide, file.parent.name, regions), written)
    mistakes = Mistakes(file)
    _different(mistakes, words, "standing")
    _different(mistakes, words, "group")
    _same_forms(mistakes, words)
    mistakes.settle()
    return words


def _counts(language: str) -> Shape:
    """The forms of what is counted: all of `NOUNS`, and whatever else the messages of a language count."""
    forms = forms_shape(language)

    def shape(place: Place, value: Any) -> Any:
        own = value if isinstance(value, Mapping) and language != SOURCE else {}
        return table(dict.fromkeys(NOUNS, forms), dict.fromkeys(own.keys() - set(NOUNS), forms))(place, value)

    return shape


def _words(guide: Guide, language: str, regions: Iterable[str]) -> Shape:
    buttons = sorted({*BUTTONS, *ASIDE_BUTTONS})
    label = text(most=MAX_BUTTON)
    disclaimers = several(text(), least=1, of="sentences")
    return table(
        {
            "button": table(dict.fromkeys(buttons, label)),
            "open": _all("open", ("decision", "questions", "date", "destination"), most=MAX_BUTTON),
            "question": _all("question", (*guide.example_questions, *guide.differing), most=MAX_BUTTON),
            "bring_forward": _all("bring_forward", guide.bring_forward, most=MAX_BUTTON),
            "standing": _all("standing", GROUP_OF),
            "mark": _all("mark", GROUP_OF, most=1),
            "group": _all("group", GROUPS),
            "next_step": _all("next_step", NEXT_STEPS),
            "news": _all("news", NEWS),
            "trouble": _all("trouble", (*TROUBLES, *WAYS_OUT)),
            "kind": _all("kind", OTHER_KINDS),
            "region": _all("region", regions),
            "command": _all("command", MENU, most=LONGEST_COMMAND),
            "about": table(
                {
                    "description": text(LONGEST_DESCRIPTION, lines=True),
                    "short_description": text(LONGEST_SHORT_DESCRIPTION),
                }
            ),
            "sheet": _all("sheet", SHEET, also={"disclaimers": disclaimers}),
            "letter": _all("letter", LETTERS, most=MAX_BUTTON),
            "patient": _all("patient", PATIENT),
            "calendar": _all("calendar", (*EVENTS, "file_name")),
            "remark": _all("remark", REMARKS),
            "unclear": _all("unclear", UNCLEAR),
            "status": _all("status", STATUSES),
            "not_shown": _all("not_shown", ("too_large", "damaged")),
            "file": _all("file", ("unnamed",)),
            "packet": _all("packet", PACKET, also={"disclaimers": disclaimers}),
            "why": _all("why", WHY),
            "modality": _all("modality", MODALITIES),
            "consent": table({"version": whole(1, 999)}),
            "export": _all("export", EXPORT),
            "access": _all("access", KINDS),
            "left_out": _all("left_out", dict.fromkeys((*LEFT_OUT, *TROUBLES))),
            "request": _all("request", REQUEST),
            "plan": _all("plan", ("by", "now")),
            "outcome": _all("outcome", OUTCOMES),
            "way": _all("way", WAYS, most=MAX_BUTTON),
            "delivery": _all(
                "delivery", (*KINDS_SENT, "to", "sent", "arrived", "returned", "heading"), most=MAX_BUTTON
            ),
            "wish": _all("wish", ("no", "if_asked", "by", "recent")),
            "asks": _all("asks", ASKS),
            "hours": _all("hours", ("between",)),
            "size": _all("size", UNITS),
            "reader": _all("reader", ("in_language",), most=MAX_BUTTON),
            "errand": _all("errand", ERRAND_WORDS),
            "placeholder": _all("placeholder", PLACEHOLDERS, most=LONGEST_PLACEHOLDER),
            "count": _counts(language),
            "join": table({**dict.fromkeys(JOINS, text(spaced=True)), "colon": text(fill=("name", "said"))}),
            "record": table({record.key: _record_words(buttons, label) for record in guide.records}),
        }
    )


def _all(name: str, keys: Iterable[str], most: int = 0, also: Mapping[str, Shape] | None = None) -> Shape:
    """A table with a word for each key, and nothing else but what it has `also`."""
    places = {key: f"{name}.{key}" for key in keys}
    shapes = {key: text(most, FILLED.get(at, ()), ending=ENDINGS.get(at, "")) for key, at in places.items()}
    return table({**shapes, **(also or {})})


def _record_words(buttons: Iterable[str], label: Shape) -> Shape:
    sentences = dict.fromkeys(("what", "why", "where"), text())
    own = {"button": table({}, dict.fromkeys(buttons, label)), "form": any_keys(text())}
    own |= {"document": text(MAX_TITLE), "where_in_usa": text()}
    return table({"title": text(most=MAX_TITLE), **sentences}, own)


def _same_forms(mistakes: Mistakes, words: Mapping[str, Any]) -> None:
    """A form that the title of one record has, all of them have."""
    every = {form for record in words["record"].values() for form in record.get("form", ())}
    for key, record in words["record"].items():
        for form in sorted(every - record.get("form", {}).keys()):
            mistakes.note(f"record.{key}.form.{form}", "is missing; another record has it")


def _different(mistakes: Mistakes, words: Mapping[str, Any], name: str) -> None:
    """Two keys of one table that are said alike: a patient could not tell them apart."""
    seen: dict[str, str] = {}
    for key, said in words[name].items():
        if said in seen:
            mistakes.note(f"{name}.{key}", f"says the same as {name}.{seen[said]}: {said!r}")
        seen.setdefault(said, key)
