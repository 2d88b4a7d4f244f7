"""What lies in an e-mail: what it says, what was attached, and what lies within that."""

from __future__ import annotations

import base64
import email
import email.policy
from email.message import EmailMessage

import pytest

from bot.kinds.containers import mailbox
from tests.documents.containing import found, names, taken
from tests.makers import containers, made, outlook


def test_an_email_gives_what_it_says_and_what_was_attached() -> None:
    content = containers.an_email(attached={"scan.pdf": made.a_pdf(), "Röntgen.jpg": made.a_photo()})
    assert (found(content).state, found(content).kind) == ("opened", "mail")
    assert names(content) == ["Your report.txt", "scan.pdf", "Röntgen.jpg"]
    said = taken(content, "Your report.txt").decode()
    assert said.startswith("From: Clinic of Nowhere")
    assert containers.WORDS.strip() in said
    assert found(said.encode()).state == "readable", "it is a letter, and no mail to be opened again"
    assert taken(content, "scan.pdf") == made.a_pdf()


def test_an_email_that_only_says_that_something_is_attached_says_nothing() -> None:
    assert names(containers.an_email("See attached.\n", {"scan.pdf": made.a_pdf()})) == ["scan.pdf"]
    assert names(containers.an_email("HER2 is negative.\n")) == ["Your report.txt"], "but alone every word counts"


def test_an_email_written_as_a_page_is_words_and_its_photo_is_a_paper_and_its_logo_none() -> None:
    content = containers.an_email_of_a_web_mailer()
    assert names(content) == ["Re: Röntgen.txt", "IMG_1.jpg"]
    said = taken(content, "Re: Röntgen.txt").decode()
    assert "Hb" in said
    assert not {"<", "{"} & set(said)


def test_a_page_that_is_sent_as_plain_words_shows_no_tag_of_it() -> None:
    page = "<p>The margin is <b>2 mm</b>; the nodes are &lt; 1 cm.</p><hr noshade><pre>Signed by N. Bright</pre>"
    for content in (containers.an_email(words=page), outlook.an_outlook_message(page)):
        said = taken(content, "Your report.txt").decode()
        assert "The margin is 2 mm; the nodes are < 1 cm." in said
        assert "<p>" not in said
    plain = "Margin < 1 mm, nodes > 2 cm, <5 cells."
    assert plain in taken(containers.an_email(words=plain), "Your report.txt").decode()


def test_an_email_within_an_email_is_opened() -> None:
    content = containers.an_email(attached={"inner.eml": containers.WORDS.encode(), "scan.pdf": made.a_pdf()})
    assert names(content) == ["Your report.txt", "A letter within.txt", "scan.pdf"]
    assert containers.WORDS.strip() in taken(content, "A letter within.txt").decode()


def test_an_email_within_an_email_is_opened_though_it_is_written_out_as_letters() -> None:
    inner = containers.an_email(attached={"scan.pdf": made.a_pdf()})
    head = b"Subject: Fwd\nMIME-Version: 1.0\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
    content = head + base64.encodebytes(inner)
    assert "scan.pdf" in names(content)
    assert names(head + b"Subject: Torn\nMessage-ID: <2@nowhere.example>\n\n" + containers.WORDS.encode()) != []


def test_a_short_email_with_a_logo_below_it_is_what_it_says() -> None:
    logo = made.a_png(20, 20)
    mail = email.message_from_bytes(containers.an_email("HER2 is negative.\n"), policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    mail.add_related(logo, "image", "png", cid="<logo>", filename="logo.png", disposition="inline")
    assert names(mail.as_bytes()) == ["Your report.txt"]
    tree = outlook.a_message("HER2 is negative.", {"logo.png": logo})
    folder = tree["__attach_version1.0_#00000000"]
    assert isinstance(folder, dict)
    folder |= {
        "__substg1.0_3712001F": "logo".encode("utf-16-le"),
        "__substg1.0_370E001F": "image/png".encode("utf-16-le"),
    }
    assert names(outlook.a_compound_file(tree)) == ["Your report.txt"]


def test_an_email_without_a_subject_within_an_email_is_not_left_out() -> None:
    inner = b"From: a@nowhere.example\nMessage-ID: <2@nowhere.example>\n\nHER2 is negative.\n"
    head = b"Subject: Fwd\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    assert names(head + inner) == ["e-mail.txt"]


def test_an_email_whose_first_head_has_no_space_is_one() -> None:
    assert names(b"X-Store-Info:J++/\nMIME-Version:1.0\nSubject:Your report\n\nHER2 is negative.\n") == [
        "Your report.txt"
    ]


@pytest.mark.parametrize("within", ["mixed", "related"])
def test_what_a_phone_attaches_within_the_page_is_taken_out(within: str) -> None:
    page = EmailMessage()
    page.set_content(f"<p>{containers.WORDS}</p>", subtype="html")
    attached = {"scan.pdf": ("application", "pdf", made.a_pdf()), "IMG_1.jpg": ("image", "jpeg", made.a_photo())}
    make = page.make_mixed if within == "mixed" else page.make_related
    make()
    for name, (kind, subtype, content) in attached.items():
        add = page.add_attachment if within == "mixed" else page.add_related
        add(content, kind, subtype, filename=name)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "clinic@example.org", "me@example.org", "Your report"
    mail.set_content(containers.WORDS)
    mail.make_alternative()
    mail.attach(page)
    assert names(mail.as_bytes()) == ["Your report.txt", *attached]
    assert taken(mail.as_bytes(), "scan.pdf") == made.a_pdf()


def a_mailbox(*mails: bytes, ends: bytes = b"\n") -> bytes:
    """Some e-mails in one file, each below the line that divides them."""
    above = b"From a@nowhere.example Thu Mar 12 10:00:00 2026"
    return b"".join(above + ends + mail.rstrip(b"\n").replace(b"\n", ends) + ends + ends for mail in mails)


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_of_a_mailbox_each_email_is_a_letter_with_what_was_attached_to_it(ends: bytes) -> None:
    first = containers.an_email(attached={"scan.pdf": made.a_pdf()}, subject="First")
    second = containers.an_email("From here on all is well.\n", {"a.jpg": made.a_photo()}, "Second")
    third = containers.an_email("HER2 is negative.\n>From the laboratory\n", subject="Third")
    content = a_mailbox(first, second, third, ends=ends)
    assert names(content) == ["First.txt", "scan.pdf", "a.jpg", "Third.txt"]
    assert taken(content, "a.jpg") == made.a_photo()
    assert "\nFrom the laboratory" in taken(content, "Third.txt").decode()


def test_a_line_within_an_email_that_looks_like_the_one_above_it_begins_none() -> None:
    mail = containers.an_email("Dear all,\n\nFrom here at 10:30 we go on.\nNote: bring water.\n" * 9)
    assert len(names(a_mailbox(mail))) == 1


def test_of_a_mailbox_no_more_is_looked_through_than_of_one_email() -> None:
    assert len(names(a_mailbox(*[containers.an_email("Well.\n")] * 500))) == 300
    assert found(a_mailbox(*[containers.an_email("Well.\n")] * 2_000)).state == "over_limit"


def test_a_photo_in_an_email_that_went_to_nobody_is_taken_out() -> None:
    head = b"From: Ann <ann@nowhere.example>\nMime-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    page = b'Content-Type: text/html\n\n<html><body><img src="cid:1"></body></html>\n--x\n'
    photo = b"Content-Type: image/jpeg; name=a.jpg\nContent-ID: <1>\nContent-Transfer-Encoding: base64\n\n"
    content = head + page + photo + base64.encodebytes(made.a_photo(1600, 1200)) + b"\n--x--\n"
    assert (found(content).kind, names(content)) == ("mail", ["a.jpg"])


def test_names_of_headers_may_hold_figures():
    one = b"From a@b Mon Mar  2 10:00:00 2026\nX-Proofpoint-V2: x\nSubject: one\n\nHello\n\n"
    assert len(mailbox.letters_of(one * 2)) == 2


def test_what_is_written_out_as_letters_for_programs_is_no_letter() -> None:
    lines = "\n".join(["hQEMA1wDRkZHQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB"] * 5)
    locked = f"-----BEGIN PGP MESSAGE-----\n\n{lines}\n=abcd\n-----END PGP MESSAGE-----\n"
    assert found(containers.an_email(words=locked)).kind == "mail"
    assert found(containers.an_email(words=locked)).state == "unknown_kind"
    under = f"-----BEGIN PGP SIGNATURE-----\n\n{lines}\n-----END PGP SIGNATURE-----\n"
    signed = f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{containers.WORDS}\n{under}"
    said = taken(containers.an_email(words=signed), "Your report.txt").decode()
    assert containers.WORDS.strip() in said
    assert not {"BEGIN", "SHA256", "hQEMA1"} & set(said.split())


def test_an_appointment_or_a_card_in_an_email_is_no_paper() -> None:
    message = email.message_from_bytes(containers.an_email(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    message.add_attachment("BEGIN:VCALENDAR\nEND:VCALENDAR\n", subtype="calendar", filename="invite.ics")
    message.add_attachment("BEGIN:VCARD\nEND:VCARD\n", subtype="vcard", filename="card.vcf")
    assert names(message.as_bytes()) == ["Your report.txt"]


def test_an_arabic_email_that_does_not_say_its_letters_is_read_as_arabic() -> None:
    words = "تقرير علم الأمراض\nاسم المريضة: سارة الأحمد\nالتشخيص: ورم في الثدي الأيسر، والعينة من الثدي الأيسر\n" * 3
    head = b"From: a@nowhere.example\nTo: b@nowhere.example\nMessage-ID: <8@nowhere.example>\nSubject: report\n\n"
    content = head + words.encode("cp1256")
    assert words.strip() in taken(content, "report.txt").decode()


def test_a_photo_that_stands_in_the_page_of_an_email_is_a_paper_and_a_logo_is_none() -> None:
    photo, logo = made.a_photo(1600, 1200), made.a_png(20, 20)
    shown = "".join(f'<img src="data:image/x;base64,{base64.b64encode(each).decode()}">' for each in (photo, logo))
    message = EmailMessage()
    message["From"], message["Message-ID"] = "a@nowhere.example", "<5@nowhere.example>"
    message.set_content(f"<html><body>{shown}</body></html>", subtype="html")
    assert [each.place for each in found(message.as_bytes()).contents.enclosed] == ["0-1"]
    assert taken(message.as_bytes(), "") == photo
