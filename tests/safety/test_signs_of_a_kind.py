"""A sign is heard in all its forms: whoever cannot be woken, has taken all of it, is weary of life, faints or falls."""

from __future__ import annotations

import pytest

from dialogs.understanding.safety import Kind
from tests import real

EARS = real.content("en").dialogue.ears


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.EMERGENCY, "nanay is drowsy and difficult to wake"),
        (Kind.EMERGENCY, "mi esposo está desmayado"),
        (Kind.EMERGENCY, "mi hijo se cortó las venas"),
        (Kind.EMERGENCY, "غايبة عن الوعي"),
        (Kind.EMERGENCY, "ماما دايخة ووقعت"),
        (Kind.EMERGENCY, "كيدوخ وكيطيح"),
        (Kind.EMERGENCY, "سورقات"),
        (Kind.EMERGENCY, "اغمى علي بالمختبر"),
        (Kind.EMERGENCY, "خذ كل حبوب المسكن"),
        (Kind.CRISIS, "tired of fighting, gonna end it tonight"),
        (Kind.CRISIS, "kiero morirme"),
        (Kind.CRISIS, "no sé si aguanto hasta mañana"),
        (Kind.CRISIS, "مليت من هالعيشة"),
        (Kind.CRISIS, "طفشت من عمري"),
        (Kind.CRISIS, "عفت الدنيا"),
        (Kind.CRISIS, "تعبت والله ما عاد فيني"),
        (Kind.CALL_TEAM, "mama is bleeding PV, moderate"),
        (Kind.CALL_TEAM, "mama has rigors post chemo"),
        (Kind.CALL_TEAM, "انحبس بوله"),
        (Kind.CALL_TEAM, "محصور البول"),
    ],
)
def test_a_sign_is_heard_in_all_its_forms(kind: Kind, text: str):
    assert EARS.says_alone(text) is kind
    assert EARS.hear(text).urgent


@pytest.mark.parametrize(
    "text",
    [
        "laptop sleeps and I can't wake it", "cant talk now at work", "gonna end it here for tonight",
        "took 20 of the pages", "se cortó la luz", "quiero matar el tiempo", "مليت من الورق", "عفت المستشفى",
        "اخدتهم من المختبر", "mafish sokhoneya", "batal yestafregh", "wein a7ot el soura",
    ],
)  # fmt: skip
def test_the_same_words_of_anything_else_are_no_sign(text: str):
    assert EARS.says_alone(text) is None
