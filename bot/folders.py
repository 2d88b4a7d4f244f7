"""Where the bot's own files are."""

from __future__ import annotations

from pathlib import Path

CONTENT = Path(__file__).resolve().parent.parent / "content"
"""What the bot says: part of the program, and no setting."""
