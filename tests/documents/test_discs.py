import pytest

from bot.documents.inspection import Verdict, inspect
from dialogs.case.facts import Facts, Study
from tests.makers import discs

pytestmark = pytest.mark.usefixtures("looked_at_here")


async def verdict_on(content: bytes) -> Verdict:
    verdict = await inspect([content])
    assert verdict.state == "readable"
    return verdict


async def test_a_disc_tells_its_studies_its_patient_and_what_is_no_image() -> None:
    verdict = await verdict_on(discs.a_disc())
    studies = (Study("CT", "2026-03-12", 2, 3), Study("CT/PT", "2026-04-02", 3, 2))
    assert verdict.facts == Facts(patient="Doe, Jane", born="1970-01-01", studies=studies, not_images=2)
    assert verdict.remarks == ()


async def test_a_folder_without_images_is_named_and_those_with_images_are_not() -> None:
    disc = discs.a_disc({"VIEWER/run.exe": b"MZ", "VIEWER/help/a.txt": b"how to", "DICOM/note.txt": b"a note"})
    assert (await verdict_on(disc)).facts.other_folders == ("VIEWER",)


async def test_one_image_is_one_study() -> None:
    verdict = await verdict_on(discs.a_dicom())
    assert verdict.facts == Facts(patient="Doe, Jane", born="1970-01-01", studies=(Study("CT", "2026-03-12", 1, 1),))


async def test_images_of_two_people_on_one_disc_are_told_and_belong_to_neither() -> None:
    verdict = await verdict_on(discs.a_disc({"OTHER": discs.a_dicom(name="Roe^Richard")}))
    assert verdict.remarks == ("several_names",)
    assert verdict.facts.patient == ""


@pytest.mark.parametrize("content", [discs.a_dicomdir, lambda: discs.a_dicom(modality="SR", pixels=False)])
async def test_dicom_without_images_is_told(content: bytes) -> None:
    assert (await verdict_on(content)).remarks == ("no_images",)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Doe^Jane^Ann^Dr^PhD", "Doe, Jane Ann"),
        ("DOE JANE", "DOE JANE"),
        ("Müller^Jürgen", "Müller, Jürgen"),
        ("Yamada^Tarou=山田^太郎", "Yamada, Tarou"),
        ("\u202eeoD^\u200bJane", "eoD, Jane"),
        ("D" * 64 + "^J", "D" * 64 + ", J"),
        ("", ""),
    ],
)
async def test_a_name_is_told_as_a_report_would_print_it(name: str, printed: str) -> None:
    assert (await verdict_on(discs.a_dicom(name=name))).facts.patient == printed


@pytest.mark.parametrize(("date", "told"), [("2026.03.12", "2026-03-12"), ("20260230", ""), ("soon", ""), ("", "")])
async def test_a_date_that_is_none_is_not_told(date: str, told: str) -> None:
    assert (await verdict_on(discs.a_dicom(date=date))).facts.studies[0].date == told


async def test_names_in_an_archive_lead_nowhere() -> None:
    assert (await verdict_on(discs.a_disc_with_crooked_names())).facts.studies[0].images == 10


async def test_a_link_in_an_archive_is_not_followed() -> None:
    assert (await verdict_on(discs.a_disc_with_a_link())).facts.not_images == 3


async def test_what_a_computer_left_in_an_archive_is_not_counted() -> None:
    disc = discs.a_disc({"__MACOSX/._A1": b"x", "DICOM/.DS_Store": b"x"})
    assert (await verdict_on(disc)).facts.not_images == 2


async def test_a_disc_of_a_thousand_images_is_looked_at_whole() -> None:
    image = discs.a_dicom()
    verdict = await verdict_on(discs.a_zip({f"{number}": image for number in range(1000)}))
    assert verdict.facts.studies[0].images == 1000
