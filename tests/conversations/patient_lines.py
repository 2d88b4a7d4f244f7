"""What is read about the patient on their files, and the card that shows it."""

from dialogs.case.document import Document
from dialogs.case.facts import Facts

READ = Facts(patient="Ana Example", born="1954-02-07", number="445-12", institution="Example Hospital")


def sent_file(chat, *facts):
    for number, each in enumerate(facts or (READ,), start=1):
        chat.case = chat.case.with_document(Document(number, "b", f"{number}.pdf", "report", "readable", 1, facts=each))


def at_the_card(chat):
    chat.patient_walks_to("report")
    chat.patient_commands("patient")
    return dict(chat.said("patient").values["lines"])
