"""Every message the bot can say, over the real guide, is one that Telegram takes and a phone shows."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from dialogs.asides import MENU
from dialogs.case.answer import Question
from dialogs.composed.contents import Content
from dialogs.effects import Button, Say, copy_button, share_button
from dialogs.proofreading.fullest import fullest, longest_messages
from dialogs.proofreading.life import every_message
from dialogs.proofreading.messages import passed_on, wrong_messages
from dialogs.words.messages import MESSAGES
from dialogs.words.papers import Papers
from dialogs.words.telegram_html import parsed
from dialogs.words.telegram_limits import LONGEST_TEXT
from tests.content.conftest import FOLDER, seen

TAGS = {"b", "i", "u", "s", "a", "blockquote", "code", "pre"}
STRANGE = [
    "<b>bold</b> </b></i></blockquote> a & b &lt; c &nbsp; &#60; <a href='tg://user?id=1'>a page</a>",
    "biopsy.pdf {title} {0} %s {{ 7 * 7 }} {% raw %} {# no #} *_`[not](markdown)`_* <script>alert(1)</script>",
    "\u202egpj.exe \u2066x\u200f 🩻🧬👩🏽‍⚕️ Zürich Łódź 東京 العربية" + "W" * 400,
]


def test_a_long_life_of_one_chat_says_every_message_there_is(said: list[Say]):
    assert {each.name for say in said for each in (say, *passed_on(say))} == set(MESSAGES)


def test_every_message_and_button_is_taken_by_telegram(content: Content, said: list[Say]):
    assert not list(wrong_messages(content, said))
    for say in said:
        assert tags(content.wording.text(say)) <= TAGS, say.name


def test_a_button_that_sends_nothing_is_no_mistake_unless_it_does_nothing(content: Content):
    shares = share_button("button.continue", "https://t.me/a_bot?start=e-1", "Could you get this for me?")
    kept = Say("kept", buttons=((copy_button("button.continue", "a text"),), (shares,)))
    assert not list(wrong_messages(content, [kept]))
    (mistake,) = wrong_messages(content, [Say("kept", buttons=((Button("", "button.continue"),),))])
    assert "sends 0 bytes" in str(mistake)


def test_a_field_asks_for_what_there_are_words_for(content: Content):
    assert not list(wrong_messages(content, [Say("kept", placeholder="note")]))
    (mistake,) = wrong_messages(content, [Say("kept", placeholder="nonsense")])
    assert "nonsense" in str(mistake)


def test_no_message_has_a_gap_or_a_loose_end(content: Content, said: list[Say]):
    for say in said:
        html = content.wording.text(say)
        assert html == html.strip(), say.name
        assert "\n\n\n" not in html, say.name
        assert not [line for line in html.splitlines() if line != line.rstrip()], say.name


def test_every_question_that_can_be_picked_is_said_as_its_button_says_it(content: Content):
    guide, said = content.guide, content.wording.question
    for table, keys in (("question", guide.example_questions), ("bring_forward", guide.bring_forward)):
        assert [said(Question(example=key)) for key in keys] == [content.wording.words[table][key] for key in keys]


def test_the_menu_has_its_order(content: Content):
    assert {name for name, _ in content.wording.commands()} == set(MENU)


# What patients write may look like anything.


@pytest.mark.parametrize("words", STRANGE)
def test_what_a_patient_writes_is_shown_as_it_was_written(content: Content, said: list[Say], words: str):
    harmless: dict[str, set[str]] = {}
    for say in said:
        harmless.setdefault(say.name, set()).update(tags(content.wording.text(say)))
    shown = set()
    for say in every_message(content, words):
        html = content.wording.text(say)
        text = parsed(html)[0]
        assert len(text) <= LONGEST_TEXT, say.name
        assert tags(html) <= harmless[say.name], f"{say.name} shows a tag that was the patient's"
        if words[:30] in text:
            shown.add(say.name)
    assert {"decision", "questions", "summary", "text_unplaced", "checklist", "letters_to", "letter_text"} <= shown
    assert {"receipt", "file_trouble"} <= shown, "file names too"


def test_the_fullest_summary_fits_one_message_and_its_page_has_all_of_it(content: Content):
    chat = fullest(content)
    chat.patient_commands("summary")
    summary = chat.said("summary")
    assert len(seen(content, summary)) <= LONGEST_TEXT
    sheet = Papers(content.wording).words("sheet", summary.values, datetime(2026, 3, 2, tzinfo=UTC))["sheet"]
    assert "2026" in sheet["prepared"]
    assert sheet["letter"]["decision"] == "<" * 500
    assert len(sheet["letter"]["questions"]) == 5
    assert sum(len(section["items"]) for section in sheet["sections"]) == len(content.guide.records)
    assert all("Ω" not in item["note"] for section in sheet["sections"] for item in section["items"]), (
        "notes are theirs"
    )
    assert len(sheet["bring_forward"]["items"]) == len(content.guide.bring_forward)
    assert 1 <= len(sheet["next_steps"]["items"]) <= 3


def test_the_fullest_lists_plans_and_letters_fit_too(content: Content):
    said = longest_messages(content)
    assert {"summary", "checklist", "requests", "plan", "letter_text"} <= {say.name for say in said}
    assert not list(wrong_messages(content, said))
    plan = next(say for say in said if say.name == "plan")
    assert len(plan.values["steps"]) == len(content.guide.records)


def test_every_link_is_a_source_and_every_source_a_link(content: Content, said: list[Say]):
    html = next(content.wording.text(say) for say in said if say.name == "sources")
    links = re.findall(r'href="([^"]+)"', html)
    assert len(links) == (FOLDER / content.wording.language / "sources.toml").read_text().count("[[source]]")
    assert all(link.startswith("https://") for link in links)


def tags(html: str) -> set[str]:
    return set(re.findall(r"<([a-z]+)", html))


def test_the_year_of_a_day_is_said_when_it_is_another_one(content: Content) -> None:
    said = Say("date_noted", {"date": "2028-01-06"})
    assert "2028" in content.wording.text(said, date(2026, 11, 25))
    assert "2028" not in content.wording.text(said, date(2028, 1, 1))
