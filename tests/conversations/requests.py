"""A patient who asks for the scans: the tap, whom they asked, the receipt of it, and the card it can be opened at."""

from tests.chat import Chat


def asks(chat: Chat) -> None:
    chat.patient_walks_to("scans")
    chat.patient_presses("scans/asked")


def tells_whom(chat: Chat, whom: str = "Records office") -> None:
    chat.patient_commands("checklist")
    chat.patient_presses("aside/review", "open/scans", "scans/more", "scans.more/whom")
    chat.bot_says("record_asked")
    chat.patient_writes(whom)


def has_a_receipt(chat: Chat) -> None:
    """The receipt of the request is in sight, and the patient stands at the next question."""
    asks(chat)
    tells_whom(chat)
    chat.bot_says("request_noted")
    chat.bot_offers("request/1/promised", "request/1/reference")
    chat.patient_presses("review/go_on")
    chat.patient_is_at("plan")


def opened(chat: Chat) -> None:
    asks(chat)
    chat.patient_commands("requests")
    chat.patient_presses("us", "look/1")
    chat.bot_says("requests_one")
