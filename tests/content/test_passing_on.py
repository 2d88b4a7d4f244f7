"""A summary is passed on with one tap: all of it that one address holds, and said so where there is more."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.composed.contents import Content
from dialogs.effects import Say
from dialogs.proofreading.chat import Chat
from dialogs.proofreading.fullest import fullest
from dialogs.words.sharing import LONGEST_ADDRESS, shared
from tests.content.conftest import chat

REST = "There is more."


def passed_on(content: Content, say: Say) -> str:
    """What the chat that is chosen receives."""
    (address,) = (button[2]["opens"] for row in content.wording.keyboard(say) for button in row if len(button) == 3)
    assert len(address) <= LONGEST_ADDRESS
    return text_of(address)


def text_of(address: str) -> str:
    assert urlsplit(address)._replace(query="").geturl() == "https://t.me/share/url"
    (text,) = parse_qs(urlsplit(address).query)["url"]
    return text


def summary(ana: Chat) -> Say:
    ana.patient_commands("summary")
    return ana.said("summary")


def test_what_is_here_and_what_is_missing_is_all_passed_on(content: Content):
    ana = chat(content)
    ana.patient_walks_to("decision")
    ana.patient_writes("Radiation before or after <surgery> & why?")
    text = passed_on(content, summary(ana))
    assert "Radiation before or after <surgery> & why?" in text
    for record in content.guide.records:
        assert content.wording.title(record.key) in text
    assert content.wording.words["sheet"]["not_all"] not in text


def test_the_fullest_summary_says_that_there_is_more(content: Content):
    text = passed_on(content, summary(fullest(content)))
    assert text.endswith(content.wording.words["sheet"]["not_all"])
    for group in content.wording.words["group"].values():
        if group in text:  # a list stands there whole
            line = next(each for each in text.splitlines() if each.startswith(group))
            assert not line.endswith(("…", ","))


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n&<>"), min_size=1), min_size=1))
def test_a_paragraph_is_passed_on_whole_or_not_at_all(written: list[str]):
    address = shared("\n\n".join(written), REST)
    assert len(address) <= LONGEST_ADDRESS
    paragraphs = text_of(address).split("\n\n")
    if paragraphs != written:
        assert paragraphs.pop() == REST
        rest = iter(written)
        assert all(each in rest for each in paragraphs), "in their order"


@pytest.mark.parametrize("letter", ["a", "ñ", "م", "東", "🙂"])
def test_an_address_keeps_its_length_in_every_script(letter: str):
    paragraphs = [letter * 60 for _ in range(40)]
    address = shared("\n\n".join(paragraphs), REST)
    assert LONGEST_ADDRESS * 2 / 3 < len(address) <= LONGEST_ADDRESS
    assert text_of(address).endswith(REST)
