"""The day a paper is about: of the examination before that of the report, and never a birth or a printing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise

from bot.documents.recognition.dates import Printed, dated_line, printed_date
from bot.documents.recognition.days_before_labels import days_before_labels, labels_below
from bot.documents.recognition.label_rows import begins_a_row
from bot.documents.recognition.labels import Labelled, is_of_another
from bot.documents.recognition.lines import Line, folded_words
from bot.documents.recognition.rules import Rules
from bot.documents.recognition.visits import days_of_visits
from dialogs.case.facts import Dated

_TOP = 12
"""Lines of the first page in which a letter has its date."""
_MOST_WITH_THE_DAY = 9
"""Words of a day whose label has no colon, and behind it; with more it is a sentence."""
_LONGEST_LABEL = 6  # words
_WIDE = 40
"""Characters of a line that may go on in the next."""
_ENDS = (".", ";", "!", "?")
_MOST_OF_A_STUDY = 12
"""Words behind "Exam:" that are its name and its day."""
_FIRST_FIGURE = re.compile(r"(?<![\w/.-])\d")
_ELSEWHERE = timedelta(days=2)
"""Somewhere it is tomorrow already."""
_MAY_BE_A_BIRTH = 15 * 365
"""Days ago; who sends papers here is older."""
_ENDING_WITH_FIGURES = frozenset({"born", "number", "identifier", "examined", "reported", "dated"})
"""Kinds of values behind which a word is of the next label, if it is not that of an hour: "10:15 AM EDT"."""
_ZONE = len("CEST")
_KINDS: tuple[Dated, ...] = ("examined", "reported", "dated")


@dataclass(frozen=True, slots=True)
class Day:
    """The day as ISO 8601; or the two that it may be; or, where more is printed than one day, that it is unclear."""

    date: str = ""
    how: Dated = ""
    either: tuple[str, ...] = ()
    unclear: bool = False


def day_in(lines: Sequence[Line], values: Sequence[Labelled], order: str, born: str, patient: str, rules: Rules) -> Day:
    """What is printed of the day; nothing where none is labelled, unclear where two labels of one weight disagree."""
    for kind in _KINDS:
        found = [*_labelled(lines, values, kind, order, rules)]
        if told := _told(found, kind, born):
            return told
        if told := _told([*days_before_labels(lines, values, kind, order, rules)], kind, born):
            return told
        if kind == "reported" and (told := _told([*_signed(lines, values, order, rules)], kind, born)):
            return told
        if kind == "examined" and (told := _told([*_beside_the_study(values, order, rules)], kind, born)):
            return told
        if kind == "dated" and (told := _told([*days_of_visits(lines, values, order, rules)], "examined", born)):
            return told
        if kind == "dated" and (told := _told([*_alone(lines, values, order, born, patient, rules)], "alone", born)):
            return told
    return Day()


def _today() -> date:
    return datetime.now(UTC).date()


def _told(found: Sequence[Printed], how: Dated, born: str) -> Day | None:
    """What several printings of one day say together; None if there are none.

    One that is still to come was misprinted, or is that of an appointment; of two ways to read one it is the wrong one.
    """
    latest = _today() + _ELSEWHERE
    ways = [way for each in found if (way := each.either or ((each.day,) if each.day else ()))]
    past = {tuple(day.isoformat() for day in way if day <= latest) for way in ways}
    days = {day for way in past if len(way) == 1 for day in way if day > born}
    pairs = {way for way in past if len(way) > 1 and way[0] > born and not days & {*way}}
    if () in past and not days and not pairs:
        return Day(how=how, unclear=True)
    if len(days) == 1 and not pairs:
        return Day(days.pop(), how)
    if not days and len(pairs) == 1:
        return Day(how=how, either=pairs.pop(), unclear=True)
    return Day(how=how, unclear=True) if days or pairs else None


def _labelled(
    lines: Sequence[Line], values: Iterable[Labelled], kind: str, order: str, rules: Rules
) -> Iterator[Printed]:
    last: Labelled | None = None
    for each, following in pairwise((*values, None)):
        assert each
        before = last if last is not None and last.line == each.line else None
        last = each
        if each.kind != kind or not (found := _date_of(each.value, order, rules)):
            continue
        # "Date" alone may end another label that we do not know: "Start date"; not so behind "DOB: 04/17/1964". And a
        # label in a sentence is none: "hip replacement performed on 27 August 2025".
        stands_out = each.apart or (before is not None and each.colon and _is_whole(before, rules))
        if kind != "dated":
            stands_out = stands_out or before is not None or _begins_a_sentence(lines[each.line], each)
            stands_out = stands_out or begins_a_row(lines[each.line], each, following)
        if not stands_out or _is_of_another(lines[each.line], each, before, rules):
            continue
        if each.colon or each.below or _is_no_sentence(lines, each):
            yield found


def _is_whole(label: Labelled, rules: Rules) -> bool:
    """Whether nothing of the next label can be in a value: it ends with a figure, or is two words of a name.

    In a language that says more of "date" behind it ("fecha de inicio") nothing before it can be.
    """
    if label.value[-1:].isdecimal() or (label.kind == "patient" and len(label.value.split()) == len(("Jane", "Doe"))):
        return True
    words = {known[0] for known, kind in rules.labels.items() if kind == "dated" and len(known) == 1}
    return not any(len(known) > 1 and known[-1] in words for known in rules.labels)


def _date_of(value: str, order: str, rules: Rules) -> Printed | None:
    """ "Fecha: Sevilla, 3 de marzo de 2026" has its place before it, and "collected on 3 March 2026" a small word."""
    first, _, behind = value.partition(" ")
    found = printed_date(behind if first.lower() in rules.at_dates else value, order, rules)
    placed = dated_line(value, order, rules) if found is None else None
    return placed[0] if placed else found


def _beside_the_study(values: Iterable[Labelled], order: str, rules: Rules) -> Iterator[Printed]:
    """ "EXAM: CT CHEST 8/23/2026 10:15 AM": what was examined, and the day with it."""
    for each in values:
        if (
            each.kind == "study"
            and each.apart
            and (each.colon or each.below)
            and len(each.value.split()) <= _MOST_OF_A_STUDY
        ):
            days = (printed_date(each.value[at.start() :], order, rules) for at in _FIRST_FIGURE.finditer(each.value))
            yield from (day for day in days if day)


def _begins_a_sentence(line: Line, label: Labelled) -> bool:
    """With a capital, and nothing goes on before it; in "Relapse Scan Date:" a word does."""
    above = line.text[: label.start].rstrip()
    return line.text[label.start].isupper() and (above[-1:] in _ENDS or (label.colon and not above[-1:].isalpha()))


def _signed(lines: Sequence[Line], values: Iterable[Labelled], order: str, rules: Rules) -> Iterator[Printed]:
    """ "Electronically signed by R. Osei, MD on 11/23/2025": the day behind whose signature it is."""
    for each in values:
        first = folded_words(each.value.split(maxsplit=1)[0]) if each.value else ()
        is_whose = each.kind == "reported" and each.apart and {*first[:1]} & rules.by_whom
        if is_whose and _is_no_sentence(lines, each):
            days = (printed_date(each.value[at.start() :], order, rules) for at in _FIRST_FIGURE.finditer(each.value))
            yield from islice((day for day in days if day), 1)


def _is_of_another(line: Line, label: Labelled, before: Labelled | None, rules: Rules) -> bool:
    """Whether what stands before says that it is of another paper: "Prior exam date", "MRN: 44 Donor scan date"."""
    if is_of_another(line, label.start, rules):
        return True
    if before is None or label.apart:
        return False
    if not before.value:
        return not before.colon
    ending = before.value.split()[-1]
    return before.kind in _ENDING_WITH_FIGURES and ending.isalpha() and not (ending.isupper() and len(ending) <= _ZONE)


def _is_no_sentence(lines: Sequence[Line], label: Labelled) -> bool:
    """Without a colon only what begins as labels do, and ends soon behind the day."""
    above = lines[label.line - 1].text.rstrip() if label.line and not label.start else ""
    goes_on = len(above) >= _WIDE and above.split()[-1].islower()
    first = lines[label.line].text[label.start]
    is_short = len(label.value.split()) <= _MOST_WITH_THE_DAY
    return (first.isupper() or first.lower() == first.upper()) and not goes_on and is_short


def _alone(
    lines: Sequence[Line], values: Sequence[Labelled], order: str, born: str, patient: str, rules: Rules
) -> Iterator[Printed]:
    """A line that is a date in the head of a letter; with its place ("Lima, a 3 de agosto de 2026") at its end, too."""
    top = {id(line) for line in islice((line for line in lines if line.page == 0 and line.words), _TOP)}
    labelled = {id(lines[number]) for number in labels_below(lines, values, order, rules)}
    for above, line in pairwise((None, *lines)):
        assert line
        has_figures = id(line) not in labelled and any(mark.isdecimal() for mark in line.text)
        if has_figures and (found := dated_line(line.text, order, rules)):
            day, said, place = found
            if not place and above and _is_a_label(above, rules):
                continue
            if said or (id(line) in top and not _is_of_somebody(place, day, born, patient)):
                yield day


def _is_a_label(line: Line, rules: Rules) -> bool:
    """Whether the day below a line is what that line says: "Date printed", "Scan requested on"."""
    words = tuple(word for word, _, _ in line.words)
    if not 0 < len(words) <= _LONGEST_LABEL:
        return False
    says_date = any(rules.labels.get((word,)) == "dated" for word in words)
    is_known = words in rules.labels and not line.text.isupper()  # "INFORME" is the title above a day
    return says_date or is_known or words[-1] in rules.at_dates or line.text.rstrip().endswith(":")


def _is_of_somebody(place: str, day: Printed, born: str, patient: str) -> bool:
    """Whether what stands before a day may be a name, and the day a birth: "Jane Doe, April 17, 1964".

    So may be a day alone. A paper that says elsewhere who its patient is, or when they were born, does so no more.
    """
    words = {*folded_words(place)}
    newest = max((*((day.day,) if day.day else ()), *day.either))
    may_be_a_birth = (_today() - newest).days > _MAY_BE_A_BIRTH
    if words and (of_patient := {*folded_words(patient)}):
        return bool(words & of_patient) if may_be_a_birth else words <= of_patient
    return may_be_a_birth and not born
