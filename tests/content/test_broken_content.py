"""A mistake in content/ stops the bot at the start, and names the file and the key that its author has to mend."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogs.composed.reading import read_content
from dialogs.content.files import ContentError
from tests.content.breaking import change, copied_to, named
from tests.content.conftest import FOLDER
from tests.content.files import (
    DAYS,
    GUESSED,
    GUIDE,
    PLACES,
    PRESSED,
    RECOGNITION,
    RECORDS,
    SAFETY,
    WELCOME,
    WORDS,
    Mistake,
    message,
)
from tests.content.mistakes import SEEN_WHEN_READ
from tests.content.mistakes.when_said import SEEN_WHEN_SAID

PROJECT = FOLDER.parent


def _side_by_side() -> Iterator[list[Mistake]]:
    """All mistakes, most of them beside others that do not hide them."""
    files = defaultdict[str, list[Mistake]](list)
    for mistake in SEEN_WHEN_READ:
        files[mistake[1]].append(mistake)
    yield from ([mistake] for mistake in files.pop(GUIDE))  # words are held to it
    for places in ([WORDS, SAFETY, RECOGNITION, DAYS, PLACES, RECORDS], [*files]):
        while any(files[place] for place in places):
            yield [files[place].pop() for place in places if files[place]]


def _found(folder: Path, mistakes: list[Mistake]) -> list[tuple[str, str, str]]:
    """What a start finds wrong with these mistakes: file, key and problem."""
    whole = {file: (folder / file).read_bytes() for _, file, *_ in mistakes}
    try:
        for _, file, old, new, _, _ in mistakes:
            change(folder, file, old, new)
        with pytest.raises(ContentError) as caught:
            read_content(folder)
    finally:
        for file, content in whole.items():
            (folder / file).write_bytes(content)
    return [(str(Path(each.file).relative_to(folder)), each.key, each.problem) for each in caught.value.all]


def _names(found: list[tuple[str, str, str]], mistake: Mistake) -> bool:
    _, file, _, _, key, problem = mistake
    return any(each[:2] == (file, key) and problem in each[2] for each in found)


@pytest.mark.parametrize("mistakes", list(_side_by_side()), ids=lambda mistakes: mistakes[0][0])
def test_a_mistake_names_its_file_and_its_key(broken: Path, mistakes: list[Mistake]):
    together = _found(broken, mistakes)
    for mistake in mistakes:  # one may hide another: then it is looked for alone
        assert _names(together, mistake) or _names(_found(broken, [mistake]), mistake), mistake


def test_what_can_only_be_seen_when_it_is_said_tried_and_printed_is_named_by_check(folder: Path):
    for _, file, old, new, _, _ in SEEN_WHEN_SAID:
        change(folder, file, old, new)
    found = named(folder)
    for name, file, _, _, key, problem in SEEN_WHEN_SAID:
        assert [each for each in found if each[:2] == (file, key) and problem in each[2]], (name, found)


def test_mistakes_in_many_files_are_all_named_at_once(folder: Path):
    for file, old, new in (
        (WORDS, 'begin = "For me"', ""),
        (WORDS, '"Lab results"', '""'),
        (SAFETY, "unless = [", "unlses = ["),
        (DAYS, "two = 2", 'two = "2"'),
        (RECORDS, "greeting =", "greting ="),
        (WELCOME, "</b>", ""),
    ):
        change(folder, file, old, new)
    found = [each[:2] for each in named(folder)]
    assert {(WORDS, "button.begin"), (WORDS, "record.labs.title"), (SAFETY, "rule 1.unlses")} <= {*found}
    assert {(DAYS, "numbers.two"), (RECORDS, "greting")} <= {*found}


@pytest.mark.parametrize("rules", ["", "# no rules any more\n", "rule = []\n"])
def test_an_empty_safety_file_is_a_mistake(folder: Path, rules: str):
    (folder / SAFETY).write_text(rules, encoding="utf-8")
    assert (SAFETY, "rule") in [each[:2] for each in named(folder)]


@pytest.mark.parametrize("outcome", ["emergency", "crisis", "call_team"])
def test_a_language_that_is_deaf_to_one_of_three_is_a_mistake(folder: Path, outcome: str):
    text = (folder / SAFETY).read_text(encoding="utf-8")
    rules = [rule for rule in text.split("[[rule]]") if f'kind = "{outcome}"' not in rule]
    (folder / SAFETY).write_text("[[rule]]".join(rules), encoding="utf-8")
    assert (SAFETY, "rule") in [each[:2] for each in named(folder) if outcome in each[2]]


def test_a_guide_that_asks_for_nothing_is_none(folder: Path):
    (folder / GUIDE).write_text('most_important = "pathology"\n', encoding="utf-8")
    assert (GUIDE, "record") in [each[:2] for each in named(folder)]


def test_a_record_that_is_renamed_everywhere_is_named_for_cases_hold_its_key(folder: Path):
    for file in (GUIDE, WORDS, RECOGNITION, PRESSED, GUESSED):
        text = (folder / file).read_text(encoding="utf-8").replace('"labs"', '"bloods"')
        (folder / file).write_text(text.replace("record.labs", "record.bloods").replace("\nlabs = ", "\nbloods = "))
    assert (GUIDE, "record") in [each[:2] for each in named(folder) if "'labs'" in each[2]]
    change(folder, GUIDE, "most_important =", 'retired = ["labs"]\nmost_important =')
    assert read_content(folder).guide.record("bloods")


WRONG_TEMPLATES = {
    "welcome": ("{{ patient_name }}", "patient_name"),
    "consent": ("{% for %}", "line 1"),
    "noted": ("Hello\n{% if words %}", "line 2"),
    "summary": ("Hello\n\n{{ words | no_such_filter }}", "line 3"),
    "help": ("", "file"),
    "plan": ("  \n\n", "file"),
    "recap": ("{# to be written #}", "file"),
    "privacy": ("<b></b>", "file"),
}


def test_a_template_with_a_mistake_names_the_value_or_the_line(folder: Path):
    for name, (text, _) in WRONG_TEMPLATES.items():
        (folder / message(name)).write_text(text, encoding="utf-8")
    assert {(message(name), key) for name, (_, key) in WRONG_TEMPLATES.items()} <= {each[:2] for each in named(folder)}


def test_another_language_is_proofread_too(folder: Path):
    (folder / "en").rename(folder / "de")
    names = ("months", "weekdays")
    found = [each for each in named(folder) if each[0].startswith("de/")]
    assert {each[1] for each in found if each[0] == "de/days.toml"} == set(names)
    assert ("de/recognition.toml", "dates.months") in [each[:2] for each in found]


def test_a_language_of_rules_alone_is_tried(folder: Path):
    (folder / "pt" / "safety").mkdir(parents=True)
    rule = 'all = [["não consigo respirar"]]\nsource = "a test"\nsigned_by = ""\n'
    graver = f'[[rule]]\nkind = "emergency"\nexample = "Não consigo respirar."\n{rule}'
    (folder / "pt" / "safety" / "rules.toml").write_text(graver, encoding="utf-8")
    shutil.rmtree(folder / "en")
    found = [each[:2] for each in named(folder) if each[0].startswith("pt/")]
    assert found == 2 * [("pt/safety/rules.toml", "rule")], "there is none for a crisis and for call_team"


def test_the_command_says_it_in_a_line_each(tmp_path: Path):
    for name in ("bot", "dialogs"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    copied_to(tmp_path / "content")
    change(tmp_path / "content", WORDS, 'begin = "For me"', "")
    change(tmp_path / "content", SAFETY, '"air"]', '"*"]')
    command = [sys.executable, "-m", "bot", "check"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 2, told.stderr
    assert "Traceback" not in told.stderr
    for line in ("content/en/words.toml: button.begin: is missing", "content/en/safety/rules.toml: rule 1.all: "):
        assert any(line in each for each in told.stderr.splitlines()), told.stderr
