"""What the ears are worth, in figures: how much that must not wait they hear, and how often they are wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random

from dialogs.content.examples import Example
from dialogs.understanding.safety.ears import Ears
from dialogs.understanding.safety.heard import URGENT, Heard, Kind, Sure
from training.mutations import SLIPS, THEN_AND_NOW, halves

Heards = Sequence[tuple[Example, Heard]]

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
    counted = [counts(example, heard) for example, heard in heards]
    return f"{sum(counted) / len(counted):.3f}" if counted else "–"


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


def _part(ears: Ears, texts: Iterable[str | tuple[str, ...]]) -> str:
    heard = [any(ears.hear(part).urgent for part in ((text,) if isinstance(text, str) else text)) for text in texts]
    return f"{sum(heard) / len(heard):.3f}" if heard else "–"
