"""Buttons that choose a language: of the chat, or of what others are to read."""

from __future__ import annotations

from dialogs.effects import Button


def speaking(language: str) -> Button:
    """A button that makes the bot speak a language: it says what that is called in itself."""
    return Button(f"aside/language/{language}", f"language.{language}")


def written_in(language: str) -> Button:
    """A button that has what others read written in another language."""
    return Button(f"aside/reader/{language}", f"reader.{language}")
