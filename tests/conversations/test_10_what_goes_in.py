"""What goes into the packet: the patient chooses, and what its destination does not ask for stays out by itself."""

from dataclasses import replace
from datetime import date

import pytest

from dialogs.content.profile import Profile, Wish
from dialogs.effects import SendPaper
from dialogs.events import Unprinted
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.going_in import kept_out, told
from dialogs.roads.packet.plan import plan
from tests.chat import SMALL_GUIDE, Chat
from tests.conversations.packets import build_it, effects

SEEN, REVIEW = date(2020, 1, 1), date(2099, 1, 1)


def profile(key, country="us", **wanted):
    wishes = tuple(Wish("records", (record,), "https://a.example", SEEN, REVIEW, how) for record, how in wanted.items())
    return Profile(key, country, (), wishes)


GUIDE = replace(
    SMALL_GUIDE,
    destinations={
        each.key: each for each in (profile("choosy", scans="no", report="yes"), profile("all", "uk", scans="yes"))
    },
)


def once(case, *said):
    """The case after some taps on files."""
    for each in said:
        case = told(case, each)
        assert case is not None, each
    return case


def packed(case, guide=GUIDE):
    return [each.number for each in plan(guide, case).documents]


@pytest.fixture
def two_records(with_files):
    """A report and scans are here, and a disc's report that is both."""
    case = with_files.case
    for number, record in ((2, "scans"), (3, "")):
        case = case.with_document(replace(case.documents[0], number=number, record=record, name=f"{number}.pdf"))
    return case


def test_a_file_is_left_out_and_brought_back_with_a_tap(with_files):
    with_files.patient_presses("choosing")
    with_files.bot_says("packet_choosing")
    before = digest(with_files.guide, with_files.case)
    with_files.patient_presses("toggle/1-out")
    assert (with_files.said("packet_choosing").values["inside"], packed(with_files.case, with_files.guide)) == (0, [])
    assert digest(with_files.guide, with_files.case) != before
    with_files.patient_presses("back")
    assert with_files.said("packet").values["left_out"] == 1
    with_files.bot_does_not_offer("build")
    with_files.patient_presses("choosing", "toggle/1-in", "back")
    assert packed(with_files.case, with_files.guide) == [1]
    with_files.bot_offers("build")


def test_what_was_left_out_is_said_once_more_when_the_packet_is_sent(with_files):
    with_files.case = once(with_files.case.with_document(replace(with_files.case.documents[0], number=2)), "2-out")
    with_files.patient_presses("build")
    build_it(with_files)
    assert with_files.said("packet_sent").values["kept_out"] == 1


def test_a_tap_that_is_felt_twice_does_nothing_more(with_files):
    with_files.patient_presses("choosing")
    for _ in range(2):
        with_files.patient_presses_data("packet.choosing/toggle/1-out")
        assert not packed(with_files.case, with_files.guide)


@pytest.mark.parametrize("argument", ["", "9-out", "1-", "1-sideways", "x-out", "-1-in"])
def test_a_button_that_names_nothing_is_an_old_button(with_files, argument):
    with_files.patient_presses("choosing")
    with_files.patient_presses_data(f"packet.choosing/toggle/{argument}")
    with_files.bot_says("old_button")
    assert packed(with_files.case, with_files.guide) == [1]


def test_many_files_are_shown_a_few_at_a_time_with_never_more_than_five_buttons(with_files):
    case = with_files.case
    for number in range(2, 201):
        case = case.with_document(replace(case.documents[0], number=number, name=f"{number}.pdf"))
    with_files.case = replace(case, files_seen=200)
    with_files.patient_presses("choosing")
    seen = set()
    for _ in range(67):
        buttons = [each.data for row in with_files.said("packet_choosing").buttons for each in row]
        assert len(buttons) <= 5
        seen |= {each for each in buttons if "toggle" in each}
        with_files.patient_presses_data(next(each for each in buttons if "page" in each))
    assert len(seen) == 200
    assert with_files.case.files_from == 0, "behind the last page comes the first"


def test_what_the_destination_does_not_ask_for_stays_out_and_is_counted(two_records):
    case = replace(two_records, destinations=("choosy",))
    assert packed(case) == [1, 3]
    assert [each[0].number for each in kept_out(GUIDE, case)] == [2]


def test_it_goes_in_if_the_patient_says_so_and_what_they_leave_out_stays_out_for_any_destination(two_records):
    case = once(replace(two_records, destinations=("choosy",)), "2-in", "1-out")
    assert packed(case) == [2, 3]
    assert packed(replace(case, destinations=("all",))) == [2, 3]


def test_one_of_several_destinations_is_chosen_or_all_of_them():
    chat = Chat(guide=GUIDE)
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    chat.patient_presses("done")
    chat.case = replace(chat.case, destinations=("choosy", "all"))
    chat.patient_commands("packet")
    assert sum(len(row) for row in chat.said("packet").buttons) == 5
    chat.patient_presses("for_one")
    chat.bot_says("packet_for")
    chat.patient_presses("for/choosy")
    chat.patient_is_at("packet")
    assert chat.said("packet").values["destinations"] == ("choosy",)
    chat.patient_presses("for_one", "for_all")
    assert chat.said("packet").values["destinations"] == ("choosy", "all")
    chat.patient_presses_data("packet.for/for/unknown")
    chat.bot_says("old_button")


def test_a_place_in_the_patients_own_words_is_called_so_on_its_button():
    chat = Chat(guide=GUIDE)
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    chat.patient_presses("done")
    chat.case = replace(chat.case, destinations=("choosy",), destination="Dr. Lee in Lima")
    chat.patient_commands("packet")
    chat.patient_presses("for_one")
    labels = {each.label for row in chat.said("packet_for").buttons for each in row}
    assert {"bound.choosy", "in_own_words.Dr. Lee in Lima"} <= labels


def test_what_one_of_several_destinations_asks_for_goes_in_unless_it_is_made_for_another(two_records):
    case = replace(two_records, destinations=("choosy", "all"))
    assert packed(case) == [1, 2, 3]
    assert packed(replace(case, packet_for="choosy")) == [1, 3]
    assert packed(replace(case, packet_for="gone")) == [1, 2, 3]


def test_what_only_another_destination_wants_is_not_said_to_be_missing(chat):
    case = replace(chat.case, destinations=("choosy", "all"))
    missing = {
        key: {line.record for line in plan(GUIDE, replace(case, packet_for=key)).missing}
        for key in ("", "choosy", "all")
    }
    assert "scans" in missing[""] & missing["all"]
    assert "scans" not in missing["choosy"]


def test_a_destination_that_is_gone_from_the_content_leaves_nothing_out(two_records):
    assert packed(replace(two_records, destinations=("gone",))) == [1, 2, 3]


def test_photos_of_one_report_go_in_or_stay_out_together(with_files):
    case = with_files.case
    for number in (2, 3):
        case = case.with_document(replace(case.documents[0], number=number, name="", kind="jpeg", part_of=2))
    assert packed(once(case, "3-out")) == [1]


def test_what_was_left_out_of_a_container_is_not_given_away_in_it(with_files):
    case = with_files.case.with_document(replace(with_files.case.documents[0], number=9, state="opened", record=""))
    for number in (2, 3):
        case = case.with_document(replace(case.documents[0], number=number, container=9))
    assert [each.number for each in plan(GUIDE, case).containers] == [9]
    assert plan(GUIDE, once(case, "2-out")).containers == ()


def test_the_paper_is_that_of_where_it_goes(two_records):
    case = replace(two_records, country="uk")
    papers = {key: plan(GUIDE, replace(case, destinations=(key,))).paper for key in ("choosy", "all", "gone")}
    assert papers == {"choosy": "us-letter", "all": "a4", "gone": "a4"}


def test_the_files_are_named_after_the_name_on_the_cover(with_files):
    with_files.patient_presses("details", "naming")
    with_files.patient_writes("Alex Example")
    with_files.patient_presses("build")
    build_it(with_files)
    assert {each.values["name"] for each in effects(with_files, SendPaper)} == {"Alex Example"}


def test_letters_that_could_not_be_printed_are_told(with_files):
    with_files.patient_presses("build")
    build_it(with_files, unprinted="中文")
    with_files.bot_says("unprinted", "packet_sent")


def test_letters_of_a_letter_or_a_summary_that_could_not_be_printed_are_told_too(with_files):
    with_files.happens(Unprinted(with_files.now, "中" * 50))
    with_files.bot_says("unprinted")
    assert len(with_files.said("unprinted").values["letters"].split()) == 12
    with_files.patient_is_at("packet")


def test_its_name_its_place_and_its_size_are_behind_one_tap(with_files):
    with_files.patient_presses("details")
    with_files.bot_says("packet_settings")
    with_files.bot_offers("naming", "where", "sizes")
    with_files.patient_presses("back")
    with_files.patient_is_at("packet")
