"""Images as they come from a hospital's machines, and what is said about them: studies, dates, whose they are."""

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from bot.kinds.disc_papers import leaves
from bot.kinds.findings import Finding, said
from bot.kinds.heading import Cut, Heading, heading_in
from bot.kinds.kind import KindOfFile
from bot.kinds.kinds import HEAD_BYTES, Kind
from dialogs.case.facts import Facts, Study

_BEGINNINGS = (b"\x08\x00", b"\x02\x00")  # the first group of a file without a preamble, little endian
MOST_FOLDERS_TOLD = 3


def examine(data: bytes, kind: Kind) -> Iterator[Finding]:
    """One DICOM file, with the preamble or without."""
    return examine_large(io.BytesIO(data), len(data), kind)


def examine_large(file: BinaryIO, size: int, kind: Kind) -> Iterator[Finding]:
    """One DICOM file, whose pixels are passed over."""
    head = file.read(HEAD_BYTES)
    file.seek(0)
    try:
        found = heading_in(file, size, whole=True) if may_be_dicom(head) else None
    except Cut:
        yield Finding("unreadable", kind)
        return
    if found:
        yield summed_up(kind, [found], 0)
    else:
        yield Finding("unreadable", kind) if _has_preamble(head) else Finding("unknown_kind", "unknown")


KIND = KindOfFile(examine, leaves, examine_large=examine_large)


def may_be_dicom(head: bytes) -> bool:
    """Whether it is worth asking pydicom, which takes anything for DICOM if it is told to."""
    return _has_preamble(head) or head.startswith(_BEGINNINGS)


def summed_up(kind: Kind, headings: Sequence[Heading], others: int, without: Sequence[str] = ()) -> Finding:
    """What a doctor is told about these files, how many others lie beside them, and in which folders none is DICOM."""
    images = [each for each in headings if not each.is_directory]
    studies: dict[str, list[Heading]] = defaultdict(list)
    for each in images:
        studies[each.study].append(each)
    patients = {each.patient for each in images if each.patient}
    born = {each.born for each in images if each.born}
    facts = Facts(
        # One name stands for all files; of several, none is "the" patient's.
        patient=min(patients) if len(patients) == 1 else "",
        born=min(born) if len(born) == 1 else "",
        studies=tuple(sorted(map(_study, studies.values()), key=lambda study: (study.date, study.modality))),
        not_images=others,
        other_folders=tuple(without[:MOST_FOLDERS_TOLD]),
    )
    without = said("no_images", not any(each.images for each in images))
    return Finding("readable", kind, 1, without + said("several_names", len(patients) > 1), facts)


def _study(headings: Sequence[Heading]) -> Study:
    pictured = [each for each in headings if each.images] or headings
    return Study(
        modality="/".join(sorted({each.modality for each in pictured if each.modality})[:4]),
        date=min((each.date for each in headings if each.date), default=""),
        series=len({each.series for each in headings}),
        images=sum(each.images for each in headings),
    )


def _has_preamble(head: bytes) -> bool:
    return head[128:132] == b"DICM"
