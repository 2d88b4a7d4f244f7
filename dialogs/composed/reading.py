"""All of `content/`, read and checked once at the start: the guide, the words, and the dialogue over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, cast

from dialogs.asides import ASKED_FOR
from dialogs.composed.contents import Content, Contents
from dialogs.content.day_words import read_days
from dialogs.content.destinations import FOLDER as DESTINATIONS
from dialogs.content.destinations import read_destinations
from dialogs.content.ears import READ, RULES, TABLE, check_kinds, ears_of, lexicon_of, read_model, rules_of
from dialogs.content.files import Mistakes, Reading, read_text
from dialogs.content.folders import folders, languages, unknown_files
from dialogs.content.guessed_words import read_guesses
from dialogs.content.guesses import NO_GUESSES
from dialogs.content.guide import Guide, read_guide
from dialogs.content.kept import Kept
from dialogs.content.language import FILE, SOURCE, Language, read_language
from dialogs.content.pressed_words import read_presses
from dialogs.content.recognition import read_recognition
from dialogs.content.said import Said
from dialogs.content.said_file import read_said
from dialogs.content.whose import OWN
from dialogs.days.zones import read_places
from dialogs.dialogue import Dialogue
from dialogs.journey.machine import Journey
from dialogs.receiving.quotas import Quotas
from dialogs.roads.every import BUTTONS, ROADS, STEPS
from dialogs.understanding.safety import Ears
from dialogs.understanding.safety.rules import Rules
from dialogs.words.vocabulary import ASIDE_BUTTONS, CHOICES_SAID
from dialogs.words.wording import Family, Wording

T = TypeVar("T")


def read_content(folder: Path, language: str = SOURCE, reads_print: bool = False, kept: Kept | None = None) -> Content:
    """Read and check one language of a content folder: to look at it, where no bot runs.

    `kept`: where lies what was made of the same files before. Raises `ContentError` with every mistake, each named by
    file and key.
    """
    return _Reader(folder, reads_print, kept=kept).read(language)


def read_contents(
    folder: Path,
    reads_print: bool = False,
    days_kept: int = 90,
    quotas: Quotas | None = None,
    kept: Kept | None = None,
) -> Contents:
    """Read a content folder with all its languages, and check it: of all but English, what is said when it is said.

    `reads_print`: whether the dialogue may ask for pictures of papers to be read; `days_kept`: for how many days after
    its person last did anything a case is kept, 0 for ever; `quotas`: how much one person may send;
    `kept`: where lies what was made of the same files before. Raises `ContentError` with every mistake, each named by
    file and key.
    """
    reader, reading = _Reader(folder, reads_print, days_kept, quotas, kept), Reading()
    others = [each for each in languages(folder) if each != SOURCE]
    spoken = {SOURCE: reading.of(reader.read, SOURCE)}
    reading.settle()
    spoken |= {each: reading.of(reader.read, each, True) for each in others}
    reading.settle()
    return Contents(spoken)


class _Reader:
    """Reads the languages of one folder; what is read for one serves the others."""

    def __init__(
        self,
        folder: Path,
        reads_print: bool,
        days_kept: int = 90,
        quotas: Quotas | None = None,
        kept: Kept | None = None,
    ) -> None:
        self._folder, self._of_dialogue, self._kept = folder, (reads_print, days_kept, quotas), kept or Kept()
        self._family = Family(largest=(quotas or Quotas()).a_file, kept=self._kept)
        self._read: dict[str, Content] = {}
        self._shared: dict[str, Any] = {}

    def read(self, language: str, lazily: bool = False) -> Content:
        if language not in self._read:
            self._read[language] = self._one(language, lazily)
        return self._read[language]

    def _one(self, language: str, lazily: bool) -> Content:
        folder, reading = self._folder, Reading()
        words = folder / language
        reading.mistakes += unknown_files(folder, language)
        if not self._family.languages:
            spoken = [
                reading.of(read_language, folder / each / FILE)
                for each in dict.fromkeys((language, *languages(folder)))
            ]
            self._family.languages = {each.code: each for each in spoken if each}
        own = self._family.languages.get(language, Language(language, language))
        compares = not lazily and language != SOURCE and SOURCE in self._family.languages
        english = self.read(SOURCE) if own.unfinished or compares else None
        guide = self._once(reading, "guide", self._guide)
        rules, ears = self._ears(reading, words, own.unfinished)
        said = self._said(reading, words, own.unfinished)

        def one(name: str, reader: Callable[..., T], *arguments: Any, meanwhile: T | None = None) -> T:
            file = words / name
            wanting = own.unfinished and not file.exists()
            if wanting and meanwhile:
                return meanwhile
            return cast("T", self._once(reading, f"of {file}", self._kept.of, reader, (file,), file, *arguments))

        days = one("days.toml", read_days, meanwhile=english.days if english else None)
        places = one("places.toml", read_places, meanwhile=english.places if english else None)
        sayable = BUTTONS | {*ASIDE_BUTTONS, *CHOICES_SAID}
        known = sayable, ASKED_FOR, guide and tuple(each.key for each in guide.records)
        presses = one("pressed.toml", read_presses, *known, meanwhile=english.presses if english else None)
        records = known[2] or ()
        guesses = one("guessed.toml", read_guesses, records, meanwhile=NO_GUESSES)
        guesses_of_all = self._with_others(reading, guesses, words / "guessed.toml", read_guesses, records)
        days_of_all = self._with_others(reading, days, words / "days.toml", read_days)
        presses_of_all = self._with_others(reading, presses, words / "pressed.toml", read_presses, *known)
        if guide:
            recognition = self._once(reading, "recognition", self._recognition, guide)
            wording = reading.of(Wording, words, guide, OWN, self._family, lazily)
        else:
            reading.of(read_text, words / "words.toml")
        reading.settle()
        version = wording.words["consent"]["version"]
        reads_print, days_kept, quotas = self._of_dialogue
        journey = self._once(reading, "journey", Journey, guide, ROADS)
        dialogue = Dialogue(
            guide,
            ears=ears,
            days=days_of_all,
            places=places,
            reads_print=reads_print,
            said=said,
            presses=presses_of_all,
            label=wording.button,
            days_kept=days_kept,
            consent=version,
            quotas=quotas,
            languages=self._family.languages,
            journey=journey,
            guesses=guesses_of_all,
        )
        return Content(guide, own, dialogue, wording, days, places, recognition, presses, rules)

    def _ears(self, reading: Reading, words: Path, wanting: bool) -> tuple[Rules, Ears]:
        """The rules of one language (none, if it is `wanting`), and the ears for all: in need one writes one's own."""
        heard = [each for each in folders(self._folder) if (each == words and not wanting) or (each / RULES).exists()]
        every = {each: self._once(reading, f"rules {each.name}", self._rules, each) for each in heard}
        model = self._once(reading, "model", read_model, self._folder / TABLE)
        rules = every.get(words) or Rules(words.name)
        if every.get(words):
            check_kinds(noted := Mistakes(words / RULES), rules)
            reading.of(noted.settle)
        heard = [each for each in heard if every[each]]
        files = [each / name for each in heard for name in READ]
        known = tuple(every[each] for each in heard)
        return rules, ears_of(known, model, lambda: self._kept.of(lexicon_of, files, *heard))

    def _rules(self, words: Path) -> Rules:
        return self._kept.of(rules_of, [words / name for name in READ], words)

    def _said(self, reading: Reading, words: Path, wanting: bool) -> Said:
        """The plainest wishes, in every language; of one that is `wanting`, English for its own."""
        mine = words if not wanting or (words / "said.toml").exists() else self._folder / SOURCE
        said = self._once(reading, f"said {mine}", self._kept.of, read_said, (file := mine / "said.toml",), file)
        return self._with_others(reading, said, file, read_said) or Said()

    def _with_others(self, reading: Reading, mine: T, own: Path, reader: Callable[..., T], *known: object) -> T:
        """The words of a file with those of the other languages: people write in another than that of the chat."""
        files = [file for each in folders(self._folder) if (file := each / own.name) != own and file.exists()]
        read = [self._once(reading, f"of {each}", self._kept.of, reader, (each,), each, *known) for each in files]
        others: dict[str, Any] = {"others": tuple(each for each in read if each)}
        return cast("T", replace(cast("Any", mine), **others)) if mine else mine

    def _once(self, reading: Reading, name: str, reader: Callable[..., T], *arguments: Any) -> T:
        """What is the same for all languages, read once."""
        if self._shared.get(name) is None:
            self._shared[name] = reading.of(reader, *arguments)
        return cast("T", self._shared[name])

    def _guide(self) -> Guide:
        """The guide, and the destinations whose wishes name its records."""
        guide = read_guide(self._folder / "guide.toml", STEPS)
        return replace(guide, destinations=read_destinations(self._folder / DESTINATIONS, guide))

    def _recognition(self, guide: Guide) -> Mapping[str, Any]:
        """The words of every language that has any, English first: a paper is in its own."""
        reading = Reading()
        files = [self._folder / each / "recognition.toml" for each in languages(self._folder) or (SOURCE,)]
        first, *others = [
            reading.of(self._kept.of, read_recognition, (file,), file, guide)
            for file in files
            if file.exists() or file.parent.name == SOURCE
        ]
        reading.settle()
        return {**first, **({"others": others} if others else {})}
