"""What a destination asks for is content: read strictly, found by its names, and said until its day."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

import pytest

from dialogs.case.case import Case
from dialogs.composed.contents import Content
from dialogs.content.destination_words import read_destination_words
from dialogs.content.destinations import read_destination, read_destinations
from dialogs.content.files import ContentError
from dialogs.content.profile import found
from dialogs.content.whose import OWN, read_whose
from dialogs.roads.destination.screens import one
from dialogs.words.fillings import TAKEN
from tests import real
from tests.chat import SMALL_GUIDE
from tests.content.conftest import FOLDER

TODAY, LATER = date(2026, 11, 26), date(2027, 6, 1)
PROFILE = """
country = "us"
called = ["North Clinic", "north"]
review_by = 2027-05-31

[[records]]
what = ["report", "scans"]
wanted = "yes"
months = 6
source = "https://north.example/records"
seen = 2026-11-24

[[records]]
what = ["plan"]
wanted = "no"
unsure = true
source = "https://north.example/records"
seen = 2026-11-24

[[records]]
what = ["discs"]
wanted = "no"
source = "https://north.example/records"
seen = 2026-11-24
review_by = 2026-12-31

[[slides]]
what = ["blocks"]
source = "https://north.example/slides"
seen = 2026-11-24

[[opinion]]
what = ["written"]
days = [5, 7]
source = "https://north.example/opinion"
seen = 2026-11-24
"""
WORDS = {each: (FOLDER / each / "destinations.toml").read_text(encoding="utf-8") for each in ("en", "es", "ar")}
DISCS = '[[records]]\nwhat = ["discs"]'
IMAGES = '[[images]]\nwhat = ["dicom"]\nsource = "https://north.example"\nseen = 2026-11-24\n\n'
MISTAKES = [
    ("nowhere", 'country = "us"', 'country = "mars"', "country", "not one of"),
    ("no day of review", "review_by = 2027-05-31", "", "review_by", "missing"),
    ("a day in quotes", "review_by = 2027-05-31", 'review_by = "in May"', "review_by", "a day"),
    ("a record that is none", '"scans"]', '"scan"]', "records 1.what", "not a record"),
    ("no record", 'what = ["report", "scans"]', "what = []", "records 1.what", "at least 1"),
    ("no wish", 'wanted = "yes"\n', "", "records 1.wanted", "missing"),
    ("an odd wish", 'wanted = "yes"', 'wanted = "must"', "records 1.wanted", "not one of"),
    ("no source", 'source = "https://north.example/slides"\n', "", "slides 1.source", "missing"),
    ("no address", '"https://north.example/slides"', '"their page"', "slides 1.source", "address of a page"),
    ("no day", "seen = 2026-11-24\n", "", "records 1.seen", "missing"),
    ("days the wrong way round", "[5, 7]", "[7, 5]", "opinion 1.days", "fewest first"),
    ("one day", "[5, 7]", "[5]", "opinion 1.days", "2 (two numbers)"),
    ("review before it was seen", "2026-12-31", "2026-01-31", "records 3.review_by", "seen on"),
    ("wanted and not wanted", DISCS, f'{DISCS[:-1]}, "report"]', "records 3.what", "already as wanted = 'yes'"),
    ("said twice", DISCS, f'{DISCS[:-1]}, "plan"]', "records 3.what", "'plan' stands there already"),
    ("how recent, of none", "unsure = true", "months = 3", "records 2.months", "how recent"),
    ("an unknown key", "months = 6", "month = 6", "records 1.month", "misspelt"),
    ("an unknown table", "[[slides]]", "[[slide]]", "slide", "misspelt"),
    ("one bracket", "[[slides]]", "[slides]", "slides", "two brackets"),
    ("half a name", '"north"]', '"no"]', "called", "too short"),
    ("how to send what is not wanted", "[[slides]]", f"{IMAGES}[[slides]]", "images 1.what", "do not want"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"), [each[1:] for each in MISTAKES], ids=[m[0] for m in MISTAKES]
)
def test_a_mistake_is_named_by_file_and_key(tmp_path: Path, old: str, new: str, key: str, problem: str) -> None:
    assert old in PROFILE
    (file := tmp_path / "north.toml").write_text(PROFILE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_destinations(tmp_path, SMALL_GUIDE)
    assert any(each.key == key and problem in each.problem for each in caught.value.all), caught.value.all
    assert {each.file for each in caught.value.all} == {str(file)}


@pytest.mark.parametrize("name", ["North.toml", "north", "north.txt", f"{'n' * 25}.toml"])
def test_a_file_is_called_by_its_key(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PROFILE, encoding="utf-8")
    with pytest.raises(ContentError, match=name):
        read_destinations(tmp_path, SMALL_GUIDE)


def test_no_two_destinations_go_by_one_name(tmp_path: Path) -> None:
    (tmp_path / "north.toml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "south.toml").write_text(PROFILE.replace("North Clinic", "South Clinic"), encoding="utf-8")
    with pytest.raises(ContentError, match="is north already"):
        read_destinations(tmp_path, SMALL_GUIDE)


def test_what_an_editor_leaves_is_passed_over_and_no_folder_is_no_destination(tmp_path: Path) -> None:
    (tmp_path / "north.toml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "north.toml~").write_text("half", encoding="utf-8")
    assert [*read_destinations(tmp_path, SMALL_GUIDE)] == ["north"]
    assert read_destinations(tmp_path / "nowhere", SMALL_GUIDE) == {}


def test_a_record_that_is_not_asked_for_any_more_may_still_be_named(tmp_path: Path) -> None:
    (file := tmp_path / "north.toml").write_text(
        PROFILE.replace('"report", "scans"', '"old", "scans"'), encoding="utf-8"
    )
    north = read_destination(file, replace(SMALL_GUIDE, retired=("old",)))
    assert north.wishes[0].what == ("scans",)
    with pytest.raises(ContentError, match="'old' is not a record"):
        read_destination(file, SMALL_GUIDE)


def test_the_page_at_the_head_stands_for_every_line_that_has_none_of_its_own(tmp_path: Path) -> None:
    page = 'source = "https://north.example/all"\nseen = 2026-11-20\n'
    slides = 'source = "https://north.example/slides"\nseen = 2026-11-24\n'
    (file := tmp_path / "north.toml").write_text(page + PROFILE.replace(slides, ""), encoding="utf-8")
    told = {each.about: (each.source, each.seen) for each in read_destination(file, SMALL_GUIDE).wishes}
    assert told["slides"] == ("https://north.example/all", date(2026, 11, 20))
    assert told["opinion"] == ("https://north.example/opinion", date(2026, 11, 24))


def test_a_line_is_said_until_its_day_and_an_unsure_one_takes_nothing_away(tmp_path: Path) -> None:
    (file := tmp_path / "north.toml").write_text(PROFILE, encoding="utf-8")
    north = read_destination(file, SMALL_GUIDE)
    assert (north.wanted("report", TODAY), north.wanted("discs", TODAY)) == ("yes", "no")
    assert north.wanted("plan", TODAY) is None, "what is to be checked is not sure"
    assert north.wanted("discs", date(2026, 12, 31)) == "no", "its last day"
    assert north.wanted("discs", date(2027, 1, 1)) is None
    assert north.past(date(2027, 1, 1))
    assert not north.past(TODAY)
    assert north.said(LATER) == ()
    assert north.of("slides", TODAY) == ("blocks",)


def test_a_destination_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "north.toml").write_text(PROFILE, encoding="utf-8")
    south = PROFILE.replace('["North Clinic", "north"]', '["The North Clinic South", "S.C."]').replace(
        '"S.C."', '"S-C-C"'
    )
    (tmp_path / "south.toml").write_text(south, encoding="utf-8")
    every = read_destinations(tmp_path, SMALL_GUIDE)
    for written, keys in {
        "NORTH CLINIC": ("north",),
        "Dr. Miller, north-clinic": ("north",),
        "the North Clinic South and s.c.c.": ("south",),
        "s c c, or North": ("south", "north"),
        "northern lights": (),
        "": (),
    }.items():
        assert found(every, written) == keys, written


# The real ones


def test_there_are_ten_at_least_and_each_is_found_by_its_names_in_every_language(content: Content) -> None:
    profiles = content.guide.destinations
    assert len(profiles) >= 10
    assert {"nhs", "doctor_elsewhere", "another"} <= {*profiles}
    for language in ("en", "es", "ar"):
        for key, profile in profiles.items():
            name = real.content(language).wording.destination(key)
            assert name
            if profile.called:
                assert found(profiles, name) == (key,), (language, name)
    for written, key in {
        "md anderson": "md_anderson",
        "M.D. Anderson in Houston": "md_anderson",
        "dana farber": "dana_farber",
        "MSK": "msk",
        "Sloan-Kettering": "msk",
        "Brigham and Women's": "mass_general_brigham",
        "the Mayo clinic": "mayo_clinic",
        "Ucla": "ucla",
    }.items():
        assert found(profiles, written) == (key,), written


def test_what_is_said_of_each_can_be_said_in_every_language_also_when_all_of_it_is_past(content: Content) -> None:
    for language in ("en", "es", "ar"):
        spoken = real.content(language)
        for key in (*content.guide.destinations, "closed"):
            for heard in (spoken_on(2026), spoken_on(2036)):
                case = replace(Case(heard=heard), destinations=(key,))
                assert spoken.wording.text(one(spoken.guide, case, key)).lstrip("\u200f").startswith("<b>")


def spoken_on(year: int) -> datetime:
    return datetime(year, 11, 26, 12, tzinfo=UTC)


def test_a_destination_is_added_as_the_page_for_authors_says(tmp_path: Path) -> None:
    page = (FOLDER.parent / "docs" / "content.md").read_text(encoding="utf-8")
    told = page[page.index("## Add a destination") :]
    told = told[: told.index("\n## ", 3)]
    profile, words = (dedent(each) for each in re.findall(r"```toml\n(.*?)```", told, re.DOTALL))
    (name,) = re.findall(r"For instance `(\w+\.toml)`", told)
    shutil.copytree(FOLDER / "destinations", folder := tmp_path / "destinations")
    (folder / name).write_text(profile, encoding="utf-8")
    known = real.content().guide
    guide = replace(known, destinations=read_destinations(folder, known))
    assert guide.destination("river_hospital").wanted("imaging_files", TODAY) == "no"
    for language in ("en", "es", "ar"):
        whose = read_whose(FOLDER / language / "words.toml", TAKEN, OWN)
        (file := tmp_path / f"{language}.toml").write_text(written := WORDS[language], encoding="utf-8")
        with pytest.raises(ContentError) as caught:
            read_destination_words(file, guide, whose)
        assert {each.key for each in caught.value.all} == {"name.river_hospital", "papers.parking_permit"}
        for header, line in re.findall(r"(\[\w+\])\n(.*)", words):
            written = written.replace(header, f"{header}\n{line}", 1)
        file.write_text(written, encoding="utf-8")
        assert read_destination_words(file, guide, whose)["name"]["river_hospital"] == "River Hospital"


def test_words_of_a_destination_that_was_taken_out_may_stay_and_a_missing_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "north.toml").write_text(PROFILE, encoding="utf-8")
    guide = replace(SMALL_GUIDE, destinations=read_destinations(tmp_path, SMALL_GUIDE))
    (file := tmp_path / "destinations.toml").write_text(
        '[name]\nnorth = "North"\ngone = "Gone"\n[slides]\nblocks = "blocks"\n[opinion]\nwritten = "a letter"\n'
    )
    assert read_destination_words(file, guide, {})["name"]["gone"] == "Gone"
    file.write_text(f'[name]\nnorth = "{"N" * 41}"\n[slide]\nblocks = "blocks"\n[opinion]\nwritten = ""\n')
    with pytest.raises(ContentError) as caught:
        read_destination_words(file, guide, {})
    assert {each.key for each in caught.value.all} == {"name.north", "slides.blocks", "slide", "opinion.written"}
