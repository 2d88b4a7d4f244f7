"""Who tells that somebody still has a record, and that it comes later, leaves it for later."""

from __future__ import annotations

import pytest

from tests.conversations import telling

LATER = {
    "en": ["it's with the doctor, later", "the doctor still has it, later", "the doctor hasn't given it to me yet"],
    "es": ["está con el doctor, luego", "lo tiene el doctor, después", "el doctor todavía no me lo da"],
    "ar": ["لسا عند الدكتور، بعدين", "الدكتور لسه ما عطاني", "الممرضة لسا ما سلمتني"],
}
ELSEWHERE = {"en": ["my doctor has it", "it's at Duke"], "es": ["lo tiene el doctor"], "ar": ["هي عند الدكتور"]}
NO_VISIT = {"en": ["no appointment yet"], "es": ["todavía no tengo cita"], "ar": ["لسه ما عندي موعد"]}


@pytest.mark.parametrize(("language", "text"), [(each, text) for each in LATER for text in LATER[each]])
def test_it_is_left_for_later(language: str, text: str):
    assert telling.told(language, "labs", text).case.answers["labs"].standing == "later"


@pytest.mark.parametrize(("language", "text"), [(each, text) for each in ELSEWHERE for text in ELSEWHERE[each]])
def test_who_says_only_where_it_is_says_that(language: str, text: str):
    assert telling.told(language, "labs", text).case.answers["labs"].standing == "elsewhere"


@pytest.mark.parametrize(("language", "text"), [(each, text) for each in NO_VISIT for text in NO_VISIT[each]])
def test_no_visit_yet_is_of_no_record(language: str, text: str):
    assert "labs" not in telling.told(language, "labs", text).case.answers
