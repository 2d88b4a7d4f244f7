"""What `python -m bot look` prints: a line for each file, in order, from whatever bytes, and nothing is written."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.arguments import parser
from bot.child import lending
from bot.looking import report
from bot.looking.report import looked
from tests import real
from tests.makers import made, records

PAPER = """SURGICAL PATHOLOGY REPORT
Patient Name: Fontaine, Alma    DOB: 14 March 1961    Accession: S26-01234
Collected: 3 February 2026    Status: Final
GROSS DESCRIPTION: Received in formalin. Margins free.
DIAGNOSIS: Carcinoma, biopsy. Compared with the CT of 2 January 2026.
Estrogen receptor: Positive (95%)
HER2: Negative (1+)"""


@pytest.fixture(scope="module")
def rules() -> bytes:
    return json.dumps(real.content().recognition).encode()


async def lines_about(files: list[Path], rules: bytes, at_once: int = 2) -> tuple[list[dict[str, Any]], bool]:
    said: list[str] = []
    all_read = await looked(files, rules, at_once, said.append)
    return [json.loads(line) for line in said], all_read


def kept(folder: Path, **files: bytes) -> list[Path]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


@pytest.mark.usefixtures("looked_at_here")
async def test_all_that_is_printed_on_a_paper_is_in_its_line(tmp_path: Path, rules: bytes):
    (line,), all_read = await lines_about(kept(tmp_path, paper=made.a_printed_pdf(PAPER)), rules)
    assert all_read
    assert (line["file"], line["kind"], line["verdict"]) == (str(tmp_path / "paper"), "pdf", "readable")
    assert (line["pages"], line["records"], line["documents"]) == (1, ["pathology", "biomarkers"], [])
    assert line["day"] == {"date": "2026-02-03", "how": "examined", "sure": True}
    assert (line["standing"], line["could_not_tell"]) == ("final", [])
    assert line["references"] == ["Compared with the CT of 2 January 2026."]
    assert (line["patient"], line["born"], line["numbers"]) == ("Fontaine, Alma", "1961-03-14", ["S26-01234"])


@pytest.mark.usefixtures("looked_at_here")
async def test_what_could_not_be_told_is_not_what_is_not_there(tmp_path: Path, rules: bytes):
    unsure = b"Patient: Jane Doe\nCollected: 06/02/2026\n"
    lines, _ = await lines_about(kept(tmp_path, unsure=unsure, silent=b"Patient: Jane Doe\nA note.\n"), rules)
    assert lines[0]["day"] == {"date": None, "either": ["2026-02-06", "2026-06-02"], "how": "examined", "sure": False}
    assert lines[0]["could_not_tell"] == ["date"]
    assert (lines[1]["day"], lines[1]["could_not_tell"]) == (None, [])


@pytest.mark.usefixtures("looked_at_here")
async def test_any_bytes_and_no_bytes_have_a_line_and_not_all_could_be_read(tmp_path: Path, rules: bytes):
    files = kept(tmp_path, empty=b"", noise=bytes(range(256)), cut=made.a_pdf()[:200], good=made.a_png())
    lines, all_read = await lines_about(files, rules)
    assert not all_read
    assert [line["file"] for line in lines] == [str(each) for each in files]
    assert [line["verdict"] for line in lines][-1] == "readable"
    assert "readable" not in [line["verdict"] for line in lines][:-1]


async def test_a_file_that_is_too_large_to_be_handed_over_is_looked_at_where_it_lies(tmp_path: Path, rules: bytes):
    watched = records.an_apple_export(190_000)
    assert len(watched) > lending.LARGE
    (line,), all_read = await lines_about(kept(tmp_path, export=watched), rules)
    assert all_read
    assert (line["kind"], line["verdict"], line["remarks"]) == ("apple_health", "readable", ["lost_measures"])


async def test_papers_in_an_archive_are_looked_at_as_if_they_had_been_sent_alone(tmp_path: Path, rules: bytes):
    archive = made.zipped({"a.txt": PAPER.encode(), "b.txt": b"Patient: Jane Doe\nA note.\n"})
    (line,), all_read = await lines_about(kept(tmp_path, archive=archive), rules)
    assert all_read
    assert (line["verdict"], line["records"]) == ("opened", [])
    assert [(each["verdict"], each["kind"]) for each in line["documents"]] == [("readable", "text")] * 2
    assert [each["records"] for each in line["documents"]] == [["pathology", "biomarkers"], []]


async def test_what_is_no_file_has_a_line_too(tmp_path: Path, rules: bytes):
    os.mkfifo(tmp_path / "pipe")
    lines, all_read = await lines_about([tmp_path, tmp_path / "none", tmp_path / "pipe"], rules)
    assert not all_read
    assert all(set(line) == {"file", "error"} for line in lines)


async def test_lines_keep_their_order_whichever_file_is_quicker(monkeypatch: pytest.MonkeyPatch):
    second = asyncio.Event()

    async def look_at(path: Path, *_: object) -> dict[str, Any]:
        await (second.wait() if path.name == "first" else asyncio.sleep(0))
        second.set()
        return {"verdict": "readable"}

    monkeypatch.setattr(report, "look_at", look_at)
    lines, all_read = await lines_about([Path("first"), Path("second")], b"{}")
    assert all_read
    assert [line["file"] for line in lines] == ["first", "second"]


async def test_no_more_files_are_begun_than_are_told_soon(monkeypatch: pytest.MonkeyPatch):
    begun = 0

    def named() -> Any:
        nonlocal begun
        for number in range(1000):
            begun += 1
            yield Path(str(number))

    async def look_at(*_: object) -> dict[str, Any]:
        return {"verdict": "readable"}

    monkeypatch.setattr(report, "look_at", look_at)
    said: list[str] = []

    def say(line: str) -> None:
        said.append(line)
        assert begun - len(said) < report.AHEAD * 2

    await looked(named(), b"{}", 2, say)
    assert len(said) == 1000


@pytest.mark.parametrize("asked", [["look"], ["look", "--jobs", "0", "a"], ["look", "--jobs", "many", "a"]])
def test_asked_wrongly_it_ends_with_two(asked: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(asked)
    assert ended.value.code == 2
