"""Who edits a sentence while the rehearsal runs sees it in the chat, also after a mistake that they mended."""

from __future__ import annotations

from benchmarks.edits import BROKEN, rehearsal


def test_what_was_saved_is_in_an_answer_and_what_was_broken_once_it_is_mended() -> None:
    with rehearsal() as (page, message):
        text = message.read_text(encoding="utf-8")
        page.shows("")
        message.write_text(f"{text}\nA new line.", encoding="utf-8")
        page.shows("A new line.")
        message.write_text(f"{text}\n{BROKEN}", encoding="utf-8")
        page.has_no_bot()
        message.write_text(f"{text}\nA mended line.", encoding="utf-8")
        page.shows("A mended line.")
