"""What a text names by its own words: a record, or what can be asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from dialogs.content.phrases import Spelling, arabic_words, bare, plain, spelling
from dialogs.content.word_rows import NO_ROWS, Row, Rows


@dataclass(frozen=True, slots=True)
class Topics:
    """The words of one language for each topic: a record, or what can be asked for."""

    rows: Mapping[str, Rows] = field(default_factory=dict)
    whereabouts: Rows = NO_ROWS
    """Where papers lie, and who has them: "at the lab" is said of any, and names no record."""
    beside: Rows = NO_ROWS
    """What may stand beside the words for a record, where it is asked what a file is: "they are all labs"."""
    every: Rows = NO_ROWS
    """What says that it is so of all of them: "they are all labs"."""
    unless: Rows = NO_ROWS
    """What makes such words no answer: "I need the pathology report"."""
    asks_what: Rows = NO_ROWS
    theirs: Rows = NO_ROWS
    """What begins or ends a question what something is; and who asks of a thing of their own: "what is my stage"."""
    spelling: Spelling = field(default_factory=Spelling)
    arabic: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        about: Mapping[str, Iterable[str]],
        whereabouts: Iterable[str] = (),
        beside: Iterable[str] = (),
        every_one: Iterable[str] = (),
        unless: Iterable[str] = (),
        asks_what: Iterable[str] = (),
        theirs: Iterable[str] = (),
    ) -> Topics:
        every = [*(phrase for phrases in about.values() for phrase in phrases), *whereabouts]
        read = cls(spelling=spelling(every), arabic=arabic_words(every))
        rows = {topic: Rows.of(map(read._words, phrases)) for topic, phrases in about.items()}
        lists = (tuple(each) for each in (whereabouts, beside, every_one, unless, asks_what, theirs))
        where, around, whole, no, what, own = (Rows.of(map(read._words, phrases)) for phrases in lists)
        return cls(rows, where, Rows.together((around, whole)), whole, no, what, own, read.spelling, read.arabic)

    def named_in(self, text: str, with_places: bool = False) -> list[str]:
        """The topics that have a word in a text; a place that is called by a record names none, unless wanted."""
        words = self._words(self.spelling.mended(plain(text).replace(".", " ")))
        words = words if with_places else self.whereabouts.taken_out(words)
        return [topic for topic, rows in self.rows.items() if rows.found(words)]

    def names_a_place(self, text: str) -> bool:
        """Whether a text has a word for where papers lie: "the records office"."""
        return self.whereabouts.found(self._words(self.spelling.mended(plain(text).replace(".", " "))))

    def says_of_all(self, text: str) -> bool:
        """Whether a text tells of all files that are asked about."""
        return self.every.found(self._words(plain(text).replace(".", " ")))

    def means_all(self, text: str) -> bool:
        """Whether a text is of nothing but a word for all files."""
        words = self._words(plain(text).replace(".", " "))
        return bool(words) and self.every.cover(words)

    def asked_what(self, text: str, among: Collection[str]) -> str:
        """The one of these of which it is asked what that is, and nothing else: "what are slides"; "" if none is."""
        words = self._words(plain(text).replace(".", " "))
        ends = range(len(words))
        asks = self.asks_what.begin(words) or any(self.asks_what.cover(words[at:]) for at in ends)
        rest = self.asks_what.taken_out(words)  # "slides, what's that" is of no slides of theirs
        return self.told_alone(" ".join(rest), among) if asks and not self.theirs.found(rest) else ""

    def told_alone(self, text: str, among: Collection[str]) -> str:
        """The one of these that a text names and says nothing else; "" if it says more, or names two of them alike."""
        words = self._words(self.spelling.mended(plain(text).replace(".", " ")))
        if self.unless.found(words):
            return ""
        rest = {topic: rows.taken_out(words) for topic, rows in self.rows.items() if topic in among}
        told = {topic: len(left) for topic, left in rest.items() if left != words and self.beside.cover(left)}
        fewest = [topic for topic, count in told.items() if count == min(told.values())]
        return fewest[0] if len(fewest) == 1 else ""

    def _words(self, phrase: str) -> Row:
        """Word by word; a star at the end of one stays."""
        return tuple(
            bare(plain(word.rstrip("*")), self.arabic) + ("*" if word.endswith("*") else "") for word in phrase.split()
        )


NO_TOPICS = Topics()
