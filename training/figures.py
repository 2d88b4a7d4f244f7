"""What the ears are worth, in figures: how much that must not wait they hear, and how often they are wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random

from dialogs.content.examples import Example
from dialogs.hearing import halves as two_messages
from dialogs.understanding.safety.ears import Ears
from dialogs.understanding.safety.heard import URGENT, Heard, Kind, Sure
from training.around import BEFORE_KEPT_BACK, BEHIND_KEPT_BACK, surrounded
from training.mutations import SLIPS, THEN_AND_NOW, halves

Heards = Sequence[tuple[Example, Heard]]

PAIRS = 500
"""Of ordinary texts, in each language, that are heard as if one came within a minute of the other."""

HEAD = (
    "| | texts | urgent heard | right kind | said surely | false: ordinary | false: look-alike | false: not ours"
    " | false and sure | not ours heard |"
)
LINE = "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"


def table(name: str, heards: Heards) -> Iterator[str]:
    """A table in Markdown: a line for each language, and one for all."""
    yield HEAD.replace("| |", f"| {name} |", 1)
    yield LINE
    languages = sorted({example.language for example, _ in heards})
    for language in languages:
        yield row(language, [each for each in heards if each[0].language == language])
    if len(languages) > 1:
        yield row("all", heards)


def row(name: str, heards: Heards) -> str:
    urgent = [each for each in heards if each[0].kind in URGENT]
    calm = [each for each in heards if each[0].kind not in URGENT]
    none = [each for each in calm if each[0].kind is Kind.NONE]
    figures = (
        share(urgent, lambda _, heard: heard.urgent),
        share([each for each in urgent if each[1].urgent], lambda example, heard: heard.kind is example.kind),
        share(urgent, lambda _, heard: heard.urgent and heard.sure is Sure.HARD),
        share([each for each in none if not each[0].looks_alike], lambda _, heard: heard.urgent),
        share([each for each in none if each[0].looks_alike], lambda _, heard: heard.urgent),
        share([each for each in calm if each[0].kind is Kind.NOT_OURS], lambda _, heard: heard.urgent),
        share(calm, lambda _, heard: heard.urgent and heard.sure is Sure.HARD),
        share([each for each in calm if each[0].kind is Kind.NOT_OURS], lambda _, heard: heard.kind is Kind.NOT_OURS),
    )
    return f"| {name} | {len(heards)} | " + " | ".join(figures) + " |"


def share(heards: Iterable[tuple[Example, Heard]], counts: Callable[[Example, Heard], bool]) -> str:
    """How many of them count, to three places; a dash if there are none."""
    return _of([counts(example, heard) for example, heard in heards])


def mutated(ears: Ears, examples: Sequence[Example]) -> Iterator[str]:
    """Of examples that are heard plainly: how many still are with a slip, and how many when they are long over."""
    plain = [each for each in examples if each.kind in URGENT and ears.hear(each.text).sure is Sure.HARD]
    yield f"| of {len(plain)} texts that are heard surely | still heard as urgent |"
    yield "|---|---:|"
    for name, slip in SLIPS.items():
        random = Random(1)
        yield f"| {name} | {_part(ears, (slip(each.text, random) for each in plain))} |"
    for place, name in enumerate(("“last year … and now” before it", "“last year” before it", "“what if” before it")):
        texts = [
            THEN_AND_NOW[each.language][place].format(each.text) for each in plain if each.language in THEN_AND_NOW
        ]
        yield f"| {name} | {_part(ears, texts)} |"
    two = [halves(each.text) for each in plain]
    yield f"| cut in two messages: one of them | {_part(ears, two)} |"
    yield f"| cut in two messages: both read together | {_part(ears, (chr(10).join(each) for each in two))} |"


def paired(ears: Ears, examples: Sequence[Example]) -> Iterator[str]:
    """Of two ordinary texts within a minute: how often one is mistaken, and how often only both as one message."""
    yield "| two ordinary texts within a minute | pairs | one of them mistaken | only both together |"
    yield "|---|---:|---:|---:|"
    ordinary = [each for each in examples if each.kind is Kind.NONE and not each.looks_alike]
    heard = {each.text: ears.hear(each.text).urgent for each in ordinary}
    for language in sorted({each.language for each in ordinary}):
        texts = [each.text for each in ordinary if each.language == language]
        first, random = [each for each in texts if two_messages.goes_on(each)], Random(1)
        pairs = [(random.choice(first), random.choice(texts)) for _ in range(PAIRS if first else 0)]
        alone = [any(map(heard.__getitem__, pair)) for pair in pairs]
        together = [
            not before and ears.hear(two_messages.joined(*pair)).urgent
            for pair, before in zip(pairs, alone, strict=True)
        ]
        yield f"| {language} | {len(pairs)} | {_of(alone)} | {_of(together)} |"


def wrapped(ears: Ears, examples: Sequence[Example]) -> Iterator[str]:
    """What is left of it when people write around it as they do around everything, in words that were not learned."""
    yield "| with a greeting before it, the question whether it can wait behind | still heard | now mistaken |"
    yield "|---|---:|---:|"
    for language in sorted(BEHIND_KEPT_BACK):
        random, spoken = Random(1), [each for each in examples if each.language == language]
        urgent = [each.text for each in spoken if each.kind in URGENT and ears.hear(each.text).urgent]
        calm = [each.text for each in spoken if each.kind is Kind.NONE and not ears.hear(each.text).urgent]
        kept, mistaken = (
            [ears.hear(surrounded(text, language, random, BEFORE_KEPT_BACK, BEHIND_KEPT_BACK)).urgent for text in texts]
            for texts in (urgent, calm)
        )
        yield f"| {language}: of {len(urgent)} urgent, of {len(calm)} that are not | {_of(kept)} | {_of(mistaken)} |"


def _of(counted: Sequence[bool]) -> str:
    return f"{sum(counted) / len(counted):.3f}" if counted else "–"


def _part(ears: Ears, texts: Iterable[str | tuple[str, ...]]) -> str:
    heard = [any(ears.hear(part).urgent for part in ((text,) if isinstance(text, str) else text)) for text in texts]
    return _of(heard)
