"""The words: a `Say` becomes the text and the buttons a patient sees, in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from dialogs.case.keyboard import Shown
from dialogs.content.destination_words import FILE as DESTINATIONS
from dialogs.content.destination_words import read_destination_words
from dialogs.content.files import Reading
from dialogs.content.guide import Guide
from dialogs.content.kept import Kept
from dialogs.content.language import SOURCE, Language
from dialogs.content.letters import FILES as LETTERS
from dialogs.content.letters import read_letters
from dialogs.content.numbers import near, read_numbers
from dialogs.content.sources import read_sources
from dialogs.content.whose import OTHER, OWN, filled, read_whose
from dialogs.effects import Button, Say
from dialogs.receiving.sent import TELEGRAM_LIMIT
from dialogs.words.fillings import TAKEN
from dialogs.words.isolates import as_it_is, from_the_right, isolated
from dialogs.words.labels import Labels
from dialogs.words.letter_writing import LetterWriting
from dialogs.words.messages import MESSAGES
from dialogs.words.pages import PAGES
from dialogs.words.sharing import shared
from dialogs.words.sizes import size_said
from dialogs.words.telegram_limits import LONGEST_COPY, cut_at_word
from dialogs.words.telling import Telling
from dialogs.words.templates import Templates, check_values
from dialogs.words.vocabulary import read_words

Label = tuple[str, str] | tuple[str, str, dict[str, str]]
"""What stands on a button, and the data it sends back; or no data, and what it `copies` or `opens`."""


@dataclass
class Family:
    """The languages of one content folder: each knows what the others are called, and finds their words."""

    languages: Mapping[str, Language] = field(default_factory=dict)
    wordings: dict[str, Wording] = field(default_factory=dict)
    largest: int = TELEGRAM_LIMIT
    """Bytes of the largest file that is taken."""
    kept: Kept = field(default_factory=Kept)
    """Where lies what was made of the same files before."""

    @property
    def names(self) -> dict[str, str]:
        return {code: each.name for code, each in self.languages.items()}


class Wording(Telling):
    """The sentences of one language, read from its folder in `content/` and checked. Holds nobody's words.

    They are said to a patient; `of` gives those that are said to somebody who cares for one.
    """

    def __init__(
        self,
        folder: Path,
        guide: Guide,
        form: str = OWN,
        family: Family | None = None,
        lazily: bool = False,
    ) -> None:
        """`lazily`: templates are compiled, and held to what can be told from their source, as each is first said.

        In an unfinished language what is missing is said in that of the family which it is translated from.
        """
        self._family = family = family or Family()
        own = family.languages.get(folder.name, Language(folder.name, folder.name))
        english = family.wordings.get(SOURCE) if own.unfinished else None
        self._english = english.of(form == OTHER) if english else None
        reading = Reading()
        wanting = self._english is not None
        whose = reading.of(read_whose, folder / "words.toml", TAKEN, form, wanting)
        if self._english and not (folder / "sources.toml").exists():
            sources = self._english.sources
        else:
            sources = reading.of(read_sources, folder / "sources.toml")
        numbers = reading.of(read_numbers, folder.parent / "numbers.toml")
        if whose is None or numbers is None:
            reading.settle()
        english_words = self._english and self._english.written
        file, regions = folder / "words.toml", tuple(numbers.regions)
        keep = partial(reading.of, partial(family.kept.of, form=form))
        words = keep(read_words, (file,), file, guide, whose, english_words, regions)
        of_destinations = folder / DESTINATIONS
        english_names = self._english and self._english.destination_words
        names = keep(read_destination_words, (of_destinations,), of_destinations, guide, whose, english_names)
        english_letters = self._english and self._english.letters.kept
        written = (folder / "letters" / each for each in LETTERS)
        letters = keep(read_letters, written, folder / "letters", whose, english_letters)
        reading.settle()
        self.written: Mapping[str, Any] = words
        """The words as they stand in the file, but for whose records they speak of."""
        self.destination_words: Mapping[str, Any] = names
        largest = size_said(words["size"], family.largest)
        words = {**filled(words, {"largest": largest}), "destination": names}
        super().__init__(folder.name, words, isolated if own.from_right else as_it_is)
        self._directed = from_the_right if own.from_right else as_it_is
        self.sources: list[dict[str, str]] = sources
        self.letters: LetterWriting = LetterWriting(letters, self)
        self._labels = Labels(self, family.names)
        filters: dict[str, Callable[..., Any]] = {
            **{part: self._of_record(part) for part in ("title", "what", "why")},
            **{name: getattr(self, name) for name in FILTERS},
            "capitalize": lambda words: f"{words[:1].upper()}{words[1:]}",  # not the rest in small letters
            "isolated": self.apart,
            "near": near,
        }
        dated: dict[str, Callable[..., Any]] = {"day": self.day, "short_day": self.short_day, "request": self.request}
        read: dict[str, Callable[..., Any]] = {
            "letter_text": lambda letter, reader: self.read_by(reader).letters.text(letter),
            "phone_script": lambda letter, reader: self.read_by(reader).letters.phone(letter),
        }
        self.templates = Templates(
            folder / "messages",
            MESSAGES,
            shown={**whose, "largest": largest, "words": self._words, "sources": sources, "numbers": numbers},
            filters=filters,
            dated=dated,
            read=read,
            finalize=isolated if own.from_right else None,
            wanting=wanting,
            lazily=lazily,
            kept=family.kept,
        )
        self.pages = Templates(
            folder / "pages",
            PAGES,
            {**whose, "words": self._words},
            filters,
            dated,
            read,
            for_telegram=False,
            wanting=wanting,
            lazily=lazily,
            kept=family.kept,
        )
        if form == OWN:
            family.wordings[folder.name] = self
        if form == OWN and folder.name != SOURCE and not lazily and SOURCE in family.wordings:
            check_values(self.templates, family.wordings[SOURCE].templates, MESSAGES)
        self._of_another = Wording(folder, guide, OTHER, family, lazily) if form == OWN else self

    def of(self, for_another: bool) -> Wording:
        """The words for who gathers their own records, or those `for_another`."""
        return self._of_another if for_another else self

    def read_by(self, language: str) -> Wording:
        """The words for whoever is to read it: in another language than this, if one is named that is spoken."""
        return self._family.wordings.get(language, self) if language else self

    def text(self, say: Say, today: date | None = None) -> str:
        """The message as Telegram HTML; what leads it comes first, in the same message.

        Days of another year than that of `today` are said with their year.
        """
        words = self.of(say.for_another)._who_can_say(say.name)
        body = words._directed(words.templates.render(say.name, say.values, today, say.reader))
        return f"{self.text(say.lead, today)}\n\n{body}" if say.lead else body

    def file(self, name: str) -> Path:
        """Where a message is written."""
        return self._who_can_say(name).templates.file(name)

    def page(self, name: str, values: Mapping[str, Any]) -> str:
        """A page for a browser."""
        words = self if self.pages.has(name) or not self._english else self._english
        return words.pages.render(name, {**values, "language": words.language})

    def keyboard(self, say: Say) -> list[list[Label]]:
        words = self.of(say.for_another)
        return [[words._shown(button, say) for button in row] for row in say.buttons]

    def placeholder(self, key: str, for_another: bool = False) -> str:
        """What the empty field says that is asked for."""
        return str(self.of(for_another).words["placeholder"][key])

    def button(self, shown: Shown, for_another: bool = False) -> str:
        """What stood on a button."""
        return self.of(for_another).label(shown)

    def label(self, shown: Shown) -> str:
        """What stood on a button, in these words."""
        return self._labels.label(Button(shown.data, shown.label), shown.record)

    def commands(self) -> list[tuple[str, str]]:
        """The command menu: names and what they do."""
        return list(self._words["command"].items())

    @property
    def about(self) -> Mapping[str, str]:
        """How the bot introduces itself in Telegram: `description`, `short_description`."""
        return dict(self._words["about"])

    def _who_can_say(self, name: str) -> Wording:
        """These words, unless the message is not translated yet."""
        return self if self.templates.has(name) or not self._english else self._english

    def _shown(self, button: Button, say: Say) -> Label:
        label = self._labels.label(button, say.values.get("record", ""))
        if button.copies:
            return label, "", {"copies": cut_at_word(button.copies, LONGEST_COPY)}
        opens = button.opens or (button.shares and self._shared(button.shares, say))
        return (label, "", {"opens": opens}) if opens else (label, button.data)

    def _shared(self, name: str, say: Say) -> str:
        """What is passed on is in the language of whoever is to read it."""
        words = self.read_by(say.reader).of(say.for_another)._who_can_say(name)
        return shared(words.templates.render(name, say.values), str(words.words["sheet"]["not_all"]))

    def _of_record(self, part: str) -> Any:
        return lambda key: self._words["record"][key][part]


FILTERS = (
    *("question", "next_step", "count", "amount", "listed", "form", "called", "clock", "place", "hours", "weekday"),
    *("long_day", "label", "latest", "destination", "bound", "asked", "delivery", "where"),
)
"""What a template can have said of a value, as `Telling` says it."""
