"""Signs that Word keeps as numbers of a picture font: ≤, ≥, µ and boxes to tick, as the characters they show.

Adobe's Symbol encoding (Unicode Consortium, MAPPINGS/VENDORS/ADOBE/symbol.txt), and of Wingdings what forms use.
"""

from __future__ import annotations

_SYMBOL = {
    0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?",
    0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x60: "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
    0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
    0xE0: "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
    0xF1: "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
}
_WINGDINGS = {0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "☐"} | {
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
_FONTS = {
    "symbol": {first + place: sign for first, signs in _SYMBOL.items() for place, sign in enumerate(signs)},
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
}
UNKNOWN = "[?]"
"""Shown for a sign that we cannot name, and said so: a sign left out may turn a sentence around."""


def sign(font: str, number: int) -> str:
    """The character that a number shows in a font; Word adds 0xF000 to the number."""
    known = _FONTS.get(font.casefold())
    if known is None:
        is_private = 0xE000 <= number <= 0xF8FF
        return UNKNOWN if is_private or not 0 < number < 0x110000 else chr(number)
    return known.get(number & 0xFF, UNKNOWN)


def shown(text: str, font: str) -> str:
    """A run of text as it shows: in a picture font each letter is a sign, and so is a letter of the private range."""
    if font.casefold() in _FONTS:
        return "".join(" " if each == " " else sign(font, ord(each)) for each in text)
    return "".join(sign("symbol", ord(each)) if 0xF000 <= ord(each) <= 0xF0FF else each for each in text)
