"""The rules of all languages read from content/: what is said plainly and must not wait, and when it is about now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from dialogs.content.bare_signs import read_bare
from dialogs.content.files import ContentError, Mistakes, unless_changed
from dialogs.content.phrases import plain_phrase
from dialogs.content.shapes import Place, any_keys, choice, read, several, table, tables, text
from dialogs.understanding.safety.bare import NOT_BARE, Bare
from dialogs.understanding.safety.ears import Ears
from dialogs.understanding.safety.heard import URGENT, Kind
from dialogs.understanding.safety.letters import CLAUSE_ENDS, SENTENCE_ENDS, tokens
from dialogs.understanding.safety.lexicon import Lexicon
from dialogs.understanding.safety.model import Model, read_table
from dialogs.understanding.safety.rules import SCOPES, Rule, Rules, Scope
from dialogs.understanding.safety.temperature import Temperature

FEWEST_BEFORE_A_STAR = 3
"""Letters (of digits two): with fewer, a star stands for half of all words."""
RULES, WORDS, EXAMPLES = "safety/rules.toml", "safety/words.toml", "safety/examples.toml"
BARE = "safety/bare.toml"
READ = (RULES, WORDS, BARE)
"""What `rules_of` reads of a language's folder."""
SAFETY = ("rules.toml", "words.toml", "bare.toml", "examples.toml")
TABLE = "safety.table"
"""In the folder of all languages: what was learned of all of them."""


@unless_changed
def read_rules(file: Path) -> Rules:
    """Read and check rules.toml: `[[rule]]` with `kind`, `all` (lists of phrases), `example`, `source`; `[scope]`."""
    known = read(file, _RULES)
    rules = tuple(
        Rule(Kind(each["kind"]), tuple(map(tuple, each["all"])), tuple(each.get("unless", ())), each["example"])
        for each in known["rule"]
    )
    temperature = known.get("temperature", {})
    words = Temperature(
        tuple(temperature.get("about", ())),
        tuple(temperature.get("units", ())),
        tuple(temperature.get("counted", ())),
        tuple(temperature.get("not_of_people", ())),
        temperature.get("numbers", {}),
    )
    scope = Scope(**{name: tuple(phrases) for name, phrases in known.get("scope", {}).items()})
    made = Rules(file.parent.parent.name, rules, scope, words, lines=known.get("line", {}))
    mistakes = Mistakes(file)
    ears = Ears((made,))
    for number, rule in enumerate(rules, start=1):
        if rule not in {heard for sentence in ears.read(rule.example) for heard, _, __ in sentence.said}:
            mistakes.note(f"rule {number}.example", f"the rule does not hear its own example: {rule.example!r}")
    mistakes.settle()
    return made


def check_kinds(mistakes: Mistakes, rules: Rules) -> None:
    """A language without rules for a kind that must not wait is deaf to it."""
    for kind in URGENT:
        if not any(rule.kind is kind for rule in rules.rules):
            mistakes.note("rule", f"there is none with kind = {str(kind)!r}: such a text would never be heard")


@unless_changed
def read_meanings(file: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read and check words.toml: under each name words that mean much the same."""
    return tuple((name, tuple(phrases)) for name, phrases in read(file, _MEANINGS).items())


def rules_of(folder: Path) -> Rules:
    """What is known of one language, by its folder."""
    words, bare = folder / WORDS, folder / BARE
    meanings = read_meanings(words) if words.exists() else ()
    return _whole(read_rules(folder / RULES), meanings, read_bare(bare) if bare.exists() else NOT_BARE)


@lru_cache(maxsize=16)
def _whole(rules: Rules, meanings: tuple[tuple[str, tuple[str, ...]], ...], bare: Bare) -> Rules:
    return replace(rules, meanings=dict(meanings), bare=bare)


def read_languages(folder: Path) -> tuple[Rules, ...]:
    """What is known of each language of a content folder."""
    return tuple(rules_of(file.parent.parent) for file in sorted(folder.glob(f"*/{RULES}")))


def read_ears(folder: Path) -> Ears:
    """The ears for all languages of a content folder, with what was learned from its examples."""
    return ears_of(read_languages(folder), read_model(folder / TABLE))


def ears_of(languages: tuple[Rules, ...], model: Model | None, lexicon: Callable[[], Lexicon] | None = None) -> Ears:
    """The ears for some languages; made once of the same ones. `lexicon`: gives theirs, where it may be kept."""
    made = _ears.get((languages, model))
    if made is None:
        made = _ears[languages, model] = Ears(languages, model, lexicon() if lexicon else None)
        while len(_ears) > EARS:
            del _ears[next(iter(_ears))]
    return made


EARS = 16
_ears: dict[tuple[tuple[Rules, ...], Model | None], Ears] = {}
"""Those that were made last, by what they were made of."""


def lexicon_of(*folders: Path) -> Lexicon:
    """What is listened for in some languages, by their folders."""
    return Lexicon.of(map(rules_of, folders))


def read_model(file: Path) -> Model | None:
    """What was learned from the examples; None where nothing was yet."""
    try:
        raw = file.read_bytes()
        mark = sha256(raw).digest()
        if mark not in _models:
            _models[mark] = read_table(raw)
            while len(_models) > MODELS:
                del _models[next(iter(_models))]
        return _models[mark]
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        raise ContentError(file, "file", "is no table of what was learned: `make safety` writes it anew") from None


MODELS = 4
_models: dict[bytes, Model] = {}
"""Those that were read last, by the mark of their file: whoever reads the same once more is given the same."""


def _phrase(place: Place, value: Any) -> Any:
    if (
        not isinstance(value, str)
        or not value.strip()
        or not all(plain_phrase(word.strip("*")) or word in "°" for word in value.split())
    ):
        return place.wrong(f"{value!r} should be a word or a phrase in quotes; a star stands only behind letters")
    if not value.replace(" ", "").isalnum() and {*tokens(value)} & (SENTENCE_ENDS | CLAUSE_ENDS):
        return place.wrong(f"{value!r} would never be found: a rule looks at one sentence at a time")
    for word in value.split():
        stem = word.rstrip("*")
        if "*" in stem:
            return place.wrong(f"{value!r}: a star stands only at the end of a word")
        if stem != word and len(stem) < (2 if stem.isdigit() else FEWEST_BEFORE_A_STAR):
            return place.wrong(f"{value!r}: a star needs {FEWEST_BEFORE_A_STAR} letters before it, or it fits any word")
    return value


def _exception(place: Place, value: Any) -> Any:
    if _phrase(place, value) and len(value) < 2:
        return place.wrong(f"{value!r} is too short: it would keep the rule silent nearly always")
    return value


def _rule(place: Place, value: Any) -> Any:
    found = _RULE(place, value)
    groups = value.get("all") if isinstance(value, Mapping) else None
    if isinstance(groups, list) and len(groups) == 1 and isinstance(groups[0], list):
        for phrase in groups[0]:
            if isinstance(phrase, str) and len(phrase) < 2:
                place.at("all").wrong(f"{phrase!r} alone is too short: the rule would hear it nearly everywhere")
    return found


def _degrees(place: Place, value: Any) -> Any:
    return value if isinstance(value, int | float) else place.wrong("should be a number of degrees")


_MEANINGS = any_keys(several(_phrase, least=1, of="words and phrases"), least=1)
_PHRASES = several(_phrase, least=1, of="words and phrases", distinct=True)
_RULE = table(
    {
        "kind": choice(*URGENT, Kind.NOT_OURS),
        "all": several(_PHRASES, least=1, of='lists of phrases: [["fever"], ["chills"]]'),
        "example": text(),
        "source": text(),
        "signed_by": text(empty=True),
    },
    {"unless": several(_exception, of="words and phrases", distinct=True)},
)
_TEMPERATURE = table(
    dict.fromkeys(("about", "units"), _PHRASES),
    {**dict.fromkeys(("counted", "not_of_people"), _PHRASES), "numbers": any_keys(_degrees)},
)
_LINE = table({**dict.fromkeys(URGENT, text()), "signed_by": text(empty=True)})
_RULES = table(
    {"rule": tables(_rule, "rule")},
    {"scope": table({}, dict.fromkeys(SCOPES, _PHRASES)), "temperature": _TEMPERATURE, "line": _LINE},
)
