"""What is changed in content while the rehearsal runs is noticed, once."""

from __future__ import annotations

import os
from pathlib import Path

from bot.rehearsal.edits import Edits


def test_what_is_saved_comes_or_goes_is_noticed_once(tmp_path: Path) -> None:
    message = tmp_path / "en" / "messages" / "welcome.html.j2"
    message.parent.mkdir(parents=True)
    message.write_text("Good morning")
    edits = Edits(tmp_path)
    assert not edits.any()
    os.utime(message, ns=(1, 1))
    assert edits.any()
    assert not edits.any()
    (message.parent / "new.html.j2").write_text("New")
    assert edits.any()
    message.unlink()
    assert edits.any()
    assert not edits.any()
