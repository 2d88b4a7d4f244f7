"""How a patient comes to the letter that asks for a record, and what was put into it."""

from dialogs.effects import SendPaper


def letter(chat):
    """The values of the letter that was just sent."""
    (paper,) = [effect for effect in chat.turn.effects if isinstance(effect, SendPaper)]
    assert paper.kind == "letter"
    return paper.values


def finds(chat, record):
    chat.patient_walks_to(record)
    chat.patient_presses(f"{record}/missing", f"{record}.missing/letter")
