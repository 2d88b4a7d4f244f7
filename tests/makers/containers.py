"""Makers of files that only hold others: archives as portals give them, e-mails, saved pages. All made here."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from types import MappingProxyType
from typing import Literal

from tests.makers.discs import with_every_file_locked
from tests.makers.made import a_pdf, a_photo, a_png, a_printed_pdf, a_word_file, zipped

REPORT = "FICTITIOUS PATHOLOGY REPORT\nPatient: Jane Doe\nCollected: 03/12/2026\nDiagnosis: none, this is a test"
WORDS = "This is a fictitious letter about nobody at all. " * 4
_BY_A_COMPUTER = {
    "__MACOSX/._report.pdf": b"\0\5\x16\7Mac",
    ".DS_Store": b"\0\0\0\1Bud1",
    "scans/Thumbs.db": b"\xd0\xcf",
}


def a_zip_of_papers(more: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """A folder that somebody packed on their computer: papers of several kinds, and what the computer left there."""
    papers = {
        "reports/page 10.pdf": a_pdf(),
        "reports/page 2.pdf": a_printed_pdf(REPORT),
        "letter.docx": a_word_file(),
        "note.txt": b"A fictitious note",
        "photo.jpg": a_photo(),
    }
    return zipped({**papers, **_BY_A_COMPUTER, **more})


def a_portal_export(papers: Mapping[str, bytes] | None = None) -> bytes:
    """An archive as portals exchange documents (IHE XDM), with the furniture that each of them has."""
    furniture = {
        "INDEX.HTM": b"<html><body><a href='IHE_XDM/SUBSET01/DOC0001.PDF'>summary</a></body></html>",
        "README.TXT": b"Open INDEX.HTM with your browser",
        "IHE_XDM/SUBSET01/METADATA.XML": b"<?xml version='1.0'?><SubmitObjectsRequest/>",
        "IHE_XDM/SUBSET01/STYLE.XSL": b"<?xml version='1.0'?><xsl:stylesheet/>",
        "HTML/STYLE.CSS": b"body { color: black }",
        "HTML/IMAGES/LOGO.PNG": a_png(20, 20),
    }
    given = papers or {"IHE_XDM/SUBSET01/DOC0001.PDF": a_pdf(2), "Media/SCAN0001.JPG": a_photo()}
    return zipped({**furniture, **given})


def a_phone_s_export() -> bytes:
    """An archive as Apple Health gives it: a summary, a record in a file for each entry, and what was measured."""
    home = "apple_health_export"
    records = {
        f"{home}/clinical-records/Observation-{number}.json": b'{\n "resourceType": "Observation",\n "id": "%d"\n}'
        % number
        for number in range(12)
    }
    measured = {f"{home}/workout-routes/route_{number}.gpx": b"<?xml version='1.0'?><gpx/>" for number in range(40)}
    measured[f"{home}/electrocardiograms/ecg_1.csv"] = b"1,2,3\n4,5,6\n7,8,9\n"
    return zipped({f"{home}/export.xml": b"<?xml version='1.0'?><HealthData/>", **records, **measured})


def a_tape_archive(files: Mapping[str, bytes], packed: Literal["w", "w:gz", "w:bz2", "w:xz"] = "w") -> bytes:
    """An archive in which files lie as they are, one behind the other (`.tar`), packed as a whole or not."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=packed) as archive:
        for name, content in files.items():
            about = tarfile.TarInfo(name)
            about.size = len(content)
            archive.addfile(about, io.BytesIO(content))
    return out.getvalue()


def a_zip_of(papers: int) -> bytes:
    """An archive of as many papers."""
    return zipped({f"paper {number}.txt": b"A fictitious note %d" % number for number in range(papers)})


def a_mixed_lock() -> bytes:
    """An archive in which one file is locked, and the other is not."""
    locked, free = with_every_file_locked(zipped({"locked.pdf": a_pdf()})), zipped({"free.pdf": a_pdf()})
    return _joined(locked, free)


def with_damaged(archive: bytes, name: str) -> bytes:
    """The archive with some bytes of one of its files turned round; the others are as they were."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        entry = opened.getinfo(name)
        start = entry.header_offset + 30 + len(entry.filename.encode()) + len(entry.extra)
        middle = start + entry.compress_size // 2
    changed = bytearray(archive)
    for place in range(middle, min(middle + 20, start + entry.compress_size)):
        changed[place] ^= 0xFF
    return bytes(changed)


def an_email(
    words: str = WORDS, attached: Mapping[str, bytes] = MappingProxyType({}), subject: str = "Your report"
) -> bytes:
    """An e-mail as it was sent, with these files attached."""
    message = EmailMessage()
    message["From"], message["To"] = "Clinic of Nowhere <a@nowhere.example>", "Jane Doe <b@nowhere.example>"
    message["Date"], message["Subject"] = "Thu, 12 Mar 2026 10:00:00 +0000", subject
    message["Message-ID"] = "<1@nowhere.example>"
    message.set_content(words)
    for name, content in attached.items():
        if name.endswith(".eml"):
            inner = EmailMessage()
            inner["Subject"], inner["From"] = "A letter within", "a@nowhere.example"
            inner["Message-ID"] = "<2@nowhere.example>"
            inner.set_content(content.decode())
            message.add_attachment(inner)
        else:
            message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def an_email_of_a_web_mailer() -> bytes:
    """An e-mail written as a web page, with a logo in it and a photo of a page below."""
    message = EmailMessage()
    message["From"], message["Subject"] = "a@nowhere.example", "Re: =?utf-8?q?R=C3=B6ntgen?="
    message["MIME-Version"], message["Message-ID"] = "1.0", "<3@nowhere.example>"
    page = (
        f"<html><head><style>p {{}}</style></head><body><p>{WORDS}</p><table><tr><td>Hb</td><td>13.2</td></tr></table>"
    )
    message.set_content(page + "</body></html>", subtype="html")
    message.add_related(a_png(20, 20), "image", "png", cid="<logo>", filename="logo.png", disposition="inline")
    message.add_related(a_photo(1600, 1200), "image", "jpeg", cid="<photo>", filename="IMG_1.jpg", disposition="inline")
    return message.as_bytes()


def a_saved_page(words: str = WORDS, *frames: str) -> bytes:
    """A page of a portal, as Chrome saves it as one file; what its frames show are further parts."""
    page = f"<!DOCTYPE html><html><body><h1>Results</h1><p>{words}</p></body></html>"
    heads = "From: <Saved by Blink>\nSnapshot-Content-Location: https://portal.example/\nSubject: Results\n"
    kind = 'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="x"\n\n'
    parts = f"--x\nContent-Type: text/html; charset=utf-8\n\n{page}\n"
    for frame in frames:
        parts += f"--x\nContent-Type: text/html; charset=utf-8\n\n<html><body>{frame}</body></html>\n"
    parts += "--x\nContent-Type: text/css\n\np {}\n--x--\n"
    return (heads + kind + parts).encode()


def a_nested_bomb() -> bytes:
    """An archive of archives, none of which is too large alone."""
    inner = zipped({f"{number}": bytes(60_000) for number in range(100)})
    return zipped({f"{number}.zip": inner + bytes([number]) for number in range(90)})


def _joined(first: bytes, second: bytes) -> bytes:
    """Two archives of one file each as one archive of two."""
    parts, lists, place = b"", b"", 0
    for archive in (first, second):
        start = archive.index(b"PK\x01\x02")
        end = archive.index(b"PK\x05\x06")
        listed = bytearray(archive[start:end])
        listed[42:46] = place.to_bytes(4, "little")
        parts, lists, place = parts + archive[:start], lists + bytes(listed), place + start
    tail = bytearray(second[second.index(b"PK\x05\x06") :])
    tail[8:12] = (2).to_bytes(2, "little") * 2
    tail[12:20] = len(lists).to_bytes(4, "little") + place.to_bytes(4, "little")
    return parts + lists + bytes(tail)


def packed_as(method: int, archive: bytes, only: str = "") -> bytes:
    """An archive whose files say that they are packed in this way (APPNOTE.TXT, 4.4.5), or one of them."""
    changed = bytearray(archive)
    for mark, at, name_at in ((b"PK\x03\x04", 8, 30), (b"PK\x01\x02", 10, 46)):
        place = changed.find(mark)
        while place >= 0:
            if changed[place + name_at :].startswith(only.encode()):
                changed[place + at : place + at + 2] = method.to_bytes(2, "little")
            place = changed.find(mark, place + 4)
    return bytes(changed)
