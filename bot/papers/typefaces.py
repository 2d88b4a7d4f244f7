"""The typefaces that pages are set in, and the letters that none of them has: never shown as an empty box."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
"""Wheels that hold nothing but typefaces (Noto, SIL OFL 1.1): the first comes with the bot, `make fonts` installs the
other, which has Chinese, Japanese and Korean."""
SCRIPTS: Mapping[str, str] = {
    "Latin": "ŁñǺếș",
    "Cyrillic": "ЖћЇ",
    "Greek": "ΩάῆΆ",
    "Hebrew": "שלום",
    "Arabic": "محپی",
    "Devanagari": "अनिता",
    "Armenian": "Արամ",
    "Georgian": "გიორ",
    "Bengali": "বাংলা",
    "Gujarati": "ગુજરાતી",
    "Gurmukhi": "ਗੁਰਪ੍ਰੀਤ",
    "Kannada": "ಕನ್ನಡ",
    "Malayalam": "മലയാളം",
    "Odia": "ଓଡ଼ିଆ",
    "Sinhala": "සිංහල",
    "Tamil": "தமிழ்",
    "Telugu": "తెలుగు",
    "Thai": "สมชาย",
    "Lao": "ສົມຊາຍ",
    "Burmese": "အောင်",
    "Khmer": "ខ្មែរ",
    "Ethiopic": "አማርኛ",
    "Chinese": "李龙龍",
    "Japanese": "ひカ漢",
    "Korean": "김철수",
}
"""Scripts that names are written in, each with some letters that stand for it."""
ALWAYS = ("Latin", "Cyrillic", "Greek", "Hebrew", "Arabic", "Devanagari")
"""Those that every bot prints."""
ADDED = ("Chinese", "Japanese", "Korean")
"""Those that `make fonts` adds."""
MOST = 3000
"""Different letters that are looked for at once; nobody's page has more."""
_FOLDER = Path(__file__).parent
_SHAPE = re.compile(r'xlink:href="#(g\w+)"')
_NOBODYS = "\U000f0000"
"""A place in Unicode that no typeface of ours fills: it is drawn as what is missing is."""
_NOT_DRAWN = frozenset({"Cc", "Cf", "Cn", "Cs", "Mc", "Me", "Mn", "Zl", "Zp", "Zs"})
"""Unicode's general categories of what has no shape of its own."""
_SURELY = re.compile(r"[\u0020-\u007e\u00a0-\u017f\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u2010-\u2026\s\u200b]+")
"""What typst's own typefaces have, whatever is installed."""

Shapes = Callable[[str], list[str]]
"""What is drawn of each of some letters, a page each, as SVG."""


def fonts() -> typst.Fonts:
    """Typst's own typefaces and those of the wheels that are installed; never those of the machine."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(each) for each in folders()])


def folders() -> Iterator[Path]:
    """Where the wheels that are installed keep their typefaces."""
    for package in PACKAGES:
        found = find_spec(package)
        for place in (found.submodule_search_locations or ()) if found else ():
            yield Path(place)


def unprinted(text: str, shapes: Shapes) -> str:
    """The letters of a text that no typeface has, each once. A mark above or below letters is had where those are."""
    rare = set(_SURELY.sub("", text))
    letters = sorted(each for each in rare if unicodedata.category(each) not in _NOT_DRAWN)[:MOST]
    if not letters:
        return ""
    missing, *drawn = map(_drawn, shapes("".join([_NOBODYS, *letters])))
    lost = {letter for letter, shape in zip(letters, drawn, strict=True) if shape == missing}
    alphabets = {_alphabet(each) for each in lost}
    marks = {each for each in rare if unicodedata.category(each)[0] == "M" and _alphabet(each) in alphabets}
    return "".join(sorted(lost | marks))


def _alphabet(letter: str) -> str:
    """The first word of its name in Unicode, such as "TAMIL"."""
    return unicodedata.name(letter, "?").split()[0]


def drawn_by(compiler: Any) -> Shapes:
    """What a compiler draws of letters."""

    def shapes(letters: str) -> list[str]:
        inputs = {"letters": json.dumps(list(letters))}
        pages = compiler.compile(input=_FOLDER / "glyphs.typ", sys_inputs=inputs, format="svg")
        return [each.decode() for each in (pages if isinstance(pages, list) else [pages])]

    return shapes


def spelled(value: Any, letters: str, instead: str = "") -> Any:
    """The same words with such letters as their code points: "U+4E2D", by which anybody can find what was written.

    `instead`: what stands for each of them where that would be too long.
    """
    if not letters:
        return value
    return _translated(value, {ord(each): instead or f"U+{ord(each):04X} " for each in letters})


def words_in(value: Any) -> Iterator[str]:
    """Every text of what is to be set."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ():
        yield from words_in(inner)


def scripts(shapes: Shapes, of: Iterable[str] = SCRIPTS) -> dict[str, bool]:
    """Which scripts can be printed here."""
    missing = unprinted("".join(SCRIPTS[each] for each in of), shapes)
    return {each: not set(SCRIPTS[each]) & set(missing) for each in of}


def printed_here() -> dict[str, bool]:
    """Which scripts this installation prints."""
    import typst

    return scripts(drawn_by(typst.Compiler(root=_FOLDER, font_paths=fonts())))


def how_to_print(missing: Iterable[str]) -> str:
    """What an operator does so that scripts are printed which are not."""
    return "`make fonts` adds them" if {*missing} <= {*ADDED} else "run `make setup` again"


def _drawn(svg: str) -> tuple[str, ...]:
    return tuple(_SHAPE.findall(svg))


def _translated(value: Any, table: Mapping[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, Mapping):
        return {key: _translated(inner, table) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_translated(inner, table) for inner in value]
    return value
