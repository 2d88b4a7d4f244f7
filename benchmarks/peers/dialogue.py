"""What every peer says: twelve steps, each as long, and with as many buttons, as a step of ours."""

STEPS = 12
BUTTONS = 7
TEXT = (
    "<b>{step} of 12 · Pathology report</b>\n\nWhat the laboratory saw in your tissue. A new doctor reads it first.\n\n"
    "Where it usually is: your patient portal, or the hospital's records office. You can send a PDF or photos here, "
    "page by page, or say that you have it elsewhere, that you asked for it, or that it is missing."
)


def text(step: int) -> str:
    return TEXT.format(step=step + 1)


def rows(step: int) -> list[list[tuple[str, str]]]:
    """Labels and data: whichever is tapped, the next step follows."""
    return [[(f"I have it elsewhere {number}", f"{step}/{number}")] for number in range(BUTTONS)]
