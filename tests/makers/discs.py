"""Makers of DICOM files and of the archives they come in: made here, of nobody, and some of them crooked."""

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

from pydicom import dcmread
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, ImplicitVRLittleEndian, MediaStorageDirectoryStorage, generate_uid

from tests.makers.made import a_pdf, a_word_file, zipped

CT_IMAGE, REPORT = UID("1.2.840.10008.5.1.4.1.1.2"), UID("1.2.840.10008.5.1.4.1.1.88.11")


def a_dicom(
    name: str = "Doe^Jane",
    modality: str = "CT",
    date: str = "20260312",
    study: str = "1.2.3",
    series: str = "1.2.3.1",
    *,
    preamble: bool = True,
    pixels: bool = True,
) -> bytes:
    """One image of 16 x 16, as a hospital's machine writes it; without pixels it is a report."""
    warnings.simplefilter("ignore", UserWarning)  # pydicom's, about values that are none: some are wanted here
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian if preamble else ImplicitVRLittleEndian
    meta.MediaStorageSOPClassUID = CT_IMAGE if pixels else REPORT
    meta.MediaStorageSOPInstanceUID = generate_uid()
    image = FileDataset("", {}, file_meta=meta if preamble else None, preamble=bytes(128) if preamble else None)
    image.SpecificCharacterSet = "ISO_IR 192"
    image.SOPClassUID, image.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    image.StudyDate, image.Modality, image.PatientName, image.PatientBirthDate = date, modality, name, "19700101"
    image.StudyInstanceUID, image.SeriesInstanceUID = study, series
    if pixels:
        image.SamplesPerPixel, image.Rows, image.Columns, image.BitsAllocated = 1, 16, 16, 16
        image.PhotometricInterpretation, image.BitsStored, image.HighBit = "MONOCHROME2", 16, 15
        image.PixelRepresentation, image.PixelData = 0, bytes(512)
    file = io.BytesIO()
    if preamble:
        image.save_as(file, enforce_file_format=True)
    else:
        image.save_as(file, implicit_vr=True, little_endian=True)
    return file.getvalue()


def a_report_in_words() -> bytes:
    """What a radiologist wrote, in DICOM's own form: findings below their title, a measure and an impression."""

    def item(name: str, kind: str, **said: object) -> Dataset:
        code, found = Dataset(), Dataset()
        code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = "1", "DCM", name
        found.RelationshipType, found.ValueType, found.ConceptNameCodeSequence = "CONTAINS", kind, [code]
        for each, value in said.items():
            setattr(found, each, value)
        return found

    unit, measured = Dataset(), Dataset()
    unit.CodeValue, unit.CodingSchemeDesignator, unit.CodeMeaning = "mm", "UCUM", "millimeter"
    measured.NumericValue, measured.MeasurementUnitsCodeSequence = "9", [unit]
    finding = item("Finding", "TEXT", TextValue="A nodule in the right upper lobe, as before.")
    inner = [finding, item("Diameter", "NUM", MeasuredValueSequence=[measured])]
    file = io.BytesIO(a_dicom(modality="SR", pixels=False))
    report = dcmread(file)
    report.ValueType = "CONTAINER"
    report.ConceptNameCodeSequence = item("Radiology Report", "TEXT").ConceptNameCodeSequence
    report.ContentSequence = [
        item("Findings", "CONTAINER", ContentSequence=inner),
        item("Impression", "TEXT", TextValue="Stable nodule, no new one."),
    ]
    out = io.BytesIO()
    report.save_as(out)
    return out.getvalue()


def a_dicomdir() -> bytes:
    """The table of contents of a disc, without the disc."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = MediaStorageDirectoryStorage, generate_uid()
    directory = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    directory.FileSetID = "DISC"
    file = io.BytesIO()
    directory.save_as(file, enforce_file_format=True)
    return file.getvalue()


def a_disc(more: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Two studies of one patient: a CT of two series, and a PET with its CT."""
    images = {
        "DICOM/A1": a_dicom(series="1.2.3.1"),
        "DICOM/A2": a_dicom(series="1.2.3.1"),
        "DICOM/B1": a_dicom(series="1.2.3.2"),
        "DICOM/C1": a_dicom(modality="PT", date="20260402", study="1.2.4", series="1.2.4.1"),
        "DICOM/C2": a_dicom(modality="CT", date="20260402", study="1.2.4", series="1.2.4.2"),
        "DICOM/C3": a_dicom(modality="SR", date="20260402", study="1.2.4", series="1.2.4.3", pixels=False),
    }
    extras = {"DICOMDIR": a_dicomdir(), "VIEWER.EXE": b"MZ", "README.TXT": b"a viewer"}
    return zipped({**images, **extras, **more})


def a_disc_with_crooked_names() -> bytes:
    """A disc whose files want to lie elsewhere, or nowhere."""
    names = (
        "../../etc/passwd",
        "/srv/x",
        "C:\\x",
        "a\\..\\b",
        "\u202eFDP.EXE",
        "con",
        "x" * 60_000,
        "\x01",
        " ",
        "🩻",
    )
    return zipped({name: a_dicom() for name in names})


def a_disc_with_a_link() -> bytes:
    """A disc in which one file is a link to somewhere else."""
    file = io.BytesIO(a_disc())
    with zipfile.ZipFile(file, "a") as archive:
        link = zipfile.ZipInfo("LINK")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return file.getvalue()


def a_zip(files: Mapping[str, bytes] | None = None) -> bytes:
    """An archive of ordinary files."""
    return zipped(dict(files or {"report.pdf": a_pdf(), "notes.txt": b"a fictitious note"}))


def a_nested_zip(depth: int = 5) -> bytes:
    """An archive in an archive in an archive …, with a disc in the innermost."""
    inner = a_disc()
    for _ in range(depth):
        inner = zipped({"inner.zip": inner})
    return inner


def with_every_file_locked(archive: bytes) -> bytes:
    """An archive whose files say that they are encrypted."""
    changed = bytearray(archive)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(mark)
        while place >= 0:
            changed[place + at] |= 1
            place = changed.find(mark, place + 4)
    return bytes(changed)


def with_a_false_size(archive: bytes, size: int) -> bytes:
    """An archive whose list says that every file has so many bytes."""
    changed = bytearray(archive)
    place = changed.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", changed, place + 24, size)
        place = changed.find(b"PK\x01\x02", place + 4)
    return bytes(changed)


def a_zip_of_many(entries: int) -> bytes:
    """An archive of very many empty files."""
    return zipped({f"{number}": b"" for number in range(entries)})


def a_word_file_that_multiplies() -> bytes:
    """A Word document whose few letters would grow to billions (a "billion laughs")."""
    entities = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10))
    document = f'<!DOCTYPE w [<!ENTITY a0 "ha">{entities}]><w>&a9;</w>'
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()})


def a_spreadsheet() -> bytes:
    """An office document of a kind we do not keep."""
    return zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})


def a_word_file_with_macros() -> bytes:
    """A Word document with programs in it."""
    return a_word_file(more={"word/vbaProject.bin": b"x"})
