"""The disc and the slides: large originals are tracked, never uploaded."""

import pytest

from dialogs.case.answer import Answer
from dialogs.case.facts import Facts, Study
from dialogs.content.guide import Guide, Record
from tests.chat import SMALL_GUIDE, Chat

TRACKING = Guide(
    records=(
        Record("report"),
        Record("slides", ("elsewhere", "shipped", "arrived", "returned", "asked", "missing"), "report", numbered=False),
        Record("scans"),
        Record("discs", ("send", "disc", "transfer", "link", "asked", "missing", "not_applicable"), "scans"),
        Record("plan"),
    ),
    most_important="report",
    start_with=("report",),
    scan_reports="scans",
)


@pytest.fixture
def tracking() -> Chat:
    return Chat(guide=TRACKING)


def test_a_disc_in_hand_is_ready(tracking):
    tracking.patient_walks_to("discs")
    tracking.patient_presses("disc")
    tracking.bot_says("noted")
    tracking.checklist_says(discs="disc")
    assert tracking.group_of("discs") == "ready"


@pytest.mark.parametrize(
    ("step", "answer", "note", "group"),
    [
        ("discs", "transfer", "City Hospital, 3 May", "on_its_way"),
        ("discs", "link", "https://images.example/x?a=1&b=2", "ready"),
        ("slides", "shipped", "Parcel 1Z 999", "on_its_way"),
    ],
)
def test_an_answer_with_a_line_beside_it(tracking, step, answer, note, group):
    tracking.patient_walks_to("report")
    tracking.patient_presses("elsewhere")
    tracking.happens_at(step, lambda: tracking.patient_commands("start"))
    if answer in ("transfer", "shipped"):
        tracking.patient_presses("asked")
        tracking.happens_at(step, lambda: tracking.patient_commands("start"))
    tracking.patient_presses(f"{step}/more", f"{step}.more/{answer}")
    tracking.bot_says(f"record_{answer}")
    tracking.checklist_says(**{step: answer})
    tracking.patient_writes(note)
    tracking.bot_says("noted")
    assert tracking.case.answers[step] == Answer(answer, note)
    assert tracking.group_of(step) == group


def test_the_line_may_be_skipped(tracking):
    tracking.patient_walks_to("discs")
    tracking.patient_presses("link", "skip")
    tracking.checklist_says(discs="link")
    tracking.patient_is_at("plan")


def test_slides_are_sent_arrive_and_come_back_and_their_parcels_number_stays(tracking):
    tracking.patient_walks_to("slides")
    tracking.patient_presses("more")
    tracking.bot_does_not_offer("shipped", "arrived", "returned")
    tracking.patient_presses("slides.more/back", "asked")
    tracking.happens_at("slides", lambda: tracking.patient_commands("start"))
    tracking.patient_presses("slides/more", "shipped")
    tracking.patient_writes("Parcel 77")
    for answer in ("arrived", "returned"):
        tracking.happens_at("slides", lambda: tracking.patient_commands("start"))
        assert tracking.said("record").values["note"] == "Parcel 77"
        tracking.patient_presses("slides/more", f"slides.more/{answer}")
        assert tracking.case.answers["slides"] == Answer(answer, "Parcel 77")
        assert tracking.group_of("slides") == "ready"


def test_an_answer_given_before_there_were_these_still_counts(tracking):
    tracking.patient_walks_to("discs")
    tracking.case = tracking.case.answering("discs", "elsewhere")
    assert tracking.group_of("discs") == "ready"
    tracking.patient_commands("checklist")
    tracking.bot_says("checklist")


def test_what_is_on_its_way_is_followed_up_and_a_disc_is_brought(tracking):
    from dialogs.checklist.checklist import next_steps

    tracking.patient_walks_to("discs")
    tracking.case = tracking.case.answering("discs", "disc").answering("slides", "shipped")
    steps = next_steps(TRACKING, tracking.case, at_most=99)
    assert ("bring", "discs") in [(step.name, step.record) for step in steps]
    assert ("follow_up", "slides") in [(step.name, step.record) for step in steps]


def test_images_that_were_sent_are_counted_where_the_disc_is_asked_about(tracking):
    tracking.patient_walks_to("scans")
    tracking.patient_sends("disc.zip", facts=Facts(studies=(Study("CT", "2026-01-03", 2, 300), Study("MR", "", 1, 9))))
    tracking.patient_presses("done")
    tracking.patient_is_at("discs")
    assert tracking.said("record").values["images"] == 2


def test_a_disc_is_counted_by_its_scans_and_has_no_pages(tracking):
    tracking.patient_walks_to("scans")
    tracking.patient_sends("disc.zip", facts=Facts(studies=(Study("CT", "2026-01-03", 2, 300), Study("MR", "", 1, 9))))
    assert (tracking.said("receipt").values["scans"], tracking.said("receipt").values["pages"]) == (2, 0)
    tracking.patient_commands("checklist")
    groups = tracking.said("checklist").values["groups"]
    assert not any(line.pages for lines in groups.values() for line in lines)


def test_reports_of_two_scans_and_images_of_one_are_noticed(tracking):
    tracking.patient_walks_to("scans")
    tracking.patient_sends("ct.pdf", facts=Facts(date="2026-01-03"))
    tracking.patient_sends("pet.pdf", facts=Facts(date="2026-01-09"))
    tracking.patient_sends("disc.zip", facts=Facts(studies=(Study("CT", "2026-01-03", 2, 300),)))
    tracking.patient_presses("sorted_yes")
    assert tracking.said("sorted").values["hints"] == 1
    tracking.patient_presses_data("aside/hints")
    assert tracking.hints() == ["images"]
    assert tracking.said("hint_images").values["numbers"] == (2, 1)


def test_the_small_guide_still_offers_what_it_always_did():
    chat = Chat(guide=SMALL_GUIDE)
    chat.patient_walks_to("discs")
    chat.patient_presses("more")
    chat.bot_offers("elsewhere", "not_applicable")
    chat.bot_does_not_offer("disc", "transfer", "link", "shipped")
