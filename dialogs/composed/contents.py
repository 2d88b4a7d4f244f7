"""What was read of `content/`: in one language, and in all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.content.day_words import DayWords
from dialogs.content.guide import Guide
from dialogs.content.language import SOURCE, Language, known, nearest
from dialogs.content.presses import Presses
from dialogs.days.zones import Places
from dialogs.dialogue import Dialogue
from dialogs.understanding.safety.rules import Rules
from dialogs.words.wording import Wording


@dataclass(frozen=True)
class Content:
    """What the bot says and in what order, in one language."""

    guide: Guide
    language: Language
    dialogue: Dialogue
    wording: Wording
    days: DayWords
    places: Places
    recognition: Mapping[str, Any]
    """The words by which papers are recognised, whatever language they are in; as plain as JSON."""
    presses: Presses
    """What buttons mean in words of one's own."""
    rules: Rules
    """By which what must not wait is heard in this language."""


@dataclass(frozen=True)
class Contents:
    """What the bot says in all its languages, over one guide."""

    spoken: Mapping[str, Content]
    """By its short name, English first."""

    @property
    def guide(self) -> Guide:
        return self.spoken[SOURCE].guide

    @property
    def recognition(self) -> Mapping[str, Any]:
        return self.spoken[SOURCE].recognition

    def of(self, language: str) -> Content:
        """The content of a language; English, if it is not spoken here (any more), or none was chosen."""
        return self.spoken.get(language) or self.spoken[SOURCE]

    def nearest(self, code: str) -> str:
        """The language of ours that is finished and the nearest to what Telegram says; empty if there is none."""
        return nearest({name: each.language for name, each in self.spoken.items()}, code)

    def known(self, code: str) -> str:
        """The language of ours that Telegram's is, finished or not; empty if there is none."""
        return known(self.spoken, code)

    def be_ready(self) -> Iterator[None]:
        """Look up common words and compile what was not said yet, step by step, so that nobody waits for it.

        Raises `ContentError`.
        """
        yield from self.spoken[SOURCE].dialogue.ears.be_ready()  # they hear all languages
        for content in self.spoken.values():
            for form in (False, True):
                words = content.wording.of(form)
                for templates in (words.templates, words.pages):
                    for name in templates.names():
                        templates.compile(name)
                        yield
