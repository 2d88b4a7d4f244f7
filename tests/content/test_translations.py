"""Every language that is spoken: what English says in other words, within the same limits; nothing is given away."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from dialogs.composed.contents import Content
from dialogs.composed.reading import read_content, read_contents
from dialogs.content.files import ContentError
from dialogs.content.translation import mark, progress
from dialogs.days import past_days
from dialogs.effects import Say
from dialogs.proofreading.messages import wrong_messages
from dialogs.words import dates
from dialogs.words.isolates import FIRST, LAST, isolated
from dialogs.words.plurals import forms_of
from dialogs.words.telegram_html import parsed
from tests.content.conftest import FOLDER
from tests.content.pseudo import CODE, make
from tests.content.test_plain_words import TOLD_UNASKED

DAY = date(2026, 3, 12)


def own(translated: Content, said: list[Say]) -> list[Say]:
    """What is translated already of all that is said."""
    return [say for say in said if translated.wording.templates.has(say.name)]


def test_a_translated_message_is_one_that_telegram_takes_and_a_phone_shows(translated: Content, said: list[Say]):
    assert [str(each) for each in wrong_messages(translated, own(translated, said))] == []


def test_nothing_on_a_locked_screen_tells_of_an_illness(translated: Content, said: list[Say]):
    beginnings = translated.language.lock_screen
    assert beginnings, "language.toml has no words of health"
    for say in own(translated, said):
        if say.name in TOLD_UNASKED:
            text = parsed(translated.wording.text(say))[0].casefold()
            assert not [word for word in beginnings if re.search(rf"\b{word.casefold()}", text)], text


def test_what_must_not_wait_is_heard_in_all_of_them(translated: Content):
    english = read_content(FOLDER)
    for rule in (*english.rules.rules[:3], *translated.rules.rules[:3]):
        assert translated.dialogue.ears.hear(rule.example) == english.dialogue.ears.hear(rule.example)
        assert translated.dialogue.ears.hear(rule.example).kind is rule.kind


def test_what_is_not_translated_is_said_in_english(tmp_path: Path):
    folder = make(FOLDER / "en", tmp_path / "content")
    (folder / CODE / "messages" / "kept.html.j2").unlink()
    text = (folder / CODE / "words.toml").read_text(encoding="utf-8")
    (folder / CODE / "words.toml").write_text(re.sub(r"^open = .*$", "", text, flags=re.M), encoding="utf-8")
    wording = read_content(folder, CODE).wording
    assert wording.text(Say("kept")) == read_content(folder).wording.text(Say("kept"))
    assert wording.words["open"]["date"] == read_content(folder).wording.words["open"]["date"]
    assert wording.text(Say("file_up")) != read_content(folder).wording.text(Say("file_up"))


def test_a_language_begins_as_the_page_for_authors_says(tmp_path: Path):
    page = (FOLDER.parent / "docs" / "content.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"## Add a language\n.*?```toml\n(.*?)```", page, re.DOTALL)
    shutil.copytree(FOLDER, folder := tmp_path / "content", ignore=shutil.ignore_patterns("es", "ar", "examples.toml"))
    (folder / "de").mkdir()
    (folder / "de" / "language.toml").write_text(told, encoding="utf-8")
    english, german = (read_contents(folder).spoken[each] for each in ("en", "de"))
    assert german.wording.text(Say("kept")) == english.wording.text(Say("kept"))
    rule = english.rules.rules[0]
    assert german.dialogue.ears.hear(rule.example).kind is rule.kind


def test_a_finished_translation_lacks_nothing_and_loses_no_value(tmp_path: Path):
    folder = make(FOLDER / "en", tmp_path / "content")
    language = folder / CODE / "language.toml"
    language.write_text(language.read_text(encoding="utf-8").replace("unfinished = true", ""), encoding="utf-8")
    for name in ("places.toml", "pressed.toml", "guessed.toml"):
        (folder / CODE / name).write_bytes((FOLDER / "en" / name).read_bytes())
    (folder / CODE / "messages" / "kept.html.j2").unlink()
    (folder / CODE / "messages" / "too_long.html.j2").write_text("{{ length }}", encoding="utf-8")
    with pytest.raises(ContentError) as wrong:
        read_content(folder, CODE)
    found = {(Path(each.file).name, each.key) for each in wrong.value.all}
    assert {("kept.html.j2", "file"), ("days.toml", "file")} <= found
    (folder / CODE / "messages" / "kept.html.j2").write_text("Ω", encoding="utf-8")
    language.write_text(language.read_text(encoding="utf-8") + "unfinished = true\n", encoding="utf-8")
    with pytest.raises(ContentError) as wrong:
        read_content(folder, CODE)
    assert [(Path(each.file).name, each.key) for each in wrong.value.all] == [("too_long.html.j2", "at_most")]


def test_a_translation_is_stale_once_its_english_is_another(tmp_path: Path):
    folder = make(FOLDER / "en", tmp_path / "content")
    fresh = progress(folder, CODE)
    assert (fresh.missing, fresh.stale) == ((), ())
    assert "messages/kept.html.j2" in fresh.unmarked
    mark(folder, CODE)
    assert progress(folder, CODE).unmarked == ()
    (folder / "en" / "messages" / "kept.html.j2").write_text("Another.", encoding="utf-8")
    assert progress(folder, CODE).stale == ("messages/kept.html.j2",)
    mark(folder, CODE, ("messages/kept.html.j2",))
    assert progress(folder, CODE).stale == ()
    (folder / CODE / "messages" / "kept.html.j2").unlink()
    assert progress(folder, CODE).missing == ("messages/kept.html.j2",)


def test_every_language_counts_in_its_own_forms():
    assert forms_of("en") == forms_of("es") == forms_of("de") == ("one", "other")
    assert forms_of("ar") == ("few", "many", "one", "two", "zero", "other")
    assert forms_of("ru") == ("few", "many", "one", "other")


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "Thursday, March 12", "March 2026"),
        ("es", "jueves, 12 de marzo", "marzo de 2026"),
        ("de", "Donnerstag, 12. März", "März 2026"),
        ("ar", "الخميس، 12 مارس", "مارس 2026"),
    ],
)
def test_days_are_written_as_the_language_writes_them_even_after_chinese(language: str, day: str, month: str):
    assert dates.month(DAY, "zh") == "2026年3月"  # then Babel has the months of Chinese for every pattern with LLLL
    assert (dates.day(DAY, language), dates.month(DAY, language)) == (day, month)


def test_what_is_written_from_the_left_is_set_apart_in_a_text_from_the_right():
    assert isolated("scan_03.pdf") == f"{FIRST}scan_03.pdf{LAST}"
    assert isolated("AB-123 45") == f"{FIRST}AB-123 45{LAST}"
    for left_alone in ("تحليل", "12", "https://example.org", "two\nlines", "", 7):
        assert isolated(left_alone) == left_alone
    arabic = read_content(FOLDER, "ar").wording
    assert FIRST in arabic.listed(["scan.pdf", "تحليل"])
    assert FIRST not in read_content(FOLDER).wording.listed(["scan.pdf"])


def test_a_day_on_a_paper_is_read_in_digits_of_another_script(translated: Content):
    assert past_days.read("١٢/٣/٢٠٢٥", DAY, translated.days).days[:1] == ("2025-03-12",)
