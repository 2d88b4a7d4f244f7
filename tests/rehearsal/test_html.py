"""Telegram's HTML: what it means, what it refuses, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.telegram import html
from bot.rehearsal.telegram.entities import as_html, part_of, trimmed, with_found
from bot.rehearsal.telegram.refusals import Refusal

KEPT = [
    "<b>a</b><i>b</i><u>c</u><s>d</s><code>e</code><tg-spoiler>f</tg-spoiler>",
    "<b>bold <i>both <u>three</u></i></b> 🎗️ <i>after</i>",
    '<a href="https://example.org/?a=1&amp;b=2">here</a>',
    '<pre><code class="language-python">x &lt; 1</code></pre>',
    "<pre>plain</pre>",
    "<blockquote>said <b>so</b></blockquote>",
    "<blockquote expandable>long</blockquote>",
]


@pytest.mark.parametrize("source", KEPT)
def test_what_is_written_is_what_is_read(source: str) -> None:
    assert as_html(*html.parsed(source)) == source


@pytest.mark.parametrize(
    "source",
    [
        "<p>a</p>",
        "<b>a",
        "a</b>",
        "<b>a</i>",
        "<b",
        "a < b",
        "a & b",
        "&nbsp;",
        "&lt",
        "&#xD800;",
        "&#0;",
        "<span>a</span>",
        "<code><b>a</b></code>",
        "<pre><i>a</i></pre>",
        "<blockquote><blockquote>a</blockquote></blockquote>",
        "<br>",
        "<!-- a -->",
    ],
)
def test_mistakes_are_refused(source: str) -> None:
    with pytest.raises(Refusal, match="can't parse entities"):
        html.parsed(source)


def test_other_names_of_the_same_tags_are_read() -> None:
    text, entities = html.parsed(
        '<strong>a</strong><em>b</em><del>c</del><ins>d</ins><span class="tg-spoiler">e</span>&quot;&#8211;&#x1F397;'
    )
    assert text == 'abcde"–🎗'
    kinds = [entity["type"] for entity in entities]
    assert kinds == ["bold", "italic", "strikethrough", "underline", "spoiler"]


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_escaped_text_comes_through(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert html.parsed(f"<b>{escaped}</b>")[0] == text


@given(st.text(alphabet="<>&;/abcpre ='\"#x1é🎗", max_size=40))
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        text, entities = html.parsed(source)
    except Refusal:
        return
    assert as_html(text, entities)[:0] == ""
    assert all(part_of(text, entity) for entity in entities)


def test_white_space_around_a_text_goes_and_its_entities_move_along() -> None:
    text, entities = trimmed(*html.parsed("  <b> a</b> "))
    assert (text, entities) == ("a", [{"type": "bold", "offset": 0, "length": 1}])


def test_commands_and_links_are_found_but_not_in_code() -> None:
    text, entities = html.parsed("🎗 /go https://example.org, <code>/no</code> a/b")
    found = [part_of(text, entity) for entity in with_found(text, entities) if entity["type"] != "code"]
    assert found == ["/go", "https://example.org"]
