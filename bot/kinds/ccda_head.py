"""The head of a record in XML: what it is, whose, from whom and of which day (HL7 CDA R2, 4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bot.kinds.blocks import Block, Heading, Pairs, Runs, Text, named, words
from bot.kinds.coded import SUMMARIES
from bot.kinds.days_for_machines import day_of
from bot.kinds.strict_xml import attribute, child, local
from dialogs.case.facts import Dated, Facts

_NAME_PARTS = ("prefix", "given", "family", "suffix")


def head_of(root: Element) -> tuple[Block, ...]:
    """Title, patient, birth, author and day, as far as they are there."""
    title = text_of(child(root, "title"))
    kind = " ".join(attribute(_or_empty(child(root, "code")), "displayName").split())
    told = (
        ("patient", patient_of(root)),
        ("born", born_of(root)),
        ("from", author_of(root)),
        ("made" if _is_summary(root) else "day", _visit(root) or day_of(_value(root, "effectiveTime"))),
    )
    pairs: tuple[tuple[Runs, Runs], ...] = tuple((named(key), words(value)) for key, value in told if value)
    # What kind of record it is stands in its code; a title often says only whose it is.
    heading: tuple[Block, ...] = (Heading(words(title or kind)),) if title or kind else ()
    heading += (Text(words(kind)),) if title and kind.casefold() not in title.casefold() else ()
    return (*heading, *((Pairs(pairs),) if pairs else ()))


def facts_of(root: Element) -> Facts:
    """What the head says for certain; the day only where it is that of a visit or of a single report."""
    day = _visit(root) or _service(root)
    how: Dated = "dated" if day else ""
    if not day and not _is_summary(root):
        day = day_of(_value(root, "effectiveTime"))
        # Around a whole file that is when it was filed: what is printed there says it surer.
        is_wrapped = child(root, "component", "nonXMLBody") is not None
        how = ("alone" if is_wrapped else "dated") if day else ""
    return Facts(patient=patient_of(root), born=born_of(root), institution=author_of(root), date=day, dated_by=how)


def _is_summary(root: Element) -> bool:
    return attribute(_or_empty(child(root, "code")), "code") in SUMMARIES and not _visit(root)


def patient_of(root: Element) -> str:
    return name_in(child(root, "recordTarget", "patientRole", "patient", "name"))


def born_of(root: Element) -> str:
    return day_of(_value(root, "recordTarget", "patientRole", "patient", "birthTime"))


def author_of(root: Element) -> str:
    """The organisation that wrote it, else that keeps it."""
    for path in (
        ("author", "assignedAuthor", "representedOrganization", "name"),
        ("custodian", "assignedCustodian", "representedCustodianOrganization", "name"),
    ):
        if said := text_of(child(root, *path)):
            return said
    return ""


def name_in(name: Element | None) -> str:
    """A person's name in the order in which it is said; parts of no kind as they stand."""
    if name is None:
        return ""
    parts = [(local(each), text_of(each)) for each in name]
    ordered = [said for kind in _NAME_PARTS for part, said in parts if part == kind and said]
    return " ".join(ordered) or text_of(name)


def text_of(element: Element | None) -> str:
    """All that an element says, as one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _visit(root: Element) -> str:
    when = child(root, "componentOf", "encompassingEncounter", "effectiveTime")
    return next(_days(when), "") if when is not None else ""


def _service(root: Element) -> str:
    """The day of the one act that it documents; a span of years is no day."""
    events = [each for each in root if local(each) == "documentationOf"]
    when = child(events[0], "serviceEvent", "effectiveTime") if len(events) == 1 else None
    days = list(_days(when)) if when is not None else []
    return days[0] if days and len(set(days)) == 1 else ""


def _days(when: Element) -> Iterator[str]:
    for each in (when, child(when, "low"), child(when, "high")):
        if each is not None and (day := day_of(attribute(each, "value"))):
            yield day


def _value(root: Element, *path: str) -> str:
    return attribute(_or_empty(child(root, *path)), "value")


def _or_empty(element: Element | None) -> Element:
    return Element("none") if element is None else element
