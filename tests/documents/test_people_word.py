"""Sign-in sheets and badges."""

from __future__ import annotations

from dataclasses import replace

from facilitation.documents.catalogue import PEOPLE_DOCUMENTS
from facilitation.documents.certificate_word import certificates_docx
from facilitation.documents.name_cards_word import name_cards_docx
from facilitation.documents.people_word import badges_docx, expected, sign_in_docx
from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, EventRole, InvitationStatus, Participation
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from tests.builders import a_participation, a_record, an_agenda, an_event, some_participations
from tests.documents.reading import STAMP, W, outline, xml

ENGLISH = Translator("en")
PEOPLE = {**PEOPLE_DOCUMENTS, "sign-in.docx": sign_in_docx, "badges.docx": badges_docx}


def sign_in_rows(*people: Participation) -> list[str]:
    lines = outline(sign_in_docx(a_record(participations=people), ENGLISH, STAMP)).splitlines()
    return [line for line in lines if line.startswith("| ")]


def badge_cells(*people: Participation) -> list[str]:
    data = badges_docx(a_record(participations=people), ENGLISH, STAMP)
    return [
        " / ".join(filter(None, ("".join(t.text for t in p.iter(W + "t")) for p in cell.iter(W + "p"))))
        for cell in xml(data).iter(W + "tc")
    ]


def test_sign_in_line_has_every_field() -> None:
    person = a_participation(sector=Sector.CIVIL_SOCIETY, photo_consent=Consent.YES, list_consent=Consent.NO)

    assert sign_in_rows(person)[:3] == [
        "| No. | Name | Organisation | Sector | Qark | Photo | List | E-mail (optional) | Signature |",
        "| 1 | Përfaqësuese, Zyra e Punësimit, Shkodër | Zyra e Punësimit | Civil society | Shkodër "
        "| ☒\u00a0yes ☐\u00a0no | ☐\u00a0yes ☒\u00a0no |  |  |",
        "| 2 |  |  |  |  | ☐\u00a0yes ☐\u00a0no | ☐\u00a0yes ☐\u00a0no |  |  |",
    ]


def test_sign_in_sheet_leaves_lines_for_unexpected_people() -> None:
    assert len(sign_in_rows()) == 1 + 9
    assert len(sign_in_rows(*some_participations(100))) == 1 + 100 + 6


def test_sign_in_sheet_has_a_page_per_day_with_its_notice() -> None:
    record = a_record(event=an_event(day_count=2, host=Text(en="The Office")))

    lines = outline(sign_in_docx(record, ENGLISH, STAMP)).splitlines()

    assert [line for line in lines if line.startswith("[Heading")] == [
        "[Heading 1] Day 1 · Monday, 17 May 2027",
        "[Heading 1] Day 2 · Tuesday, 18 May 2027",
    ]
    notices = [line for line in lines if line.startswith("[Detail]")]
    assert len(notices) == 2
    assert notices[0].startswith("[Detail] Your data: The Office keeps this list to show who took part")


def test_expected_are_all_who_did_not_decline_and_those_who_came_anyway() -> None:
    people = (
        a_participation("p1", name="A", status=InvitationStatus.DECLINED),
        a_participation("p2", name="B", status=InvitationStatus.DECLINED, days_attended=(1,)),
        a_participation("p3", name="C", status=InvitationStatus.INVITED),
    )

    assert [entry.id for entry in expected(a_record(participations=people), "sq")] == ["p2", "p3"]


def test_people_stand_in_the_order_of_the_albanian_alphabet() -> None:
    names = ("Zyra", "Dhjetë", "Ditë", "Çelësi", "Celuloza", "Elbasan", "Ëndrra")
    people = tuple(a_participation(name, name=name) for name in names)

    found = [entry.person.name for entry in expected(a_record(participations=people), "sq")]

    assert found == ["Celuloza", "Çelësi", "Ditë", "Dhjetë", "Elbasan", "Ëndrra", "Zyra"]


def test_badge_has_event_name_organisation_languages_and_role() -> None:
    speaker = a_participation(role=EventRole.SPEAKER, languages=("sq", "en"), photo_consent=Consent.YES)

    assert badge_cells(speaker) == [
        "Event (en) / Përfaqësuese, Zyra e Punësimit, Shkodër / Zyra e Punësimit / Speaker · Albanian, English",
        "",
    ]


def test_badge_carries_a_full_dot_for_no_photo_and_an_empty_one_when_nobody_asked() -> None:
    people = (
        a_participation("p1", name="A", photo_consent=Consent.NO),
        a_participation("p2", name="B", photo_consent=Consent.NOT_ASKED),
        a_participation("p3", name="C", photo_consent=Consent.YES),
    )

    assert [cell.split(" / ")[-1] for cell in badge_cells(*people)[:3]] == ["● no photo", "○ no photo", "Albanian"]


def test_badges_fill_whole_rows() -> None:
    assert [len(badge_cells(*some_participations(count))) for count in (1, 2, 11)] == [2, 2, 12]


def test_an_observer_is_marked_in_bold_and_who_wants_no_photo_in_red_with_words() -> None:
    observer = a_participation(role=EventRole.OBSERVER, photo_consent=Consent.NO, title="Dr.", name="Drejtore")

    lines = list(xml(badges_docx(a_record(participations=(observer,)), ENGLISH, STAMP)).iter(W + "p"))
    said = {
        run.findtext(W + "t"): (p.find(f"{W}pPr/{W}pStyle").get(W + "val"), run.find(f"{W}rPr/{W}rStyle") is not None)
        for p in lines
        for run in p.iter(W + "r")
    }

    assert said["Observer, no part in decisions"] == ("BadgeLine", True)
    assert said["● no photo"] == ("BadgeNoPhoto", True)
    assert "Dr. Drejtore" in said


def test_beneficiaries_stand_on_a_sheet_of_codes_and_nowhere_else() -> None:
    people = (
        a_participation("p1", name="P-07", is_coded=True, photo_consent=Consent.NO, days_attended=(1,)),
        a_participation("p2", name="Drejtore", days_attended=(1,)),
    )
    record = a_record(participations=tuple(replace(part, certificate="2027-05/001") for part in people))
    made = {name: outline(PEOPLE[name](record, ENGLISH, STAMP)) for name in PEOPLE}

    codes = made.pop("sign-in-codes.docx")
    assert [line for line in codes.splitlines() if line.startswith("| ")] == [
        "| No. | Code | Present | Photo | List | Remark |",
        "| 1 | P-07 | ☐ | ☐\u00a0yes ☒\u00a0no | ☐\u00a0yes ☐\u00a0no |  |",
    ]
    assert "Drejtore" not in codes
    assert {name: ("P-07" in text, "Drejtore" in text) for name, text in made.items()} == dict.fromkeys(
        made, (False, True)
    )


def test_no_need_of_anybody_reaches_a_paper_of_the_door() -> None:
    person = a_participation(
        days_attended=(1,), certificate="2027-05/001", access_needs="SECRET", dietary_needs="SECRET", note="SECRET"
    )
    coded = replace(person, id="p2", person=replace(person.person, id="person-2", is_coded=True))
    record = a_record(participations=(person, coded))

    assert not [name for name, paper in PEOPLE.items() if "SECRET" in outline(paper(record, ENGLISH, STAMP))]


def test_a_certificate_states_name_event_days_hours_and_its_number() -> None:
    person = a_participation(title="Dr.", name="Drejtore", days_attended=(1, 2), certificate="2027-05/014")
    absent = a_participation("p2", name="Absent", certificate="2027-05/015")
    waiting = a_participation("p3", name="Waiting", days_attended=(1,))
    record = a_record(
        event=an_event(day_count=2), agenda=an_agenda(days=[[150], [60]]), participations=(absent, person, waiting)
    )

    text = outline(certificates_docx(record, ENGLISH, STAMP))

    assert [line.partition("] ")[2] for line in text.splitlines() if line.startswith("[Certificate")] == [
        "Certificate of attendance",
        "This is to certify that",
        "Dr. Drejtore",
        "Zyra e Punësimit",
        "took part in",
        "Event (en)",
        "17–18 May 2027 · Elbasan",
        "Attended 2 days (17 May and 18 May), 3.5 hours of work",
        "Certificate no. 2027-05/014",
    ]


def test_certificates_come_by_number_each_on_its_own_sheet() -> None:
    numbers = ("2027-05/1000", "2027-05/002", "2027-05/010")
    people = tuple(a_participation(number, name=number, days_attended=(1,), certificate=number) for number in numbers)

    text = outline(certificates_docx(a_record(participations=people), ENGLISH, STAMP))

    found = [line for line in text.splitlines() if line.startswith("[Certificate Number]")]
    assert [line.rpartition(" ")[2] for line in found] == ["2027-05/002", "2027-05/010", "2027-05/1000"]
    assert text.count("--- new page ---") == 2


def test_a_long_name_is_smaller_on_the_card_and_stays_whole() -> None:
    names = ("Ada", "Përfaqësuese e Zyrës Rajonale të Shërbimit Shtetëror të Punësimit, Gjirokastër")
    people = tuple(a_participation(name, name=name) for name in names)

    data = xml(name_cards_docx(a_record(participations=people), ENGLISH, STAMP))
    styles = [
        (p.find(f"{W}pPr/{W}pStyle").get(W + "val"), "".join(t.text for t in p.iter(W + "t")))
        for p in data.iter(W + "p")
    ]

    sizes = {text: int(style.removeprefix("Sign")) for style, text in styles if style.startswith("Sign")}
    assert list(sizes) == list(names)
    assert sizes[names[0]] == 66
    assert sizes[names[1]] < 60
    assert [sum(text == name for _style, text in styles) for name in names] == [2, 2]


def test_badges_without_people_say_so() -> None:
    lines = outline(badges_docx(a_record(), ENGLISH, STAMP)).splitlines()

    assert lines[-1] == "[Empty Note] There are no participants yet, so there are no badges."
