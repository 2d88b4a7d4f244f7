"""A mistake in content/ stops the bot at the start, and names the file and the key that its author has to mend."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dialogs.content import read_content
from dialogs.guide import ContentError
from tests.chat import Chat
from tests.content.conftest import FOLDER

GUIDE, WORDS, SAFETY = "guide.toml", "en/words.toml", "en/safety.toml"
DAYS, PLACES = "en/days.toml", "en/places.toml"
SOURCES, WELCOME = "en/sources.toml", "en/messages/welcome.html.j2"

IN_THE_GUIDE = {
    "not TOML": ("most_important =", "most_important = =", "file", "cannot be read"),
    "a misspelt list": ("start_with =", "start_wiht =", "guide.start_wiht", "misspelt"),
    "a key of capitals": ('key = "pathology"', 'key = "Pathology"', "record 1", "small letters"),
    "a record without a key": ('key = "labs"', "numbered = true", "record 5", "needs a key"),
    "a key that is taken": ('key = "labs"', 'key = "pathology"', "pathology", "taken"),
    "a key that is a step": ('key = "labs"', 'key = "review"', "review", "taken"),
    "a misspelt setting": ('follows = "pathology"', 'folows = "pathology"', "slides.folows", "misspelt"),
    "following nothing": ('follows = "pathology"', 'follows = "nothing"', "slides.follows", "not a record"),
    "following a later one": ('follows = "pathology"', 'follows = "labs"', "slides.follows", "asked earlier"),
    "a number that is no choice": ("numbered = false", 'numbered = "no"', "slides.numbered", "true or false"),
    "no number, following nothing": ('follows = "pathology"\n', "", "slides.numbered", "only a record that follows"),
    "a loan that is no choice": ("loan = true", 'loan = "yes"', "slides.loan", "true or false"),
    "days that are no number": ("lead_days = 35", 'lead_days = "35"', "slides.lead_days", "number of days"),
    "days without an end": ("lead_days = 35", "lead_days = 3500", "slides.lead_days", "at most 365"),
    "an answer there is not": ('"elsewhere", "asked"', '"nowhere", "asked"', "slides.answers", "'nowhere'"),
    "answers that are no list": ('key = "labs"', 'key = "labs"\nanswers = "send"', "labs.answers", "list of keys"),
    "an important record that is none": ('= "pathology"', '= "x"', "most_important", "not a record"),
    "a start with what is none": ('"imaging_reports", "treatment_plan"', '"x"', "start_with", "not a record"),
    "a start that is no list": ('start_with = ["pathology", ', 'start_with = [1, "pathology", ', "start_with", "list"),
    "a question named twice": ('"complete", "stage"', '"stage", "stage"', "example_questions", "twice"),
}

IN_THE_WORDS = {
    "not TOML": ("[about]", "[about", "file", "cannot be read"),
    "a button without a label": ('begin = "Begin"', "", "button.begin", "missing or empty"),
    "a button that is empty": ('begin = "Begin"', 'begin = " "', "button.begin", "missing or empty"),
    "a button that is too long": ('begin = "Begin"', f'begin = "{"B" * 41}"', "button.begin", "41 characters"),
    "a table nobody knows": ("[count]", "[counts]", "counts", "misspelt"),
    "a noun of one form": ('file = ["file", "files"]', 'file = ["files"]', "count.file", "two forms"),
    "no words for a place in the review": ('decision = "My decision"', "", "open.decision", "missing"),
    "a question without words": ('trial = "Is there', 'trail = "Is there', "question.trial", "missing"),
    "a question to bring without words": ('support = "Which', 'suport = "Which', "bring_forward.support", "missing"),
    "a standing without words": ('asked = "asked for"', "", "standing.asked", "missing"),
    "a standing without a mark": ('unanswered = "○"', "", "mark.unanswered", "missing"),
    "a group without a heading": ('ready = "Ready"', "", "group.ready", "missing"),
    "a next step without a sentence": ('share = "Share', 'shared = "Share', "next_step.share", "missing"),
    "a file in trouble, and nothing to do": ('locked = "Locked', 'looked = "Locked', "trouble.locked", "missing"),
    "a kind of message without a name": ('poll = "a poll"', "", "kind.poll", "missing"),
    "a command without a description": ('help = "What', 'hepl = "What', "command.help", "missing"),
    "no short description": ("short_description =", "shorter_description =", "about.short_description", "missing"),
    "a sheet without a title": ('title = "Summary for', 'titel = "Summary for', "sheet.title", "missing"),
    "a sheet without a disclaimer": ("disclaimers = [", "disclaimers = []\nlost = [", "sheet.disclaimers", "at least"),
    "a record without an explanation": (
        'why = "They say in',
        'wye = "They say in',
        "record.imaging_reports.why",
        "mis",
    ),
    "words of no record": ("[record.pathology]", "[record.pathologie]", "record.pathology.title", "missing"),
    "words of one record too many": ("[question]", '[record.x]\ntitle = "X"\n[question]', "record.x", "not a record"),
    "a title that fits no button": ("Pathology slides", "P" * 41, "record.slides.title", "41 characters"),
    "a button of a record's own, too long": ("I have asked the lab", "I" * 41, "record.slides.button.asked", "41"),
}

IN_THE_SAFETY_RULES = {
    "not TOML": ("[[rule]]", "[[rule]", "file", "cannot be read"),
    "an outcome there is not": ('outcome = "emergency"', 'outcome = "panic"', "rule 1.outcome", "emergency, call_team"),
    "a rule without a source": ("source = ", "origin = ", "rule 1", "needs a source"),
    "a rule nobody could sign": ('signed_by = ""', "", "rule 1", "signed_by"),
    "a rule that is no list of lists": ("all = [", "all = []\nlost = [", "rule 1.all", "list of lists"),
}

IN_THE_DAYS = {
    "not TOML": ("months = [", "months = [[", "file", "cannot be read"),
    "a month missing": ('    ["may"],\n', "", "months", "12 lists"),
    "a weekday missing": ('    ["friday", "fri"],\n', "", "weekdays", "7 lists"),
    "no word for tomorrow": ("tomorrow = [", "tommorrow = [", "words.tomorrow", "needs a list"),
    "only a phrase": ('overmorrow = ["overmorrow", ', "overmorrow = [", "words.overmorrow", "single word"),
}

IN_THE_PLACES = {
    "not TOML": ("[place]", "[place", "file", "cannot be read"),
    "a zone that does not exist": ('"Europe/Paris"', '"Europe/Lutetia"', "known", "not a time zone"),
    "a place in no zone": ('"boston" = ["America/New_York"]', '"boston" = ["America/Boston"]', "boston", "not a time"),
}

BROKEN = [
    pytest.param(file, *mistake, id=f"{Path(file).stem}: {name}")
    for file, mistakes in (
        *((GUIDE, IN_THE_GUIDE), (WORDS, IN_THE_WORDS), (SAFETY, IN_THE_SAFETY_RULES)),
        *((DAYS, IN_THE_DAYS), (PLACES, IN_THE_PLACES)),
    )
    for name, mistake in mistakes.items()
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real content, to break."""
    shutil.copytree(FOLDER, tmp_path / "content")
    return tmp_path / "content"


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, f"{file} no longer has {old!r}"
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_content_as_it_is_can_be_read(folder: Path):
    read_content(folder)


@pytest.mark.parametrize(("file", "old", "new", "key", "problem"), BROKEN)
def test_a_mistake_names_its_file_and_its_key(folder: Path, file: str, old: str, new: str, key: str, problem: str):
    change(folder, file, old, new)
    with pytest.raises(ContentError) as caught:
        read_content(folder)
    assert Path(caught.value.file) == folder / file
    assert caught.value.key == key
    assert problem in caught.value.problem


@pytest.mark.parametrize("file", [GUIDE, WORDS, SOURCES, SAFETY, DAYS, PLACES, WELCOME])
def test_a_file_that_is_missing_is_named(folder: Path, file: str):
    (folder / file).unlink()
    with pytest.raises(ContentError, match="is not there") as caught:
        read_content(folder)
    assert Path(caught.value.file) == folder / file


def test_a_guide_that_asks_for_nothing_is_none(folder: Path):
    (folder / GUIDE).write_text('most_important = "pathology"\n', encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_content(folder)
    assert caught.value.key == "record"


def test_a_message_nobody_says_is_named(folder: Path):
    (folder / "en/messages/welcom.html.j2").write_text("Hello", encoding="utf-8")
    with pytest.raises(ContentError, match="misspelt") as caught:
        read_content(folder)
    assert Path(caught.value.file).name == "welcom.html.j2"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{{ patient_name }}", "patient_name"),
        ("{% for %}", "line 1"),
        ("Hello\n{% if words %}", "line 2"),
        ("Hello\n\n{{ words | no_such_filter }}", "line 3"),
    ],
)
def test_a_template_with_a_mistake_names_the_value_or_the_line(folder: Path, text: str, key: str):
    (folder / WELCOME).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_content(folder)
    assert Path(caught.value.file) == folder / WELCOME
    assert caught.value.key == key


def test_a_record_that_is_added_becomes_a_step_with_no_code(folder: Path):
    text = (folder / GUIDE).read_text(encoding="utf-8")
    (folder / GUIDE).write_text(text + '\n[[record]]\nkey = "vaccinations"\n', encoding="utf-8")
    with (folder / WORDS).open("a", encoding="utf-8") as words:
        words.write(
            '\n[record.vaccinations]\ntitle = "Vaccinations"\nwhat = "A list."\nwhy = "So."\nwhere = "There."\n'
        )
    content = read_content(folder)
    chat = Chat(guide=content.guide)
    chat.patient_walks_to("vaccinations")
    assert "11 of 11\n<b>Vaccinations</b>" in content.wording.text(chat.said("record"))
    chat.patient_presses("elsewhere")
    chat.checklist_says(vaccinations="elsewhere")
    chat.patient_presses("questions/done")
    assert "Vaccinations" in str(content.wording.keyboard(chat.said("review")))
