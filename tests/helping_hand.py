"""A helper beside a patient's chat, with what a test expects of what they are told."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.effects import Say
from dialogs.proofreading import helping_hand
from dialogs.words.messages import MESSAGES


class Helper(helping_hand.Helper):
    """Somebody with one errand of that patient, and no case of their own."""

    def bot_says(self, *names: str) -> None:
        assert [say.name for say in self.said] == list(names)

    def is_offered(self, *moves: str) -> None:
        offered = {
            button.data.rpartition("/")[2] for say in self.said for row in say.buttons for button in row if button.data
        }
        assert offered == set(moves)

    def _hears(self, says: Iterable[Say]) -> None:
        super()._hears(says)
        for say in self.said:
            assert set(say.values) <= MESSAGES[say.name], f"{say.name} has values its template does not know"
