"""A look at one file of the list."""


def look(chat, number):
    chat.patient_presses(f"look/{number}")
