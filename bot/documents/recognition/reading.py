"""The facts of one file, each read by a module of its own from the same lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.documents.recognition.dates import order_in
from bot.documents.recognition.days import day_in
from bot.documents.recognition.fingerprint import fingerprint_of
from bot.documents.recognition.kind import record_of_its_title, records_in
from bot.documents.recognition.labels import is_of_another, labelled
from bot.documents.recognition.languages import rules_of
from bot.documents.recognition.lines import Line, lines_of
from bot.documents.recognition.matching import doctor_in, former_in, number_in
from bot.documents.recognition.pages import page_in, pages_missing_in
from bot.documents.recognition.people import born_in, patient_in
from bot.documents.recognition.places import institution_in
from bot.documents.recognition.references import identifiers_in, pointers_in, specimens_in
from bot.documents.recognition.rules import Rules
from bot.documents.recognition.run_on import parted
from bot.documents.recognition.standing import status_in
from bot.documents.recognition.studies import study_in
from dialogs.case.facts import NOTHING_READ, Facts, Unclear


def facts_of(pages: Sequence[str], rules: Rules, known: Facts = NOTHING_READ, is_a_table: bool = False) -> Facts:
    """What is printed on the pages of one file, a text each, read by the rules of its language; never raises.

    `known`: what the file says of itself elsewhere; then it need not say again whose it is. Nor need a table of values,
    for nobody makes a leaflet of one.
    """
    lines = lines_of(pages)
    rules = rules_of(lines, rules)
    in_lines = [parted(page, rules) for page in pages]
    is_somebodys = is_a_table or bool(known.patient or known.born or known.date)
    return _facts_in(lines if in_lines == list(pages) else lines_of(in_lines), len(pages), rules, is_somebodys)


def record_of_paper(text: str, rules: Rules, known: Facts) -> str:
    """What one of several papers of a file is, by its words, or by the title that its program gave it."""
    if told := facts_of([text], rules, known).record:
        return told
    lines = lines_of([text])
    return record_of_its_title(lines, rules_of(lines, rules))


def _facts_in(lines: Sequence[Line], count: int, rules: Rules, is_somebodys: bool) -> Facts:
    values = labelled(lines, rules)
    order = order_in(lines, rules)
    born, born_unclear = born_in(lines, values, order, rules)
    patient, patient_unclear = patient_in(lines, values, rules)
    day = day_in(lines, values, order, born, patient, rules)
    unclear: list[Unclear] = [
        *(("date",) if day.unclear else ()),
        *(("patient",) if patient_unclear else ()),
        *(("born",) if born_unclear else ()),
    ]
    own = [each for each in values if not is_of_another(lines[each.line], each.start, rules)]
    page, of = page_in(lines, count, rules)
    facts = Facts(
        date=day.date,
        dated_by=day.how,
        either=day.either,
        patient=patient,
        born=born,
        identifiers=identifiers_in(own),
        specimens=specimens_in(own),
        number=number_in(own),
        doctor=doctor_in(values, rules),
        former=former_in(values, rules),
        institution=institution_in(lines, rules),
        pages_missing=pages_missing_in(lines, count, rules),
        page=page,
        of=of,
        fingerprint=fingerprint_of(lines),
        unclear=tuple(unclear),
    )
    # A leaflet or a page of a novel has the same words, but is about nobody, and tells nobody that they were seen.
    is_somebodys = is_somebodys or bool(facts.number) or any(each.kind == "visited" for each in values)
    if not (is_somebodys or facts.date or facts.patient or facts.born or facts.identifiers or facts.unclear):
        return facts
    told = records_in(lines, rules)
    status, status_unclear = status_in(lines, own, rules)
    pointers = pointers_in(lines, told.also, order, rules)
    unclear += ["record"] if told.likely else []
    unclear += ["status"] if status_unclear else []
    return replace(
        facts,
        record=told.record,
        also=told.also,
        likely=told.likely,
        status=status,
        study=study_in(lines, values, rules),
        pointers=tuple(each.text for each in pointers),
        targets=tuple(each.target for each in pointers),
        unclear=tuple(unclear),
    )
