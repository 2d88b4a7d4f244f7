"""No sentence for a patient stands in Python: where every letter of content is another, no English word is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from dialogs.composed.contents import Content
from dialogs.composed.reading import read_contents
from dialogs.proofreading.life import every_message
from dialogs.proofreading.messages import passed_on
from dialogs.proofreading.pages import copies, pages
from dialogs.words.telegram_html import parsed
from tests.content.conftest import FOLDER, chat
from tests.content.pseudo import CODE, make

WRITTEN = "Ω" * 20
"""What the patient writes, in no letters of ours."""
NAMED_BY_OTHERS = frozenset(
    {"CT", "MR", "PT", "US", "English", "Samaritans"}  # how discs call their studies, English itself, who answers
)
CODES = frozenset({"language", "kind", "layout", "limit", "paper"})
"""What a page's words hold for the machine that sets it."""
WORD = re.compile(r"(?<![/\w.@-])[A-Za-z]{2,}(?![\w@]|[\w-]*\.\w|://)")


@pytest.fixture(scope="session")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return read_contents(make(FOLDER / "en", tmp_path_factory.mktemp("pseudo") / "content")).of(CODE)


@pytest.fixture(scope="session")
def walked(pseudo: Content) -> list[Any]:
    """A long life in the pseudo-language, with everything that its cards pass on."""
    return [one for say in every_message(pseudo, WRITTEN, chat(pseudo)) for one in (say, *passed_on(say))]


def test_no_message_and_no_button_has_a_word_of_english_in_it(pseudo: Content, walked: list[Any]):
    left: dict[str, str] = {}
    for say in (form for each in walked for form in (each, each.of_another())):
        known = " ".join(_strings(say.values))
        labels = [label[0] for row in pseudo.wording.keyboard(say) for label in row]
        for text in (parsed(pseudo.wording.text(say))[0], *labels):
            for word in WORD.findall(text):
                if word not in known and word not in NAMED_BY_OTHERS:
                    left[f"{say.name}: {word}"] = text
    assert not left


def test_no_page_has_a_word_of_english_in_it(pseudo: Content):
    typed = "Now, or after the summer? The hospital by the river Twice a day Records Office Maximiliana"
    known = {*WORD.findall(typed), *NAMED_BY_OTHERS}
    left = set[str]()
    for page in pages(pseudo, FOLDER / "en"):
        texts = (text for text in _strings(page.words) if not set(text) <= set("WΩ& <>\n0123456789"))
        said = (text for text in texts if not text.startswith("packet:"))
        left |= {f"{page.layout}: {word}" for text in said for word in WORD.findall(text) if word not in known}
    for html in copies(pseudo):
        text = re.sub(r"<style.*?</style>|<[^>]*>|&\w+;", " ", html, flags=re.DOTALL)
        left |= {f"everything: {word}" for word in WORD.findall(text) if word not in known}
    assert not left


def test_it_really_finds_what_is_left(pseudo: Content):
    assert WORD.findall("Ωωω saved ψψ") == ["saved"]
    assert not WORD.findall("Ωωω /files summary.pdf https://t.me/x")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"{\w+}", "", value)
    elif isinstance(value, dict):
        yield from (text for key, each in value.items() if key not in CODES for text in _strings(each))
    elif isinstance(value, list | tuple):
        yield from (text for each in value for text in _strings(each))
    elif hasattr(value, "__dataclass_fields__"):
        yield from (text for name in value.__dataclass_fields__ for text in _strings(getattr(value, name)))
