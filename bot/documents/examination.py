"""The child's work: a line of rules and one file from standard input, a line of JSON for every finding.

Each finding knows more than the one before it: first what the file is, then what is remarkable, then what is printed on
it. The last whole line counts, so that whatever goes wrong later never takes a verdict back.
"""

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import BinaryIO

from bot.documents.telling import told
from bot.kinds.every import examine, kind_of_file
from bot.kinds.findings import Finding, said
from bot.kinds.kinds import Kind
from dialogs.case.document import SET
from dialogs.case.facts import NOTHING_READ, Facts, counting, surer
from dialogs.receiving.sent import TELEGRAM_LIMIT

_TABLES = ("csv", "xlsx")
SECONDS_TO_PACK = 4
"""Of processor time after the first finding, for packing the file alone and comparing its pages."""
SECONDS_TO_READ = 5
"""After that; a child that takes longer is ended by the kernel, and what it said until then stands."""


def main() -> None:
    """Read the file, look at it, tell what was found."""
    rules = sys.stdin.buffer.readline(TELEGRAM_LIMIT)
    data = sys.stdin.buffer.read(TELEGRAM_LIMIT + 1)
    tell(data, examine(data), rules, SECONDS_TO_PACK)


def tell(data: bytes | BinaryIO, findings: Iterator[Finding], rules: bytes, seconds_to_pack: float) -> None:
    """Say what is found, line by line, and what comes of packing the file alone."""
    first = next(findings)
    _say(first)
    packed = _packed(data, first, seconds_to_pack)
    _say(_with(first, packed))
    signal.alarm(SECONDS_TO_READ)
    with suppress(Exception, MemoryError):
        if first.state == "opened" and isinstance(data, bytes):
            from bot.documents.second_forms import without_second_forms

            _say(replace(first, contents=without_second_forms(data, first, rules)))
        facts: Facts | None = None
        for found in findings:
            _say(_with(replace(found, facts=facts or found.facts), packed))
            if found.text and facts is None:
                facts = _facts(found, rules)
                _say(_with(replace(found, facts=facts), packed))


def _packed(data: bytes | BinaryIO, found: Finding, seconds: float = SECONDS_TO_PACK) -> Finding:
    """What came of packing it alone; a file that has no pages, as a disc, is found as it was."""
    if found.state != "readable":
        return found
    with suppress(Exception, MemoryError):
        from bot.packet.alone import pack_alone

        sheet, stands = _looked_at(data, found.kind) if isinstance(data, bytes) else ((), 0)
        alone = pack_alone(data, found.kind, seconds, sheet)
        if sheet and (alone.reason or alone.drawn or not alone.compared):  # no page can be made of it: it stays a photo
            from bot.kinds.sheets.photo import forget

            forget()
            sheet, alone = (), pack_alone(data, found.kind, seconds)
        if alone.reason == "disc":
            return found
        if alone.reason:
            return replace(found, remarks=("unproved" if alone.reason == "too_much" else "not_packed",))
        remarks = said("drawn", bool(alone.drawn) and found.kind == "pdf")
        remarks += said("papers", found.kind in ("dicom", "dicom_zip"))
        found = replace(found, remarks=remarks, drawn=alone.drawn, compared=alone.compared)
        if found.kind in SET:  # how many pages it has is known once we have set them
            found = replace(found, pages=max(found.pages, alone.compared))
        return replace(found, stands=stands, sheet=sheet)
    return replace(found, remarks=("unproved",))


def _looked_at(data: bytes, kind: Kind) -> tuple[tuple[int, ...], int]:
    """Where on a photo the page lies, and how it stands; nothing if looking for it fails."""
    with suppress(Exception, MemoryError):
        of_kind = kind_of_file(kind)
        if of_kind and of_kind.look:
            return of_kind.look(data, kind)
    return (), 0


def _with(found: Finding, packed: Finding) -> Finding:
    """What is found of a file, and what came of packing it."""
    if found is packed or found.state != "readable":
        return found
    remarks = tuple(dict.fromkeys((*found.remarks, *packed.remarks)))
    found = replace(found, remarks=remarks, drawn=packed.drawn, compared=packed.compared, pages=packed.pages)
    return replace(found, stands=packed.stands, sheet=packed.sheet)


def _facts(found: Finding, rules: bytes) -> Facts:
    """What is printed; nothing without rules, and nothing if reading it fails, which costs no remark."""
    from bot.documents.recognition import facts_of, record_of_paper, rules_from_plain

    known = found.facts
    with suppress(Exception):
        if plain := json.loads(rules):
            ready = rules_from_plain(plain)
            facts = surer(known, facts_of(found.text, ready, known, found.kind in _TABLES))
            return counting(facts, (record_of_paper(each, ready, known) for each in found.apart))
    return surer(known, NOTHING_READ)


def _say(found: Finding) -> None:
    print(json.dumps(told(found)), flush=True)
