"""The heading of one DICOM file, by pydicom: whose image it is, of which examination; its pixels are never decoded."""

import io
import re
import sys
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

# pydicom takes numpy along where it is there, for pixels that nobody decodes here: 12 MB and a third of a second.
_numpy = sys.modules.get("numpy")
sys.modules["numpy"] = None  # type: ignore[assignment]
try:
    from pydicom import Dataset, FileDataset, config
    from pydicom.filereader import read_partial
    from pydicom.tag import BaseTag
finally:
    del sys.modules["numpy"]
    if _numpy:
        sys.modules["numpy"] = _numpy

_WANTED = {
    "SOPClassUID": 0x00080016,
    "StudyDate": 0x00080020,
    "Modality": 0x00080060,
    "PatientName": 0x00100010,
    "PatientBirthDate": 0x00100030,
    "StudyInstanceUID": 0x0020000D,
    "SeriesInstanceUID": 0x0020000E,
    "SamplesPerPixel": 0x00280002,
    "NumberOfFrames": 0x00280008,
    "Rows": 0x00280010,
    "Columns": 0x00280011,
    "BitsAllocated": 0x00280100,
}
_AFTER_ALL_WANTED = 0x00280101
_PIXELS = (0x7FE00008, 0x7FE00009, 0x7FE00010)

_DIRECTORY = "1.2.840.10008.1.3.10"
"""A disc's table of contents, the DICOMDIR (DICOM PS3.4, B.5)."""
# Transfer syntaxes (DICOM PS3.5, 10): pixels as they are, so that their length is known; and all deflated at once.
_PLAIN = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"}
_DEFLATED = "1.2.840.10008.1.2.1.99"


@dataclass(frozen=True)
class Heading:
    """What a DICOM file says about itself; dates as "2026-03-12", empty where it says nothing."""

    study: str
    series: str
    modality: str
    date: str
    patient: str
    born: str
    images: int
    is_directory: bool = False
    is_complete: bool = True
    """Whether reading went on to where a heading ends."""


class Cut(Exception):
    """The file ends before its pixels do."""


def heading(data: bytes, *, whole: bool) -> Heading | None:
    """The heading in a DICOM file or in its beginning; None if it is none. Raises Cut if a whole file is not whole."""
    return heading_in(io.BytesIO(data), len(data), whole=whole)


def heading_in(file: BinaryIO, size: int, *, whole: bool) -> Heading | None:
    """The heading in a file of so many bytes, as `heading` tells it."""
    warnings.simplefilter("ignore")
    config.settings.reading_validation_mode = config.IGNORE
    end = _End(_PIXELS if whole else (_AFTER_ALL_WANTED,), at_least=not whole)
    try:
        found = read_partial(file, end, force=True, specific_tags=list(_WANTED.values()))
    except MemoryError:
        raise
    except Exception:  # pydicom raises anything on odd bytes
        return None
    if _text(found.file_meta, "MediaStorageSOPClassUID") == _DIRECTORY:
        return Heading("", "", "", "", "", "", 0, is_directory=True)
    if not _text(found, "SOPClassUID") or not _text(found, "StudyInstanceUID"):
        return None
    if whole and _is_cut(found, size - file.tell()):
        raise Cut
    return Heading(
        _text(found, "StudyInstanceUID"),
        _text(found, "SeriesInstanceUID"),
        re.sub(r"[^A-Z0-9]", "", _text(found, "Modality").upper())[:16],
        _date(_text(found, "StudyDate")),
        _name(_text(found, "PatientName")),
        _date(_text(found, "PatientBirthDate")),
        1 if "Rows" in found else 0,
        is_complete=end.is_reached,
    )


class _End:
    """Tells pydicom where to stop, and remembers whether it came there."""

    def __init__(self, tags: Sequence[int], at_least: bool) -> None:
        self._tags, self._at_least = tags, at_least
        self.is_reached = False

    def __call__(self, tag: BaseTag, _type: str | None, _length: int) -> bool:
        self.is_reached = tag >= self._tags[0] if self._at_least else tag in self._tags
        return self.is_reached


def _is_cut(found: FileDataset, left: int) -> bool:
    """Whether fewer bytes are left, where reading stopped, than the pixels must take."""
    syntax = _text(found.file_meta, "TransferSyntaxUID")
    if syntax == _DEFLATED or left < 0 or "Rows" not in found:
        return left < 0
    return left < (_length(found) if syntax in _PLAIN else 1)


def _text(found: Dataset, name: str) -> str:
    try:
        return str(found.get(name) or "").strip(" \0")[:300]
    except Exception:  # a value that is not what its type says
        return ""


def _length(found: Dataset) -> int:
    """Bytes that the pixels take, or 0 where that is not said."""
    try:
        sides = int(found.Rows) * int(found.Columns) * int(found.get("NumberOfFrames") or 1)
        return sides * int(found.get("SamplesPerPixel") or 1) * int(found.BitsAllocated) // 8
    except Exception:  # a value that is not what its type says
        return 0


def _date(text: str) -> str:
    parts = re.fullmatch(r"(\d{4})\.?(\d\d)\.?(\d\d)", text)  # the dots are of before 1993
    return "-".join(parts.groups()) if parts else ""


def _name(text: str) -> str:
    """Family name, comma, other names: as a report would print it (DICOM PS3.5, 6.2.1)."""
    family, *others = text.partition("=")[0].split("^")
    given = " ".join(filter(None, map(str.strip, others[:2])))
    return ", ".join(filter(None, (family.strip(), given)))
