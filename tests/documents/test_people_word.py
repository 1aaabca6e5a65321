"""Sign-in sheets and badges."""

from __future__ import annotations

from facilitation.documents.people_word import badges_docx, expected, sign_in_docx
from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, EventRole, InvitationStatus, Participation
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from tests.builders import a_participation, a_record, an_event, some_participations
from tests.documents.reading import STAMP, W, outline, xml

ENGLISH = Translator("en")


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
        "| No. | Name | Organisation | Sector | Qark | Photo | List | Signature |",
        "| 1 | Përfaqësuese, Zyra e Punësimit, Shkodër | Zyra e Punësimit | Civil society | Shkodër "
        "| ☒\u00a0yes ☐\u00a0no | ☐\u00a0yes ☒\u00a0no |  |",
        "| 2 |  |  |  |  | ☐\u00a0yes ☐\u00a0no | ☐\u00a0yes ☐\u00a0no |  |",
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


def test_badges_without_people_say_so() -> None:
    lines = outline(badges_docx(a_record(), ENGLISH, STAMP)).splitlines()

    assert lines[-1] == "[Empty Note] There are no participants yet, so there are no badges."
