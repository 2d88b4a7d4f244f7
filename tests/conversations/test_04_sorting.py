"""Everything at once: whatever comes is sorted by what is printed on it, into one card."""

import pytest

from dialogs.case.facts import Facts, Study
from dialogs.content.guide import Guide, Record
from dialogs.proofreading.chat import Chat as Played
from tests import real
from tests.chat import Chat

PILE = {"path.pdf": "report", "ct.pdf": "scans", "plan.pdf": "plan"}


def sends_a_pile(chat: Chat, *more: str) -> None:
    """Several files together; of those that are named beside them nothing is known."""
    names = (*PILE, *more)
    for number, name in zip(chat.patient_uploads(*names), names, strict=True):
        chat.bot_has_looked_at(number, pages=2, facts=Facts(record=PILE.get(name, ""), date="2026-02-12"))


def lots(chat: Chat) -> list[tuple[str, str]]:
    return [(lot.first.name, lot.record) for lot in chat.said("sorting").values["lots"]]


def test_one_card_says_of_each_file_what_it_is_and_of_which_day(gathering):
    sends_a_pile(gathering)
    assert lots(gathering) == [("path.pdf", "report"), ("ct.pdf", "scans"), ("plan.pdf", "plan")]
    assert {lot.day for lot in gathering.said("sorting").values["lots"]} == {"2026-02-12"}
    gathering.bot_offers("sorted_yes", "sort_change")
    assert not any(say.name == "sorting" for say in gathering.shown[:-2]), "and it is one card"
    gathering.bot_keeps(report=0)


def test_all_right_puts_all_of_it_in_its_place_and_the_walk_asks_only_what_is_open(gathering):
    sends_a_pile(gathering)
    gathering.patient_presses("sorted_yes")
    gathering.bot_keeps(report=1, scans=1, plan=1)
    gathering.patient_is_at("date")
    gathering.patient_presses("date/not_now", "destination/not_now")
    gathering.patient_is_at("decision")
    gathering.patient_presses("not_sure")
    gathering.bot_says("enough")
    assert gathering.said("enough").values["missing"] == ()


def test_what_cannot_be_told_is_asked_about_one_at_a_time_and_the_likeliest_first(gathering):
    numbers = gathering.patient_uploads("ct.pdf", "x.pdf", "y.pdf")
    for number, facts in zip(numbers, (Facts(record="scans"), Facts(likely=("plan",)), Facts()), strict=True):
        gathering.bot_has_looked_at(number, facts=facts)
    gathering.patient_presses("sorted_yes")
    gathering.bot_says("sort_one")
    assert gathering.said("sort_one").buttons[0][0].data.endswith("sort_as/plan")
    gathering.patient_presses("sort_as/plan", "sort_leave")
    gathering.bot_says("date")
    assert [each.record for each in gathering.case.documents] == ["scans", "plan", ""]
    gathering.patient_commands("checklist")
    assert gathering.said("checklist").values["unsorted"] == 1, "and it is nowhere forgotten"


def test_one_of_them_can_be_changed(gathering):
    sends_a_pile(gathering)
    gathering.patient_presses("sort_change", "sort_file/2")
    gathering.bot_says("sort_one")
    gathering.patient_presses("sort_as/plan")
    assert [name for name, _ in lots(gathering)] == ["path.pdf", "plan.pdf"], "what is placed is not asked about again"
    gathering.patient_presses("sorted_yes")
    gathering.bot_keeps(report=1, plan=2)


def test_files_that_come_one_after_another_share_one_receipt_and_one_card(gathering):
    first = gathering.patient_uploads("path.pdf")
    slot = gathering.said("receipt").slot
    second = gathering.patient_uploads("ct.pdf")
    assert gathering.said("receipt").slot == slot
    gathering.bot_has_looked_at(first[0], facts=Facts(record="report"))
    gathering.bot_does_not_say("sorting")
    gathering.bot_has_looked_at(second[0], facts=Facts(record="scans"))
    assert len(lots(gathering)) == 2
    gathering.patient_sends("plan.pdf", facts=Facts(record="plan"))
    assert len(lots(gathering)) == 3, "what was not agreed to yet stands on the newest card as well"


def test_the_card_takes_the_place_of_the_receipt(gathering):
    sends_a_pile(gathering)
    card = gathering.turn.effects[-1]
    assert (card.name, card.lead.name) == ("sorting", "receipt")
    assert card.slot.startswith("receipt:")


def test_photos_of_one_album_are_one_report_until_they_are_parted(gathering):
    for number in gathering.patient_uploads("1.jpg", "2.jpg", "3.jpg"):
        gathering.bot_has_looked_at(number, kind="jpeg", facts=Facts(record="report"))
    (lot,) = gathering.said("sorting").values["lots"]
    assert len(lot.documents) == 3
    gathering.bot_offers("apart")
    gathering.patient_presses("sorted_yes")
    assert [each.part_of for each in gathering.case.documents] == [1, 1, 1]


def test_photos_of_one_album_that_are_separate_are_sorted_each_by_itself(gathering):
    for number in gathering.patient_uploads("1.jpg", "2.jpg"):
        gathering.bot_has_looked_at(number, kind="jpeg", facts=Facts(record="report"))
    gathering.patient_presses("apart")
    assert len(gathering.said("sorting").values["lots"]) == 2
    gathering.patient_presses("sorted_yes")
    assert {each.part_of for each in gathering.case.documents} == {1, 2}


@pytest.mark.parametrize(
    "second",
    [Facts(record="scans"), Facts(record="report", date="2026-01-01"), Facts(record="report", identifiers=("B2",))],
)
def test_two_kinds_in_one_photo_album_are_two_files(gathering, second):
    first = Facts(record="report", date="2026-02-02", identifiers=("A1",))
    for number, facts in zip(gathering.patient_uploads("1.jpg", "2.jpg"), (first, second), strict=True):
        gathering.bot_has_looked_at(number, kind="jpeg", facts=facts)
    assert len(gathering.said("sorting").values["lots"]) == 2


def test_a_pile_at_a_record_is_asked_about_where_its_print_says_otherwise(chat):
    chat.patient_walks_to("report")
    sends_a_pile(chat)
    assert lots(chat) == [("ct.pdf", "scans"), ("plan.pdf", "plan")]
    chat.bot_keeps(report=3)
    chat.patient_presses("sorted_yes")
    chat.bot_keeps(report=1, scans=1, plan=1)
    chat.patient_is_at("decision")


def test_a_file_at_its_own_record_is_not_asked_about(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("path.pdf", facts=Facts(record="report"))
    chat.bot_does_not_say("sorting")
    chat.bot_offers("done")


def test_somebody_elses_name_is_asked_about_before_the_file_counts(gathering):
    for number in gathering.patient_uploads("a.pdf", "b.pdf", "c.pdf", "other.pdf"):
        name = "Boris Kahn" if number == 4 else "Ana Bell"
        gathering.bot_has_looked_at(number, facts=Facts(record="report", patient=name))
    gathering.patient_presses("sorted_yes")
    gathering.bot_says("sort_name")
    assert gathering.said("sort_name").values["name"] == "Boris Kahn"
    gathering.bot_keeps(report=3)
    gathering.patient_presses("sort_leave")
    gathering.bot_keeps(report=3)


def test_who_says_that_the_name_is_right_has_it_counted(gathering):
    for number in gathering.patient_uploads("a.pdf", "b.pdf", "c.pdf", "other.pdf"):
        name = "Boris Kahn" if number == 4 else "Ana Bell"
        gathering.bot_has_looked_at(number, facts=Facts(record="report", patient=name))
    gathering.patient_presses("sorted_yes", "sort_as/report")
    gathering.bot_keeps(report=4)


def test_of_a_very_thick_pile_the_card_shows_what_fits_and_all_right_places_all_of_it(gathering):
    for number in gathering.patient_uploads(*(f"{number}.pdf" for number in range(60))):
        gathering.bot_has_looked_at(number, facts=Facts(record="scans"))
    assert gathering.said("sorting").values["more"] == 40
    gathering.patient_presses("sorted_yes")
    gathering.bot_keeps(scans=60)


WITH_IMAGES = Guide(
    records=(Record("report"), Record("scans"), Record("discs", ("send", "disc", "asked", "missing"), "scans")),
    most_important="report",
    start_with=("report",),
    scan_reports="scans",
)


def test_a_disc_is_filed_as_original_images_and_then_they_are_ready():
    chat = Chat(guide=WITH_IMAGES)
    chat.patient_walks_to("scans")
    chat.patient_sends("disc.zip", kind="dicom_zip", facts=Facts(studies=(Study("CT", "2026-01-03", 2, 300),)))
    assert lots(chat) == [("disc.zip", "discs")]
    chat.patient_presses("sorted_yes")
    chat.checklist_says(discs="received")
    assert chat.group_of("discs") == "ready"


@pytest.mark.parametrize("data", ["sorted_yes", "sort_change", "sort_as/plan", "sort_leave", "sort_file/1", "apart"])
@pytest.mark.parametrize("thing", ["", "@9-9", "@x", "@7"])
def test_a_button_of_a_card_whose_files_are_sorted_or_gone_is_an_old_button(gathering, thing, data):
    sends_a_pile(gathering)
    gathering.patient_presses("sorted_yes")
    gathering.patient_presses_data(f"aside{thing}/{data}")
    gathering.bot_says("old_button")
    gathering.bot_keeps(report=1, scans=1, plan=1)


def test_go_on_with_a_card_still_open_shows_the_card_first(gathering):
    """Who has sent everything and overlooks the card is not asked for each record as if nothing had come."""
    sends_a_pile(gathering)
    gathering.patient_presses("gather/go_on")
    gathering.bot_says("sorting")
    gathering.patient_is_at("gather")
    gathering.patient_presses("sorted_yes")
    gathering.patient_is_at("date")


def test_files_that_all_carry_another_name_are_asked_about_and_not_offered_as_all_right(gathering):
    for number in gathering.patient_uploads("a.pdf", "b.pdf", "c.pdf"):
        gathering.bot_has_looked_at(number, facts=Facts(record="report", patient="Ana Bell"))
    gathering.patient_presses("sorted_yes")
    gathering.patient_sends("other.pdf", facts=Facts(record="scans", patient="Boris Kahn"))
    gathering.bot_says("sort_name")
    gathering.bot_does_not_offer("sorted_yes")
    gathering.patient_presses("sort_as/scans")
    gathering.bot_keeps(report=3, scans=1)


def test_who_goes_on_in_words_leaves_the_file_for_later():
    chat = Played(dialogue=real.content("en").dialogue)
    chat.patient_commands("start")
    chat.patient_presses("begin", "keep_files")
    chat.patient_sends("paper.pdf")
    assert chat.shown[-1].name == "sort_one"
    chat.patient_writes("next")
    assert (chat.case.step, [each.record for each in chat.case.documents]) == ("date", [""])
