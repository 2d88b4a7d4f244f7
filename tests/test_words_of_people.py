"""Words of people's languages stand in content/, so that a fourth language is added there alone: Python has none."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_WHY_LETTERS = {
    # How a script is written, whatever is said in it.
    "bot/kinds/charset.py": "which letters a file is written in",
    "bot/kinds/right_to_left.py": "which way the letters of a PDF stand",
    "bot/kinds/where_letters_stand.py": "marks that stand on no place of their own",
    "bot/papers/typefaces.py": "letters by which a typeface is tried",
    "bot/documents/recognition/dates.py": "the letter that Arabic print has behind a year",
    "dialogs/content/phrases.py": "what Arabic writes in front of a word, in one with it",
    "dialogs/days/zones.py": "what Arabic writes in front of a place, in one with it",
    "dialogs/understanding/which_line.py": "what Arabic writes in front of a name, in one with it",
    "dialogs/understanding/safety/bare.py": "what Arabic writes in front of a sign, in one with it",
    "dialogs/understanding/safety/ears.py": "what Arabic writes in front of a word, in one with it",
    "dialogs/understanding/safety/letters.py": "letters that are one, or sound as one",
    "dialogs/understanding/safety/arabizi.py": "how Arabic sounds in Latin letters",
    "dialogs/proofreading/messages.py": "a strange name, to try whether messages hold it",
    # What is read in files before any content is at hand.
    "bot/kinds/signed_out.py": "what a portal shows in the place of a record; its first lines say why it is here",
    "bot/kinds/workbook.py": "how a program names a sheet by itself",
}
_WHY_CHOICES = {
    "bot/kinds/signed_out.py": "as above",
    "bot/kinds/containers/furniture.py": "how browsers name the folder beside a saved page",
    # Still English and Spanish alone: what is read on papers, where no word of content is at hand yet.
    "bot/documents/recognition/headings.py": "small words within a heading of capitals",
    "bot/documents/recognition/run_on.py": "small words within a heading of capitals",
    "bot/documents/recognition/sentences.py": "abbreviations whose full stop ends no sentence",
}
_WHY_LISTS = {
    "dialogs/understanding/names.py": "titles beside a name: where two names are compared no content is at hand yet",
    "dialogs/understanding/safety/arabizi.py": "how Arabic sounds in Latin letters",
}
_OF_MACHINES = re.compile(r"https?|ftp|www|mailto|tg|MMM|L{3,4}|i{1,3}v?|iv|[mcµk]?[mgl]|m[gl]|mcg|cm|kg")
_LETTERS = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ffáéíóúñÁÉÍÓÚÑ¿¡]")
_FEWEST_CHOICES, _FEWEST_WORDS = 2, 3
_LISTS = (
    ("pressed.toml", "denials"),
    ("pressed.toml", "joins"),
    ("pressed.toml", "filler"),
    ("said.toml", "secret"),
    ("days.toml", "money"),
    ("recognition.toml", "name.titles"),
)


def _modules() -> list[Path]:
    return [file for room in ("bot", "dialogs") for file in sorted((ROOT / room).rglob("*.py"))]


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@cache
def _constants(file: Path) -> tuple[ast.AST, ...]:
    """Everything in a module but its docstrings."""
    tree = ast.parse(file.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return tuple(node for node in ast.walk(tree) if id(node) not in told)


def _strings(node: ast.AST) -> Iterator[str]:
    yield from (each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str))


def _has_letters(file: Path) -> bool:
    texts = (node.value for node in _constants(file) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return any(map(_LETTERS.search, texts))


def _chooses_between_words(file: Path) -> bool:
    """Whether a pattern of a module has "this or that" of plain words in it."""
    calls = (
        node for node in _constants(file) if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")
    )
    patterns = ("".join(text for each in call.args for text in _strings(each)) for call in calls)
    return any(map(_choices, patterns))


def _choices(pattern: str) -> bool:
    plainly = re.sub(r"\\.|\[[^\]]*\]|\?P<\w+>|\?[:=!]|\?<[=!]", "\0", pattern)
    for group in re.findall(r"(?:[\w ']+\|)+[\w ']+", plainly):
        words = [word.strip() for word in group.split("|")]
        words = [word for word in words if re.fullmatch(r"[A-Za-z']{2,}", word) and not _OF_MACHINES.fullmatch(word)]
        if len(words) >= _FEWEST_CHOICES and len(words) > sum(word in _OF_FILES.split() for word in words):
            return True
    return False


_OF_FILES = """
zip Index xml html css js img assets index readme desktop bak orig old rej swp tmp md db api meta url file style flex
grid table block list left right none hidden collapse visibility Quantity Category Data Correlation Clinical YAML xref
iu IU fl fL br em strong div span font ul ol li tbody tr td th pre hr center sup sub tel
"""
"""Words of formats and of programs."""


def _lists_words(file: Path) -> bool:
    """Whether a set, a tuple or a list has words in it that are content of some language."""
    for node in _constants(file):
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            words = [each.value for each in node.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if sum(word in _words_of_content() for word in words) >= _FEWEST_WORDS:
                return True
    return False


@cache
def _words_of_content() -> frozenset[str]:
    """The commonest words of every language, which are no keys of ours: "not", "never", "mrs"."""
    found = set[str]()
    for folder in sorted(ROOT.glob("content/*/pressed.toml")):
        for name, key in _LISTS:
            read = tomllib.loads((folder.parent / name).read_text("utf-8"))
            for part in key.split("."):
                read = read.get(part, {})
            found |= {word for word in read if " " not in word}
    return frozenset(found.difference(_KEYS.split()))


_KEYS = """
yes no all but already last next one other sure want make get put now again more to in on s a this about and
"""
"""Words that are keys of buttons, of days or of what is told, too."""


@pytest.mark.parametrize(
    ("finds", "known"),
    [(_has_letters, _WHY_LETTERS), (_chooses_between_words, _WHY_CHOICES), (_lists_words, _WHY_LISTS)],
)
def test_words_of_a_language_stand_in_content(finds, known):
    found = {_name(file) for file in _modules() if finds(file)}
    assert found - known.keys() == set(), "words of people's languages belong to content/<language>/"
    assert known.keys() - found == set(), "these have none any more: take them from the list"


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ('NEVER = frozenset({"not", "never", "nobody"})', _lists_words),
        ('TITLES = ("mr", "mrs", "ms")', _lists_words),
        ('X = re.compile(r"\\d+ (?:dollars|bucks)")', _chooses_between_words),
        ('X = re.compile(r"(?<!\\w)(?:is|es)(?!\\w)")', _chooses_between_words),
        ('X = ("sí",)', _has_letters),
        ('X = {"مش": 1}', _has_letters),
    ],
)
def test_the_next_one_would_be_found(text, finds, tmp_path):
    (tmp_path / "next_one.py").write_text(text, "utf-8")
    assert finds(tmp_path / "next_one.py")


def test_a_docstring_may_tell_of_any_language(tmp_path):
    (tmp_path / "telling.py").write_text('"""A text such as «مش عندي»."""\n\n\nclass A:\n    """Sí."""\n', "utf-8")
    assert not _has_letters(tmp_path / "telling.py")
