""" "Go on where I was" leads back to the path, or to a question that is still open: not to the page looked at last."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("command", ["files", "requests", "errands", "letters", "packet"])
def test_go_on_where_i_was_leads_to_the_path_and_not_to_the_page_looked_at_last(chat, command):
    chat.patient_walks_to("report")
    chat.patient_sends("a.pdf")
    chat.happens_at("scans", lambda: chat.patient_commands(command))
    if command == "files":
        chat.patient_presses("look/1")
    chat.patient_commands("help")
    chat.patient_presses("continue")
    chat.patient_is_at("scans")
    assert chat.case.returns_to == ()


def test_a_question_that_is_still_open_is_gone_on_with(two_files):
    two_files.patient_presses("rename")
    two_files.patient_commands("help")
    two_files.patient_presses("continue")
    two_files.patient_is_at("files.renaming")
