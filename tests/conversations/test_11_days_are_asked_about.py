"""Days that were read in files are asked about where they matter, and once."""

from dialogs.case.facts import Facts


def test_days_that_were_read_are_asked_about_only_where_they_matter_in_the_packet(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("a.pdf", facts=Facts(date="2026-01-05"))
    chat.bot_does_not_say("dates_read")
    chat.patient_commands("packet")
    chat.bot_says("packet", "dates_read")
    chat.patient_commands("packet")
    chat.bot_does_not_say("dates_read")


def test_days_that_were_read_are_shown_once_and_confirmed_with_a_tap(chat):
    chat.patient_walks_to("report")
    first, second = chat.patient_uploads("a.pdf", "b.pdf")
    chat.bot_has_looked_at(first, facts=Facts(date="2026-01-05"))
    chat.bot_has_looked_at(second, facts=Facts(date="2026-01-06"))
    chat.patient_commands("packet")
    chat.bot_says("dates_read")
    chat.patient_presses(f"dates/yes/{first}.{second}")
    chat.bot_says("dates_kept")
    assert [each.date for each in chat.case.documents] == ["2026-01-05", "2026-01-06"]
    chat.patient_presses(f"dates/yes/{first}.{second}")
    chat.bot_says("old_button")


def test_a_day_that_was_not_answered_is_not_asked_about_again(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("a.pdf", facts=Facts(date="2026-01-05"))
    chat.patient_commands("packet")
    chat.patient_sends("b.pdf", facts=Facts(date="2026-01-06"))
    chat.patient_commands("packet")
    assert [each.number for each in chat.said("dates_read").values["documents"]] == [2]


def test_one_of_the_days_can_be_changed(chat):
    chat.patient_walks_to("report")
    first, second = chat.patient_uploads("a.pdf", "b.pdf")
    for document in (first, second):
        chat.bot_has_looked_at(document, facts=Facts(date="2026-01-05"))
    chat.patient_commands("packet")
    chat.patient_presses(f"dates/change/{first}.{second}")
    chat.bot_says("dates_which")
    chat.patient_presses(f"file/{second}/date")
    chat.patient_is_at("files.dating")
    chat.patient_writes("7 January 2026")
    assert chat.case.document(second).date == "2026-01-07"
    assert chat.case.document(first).date == ""


def test_no_day_that_was_not_read_is_ever_confirmed(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("a.pdf")
    chat.bot_does_not_say("dates_read")
    for data in ("aside/dates/yes/1", "aside/dates/yes/x.y", "aside/dates/no/1", "aside/dates/change/9"):
        chat.patient_presses_data(data)
        chat.bot_says("old_button")
    assert chat.case.document(1).date == ""


def test_more_days_than_one_message_holds_come_after_the_answer(chat):
    chat.patient_walks_to("report")
    numbers = chat.patient_uploads(*(f"{number}.pdf" for number in range(10)))
    for number in numbers:
        chat.bot_has_looked_at(number, facts=Facts(date="2026-01-05"))
    chat.patient_commands("packet")
    assert len(chat.said("dates_read").values["documents"]) == 8
    chat.patient_presses("dates/yes/" + ".".join(map(str, numbers[:8])))
    assert len(chat.said("dates_read").values["documents"]) == 2
