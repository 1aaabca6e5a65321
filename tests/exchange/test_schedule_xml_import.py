"""Programmes as schedule.xml: whole ones, and the mistakes real files have."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from facilitation.domain.agenda import AgendaDay, AgendaItem, Contributor, ItemKind, Room
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.exchange import schedule_xml_import, xml_input
from facilitation.exchange.import_preview import REPAIRED, AgendaPreview, ImportRow
from tests.builders import A_MONDAY, a_participation, an_event
from tests.exchange.agendas import (
    a_day_xml,
    a_room_xml,
    a_schedule_xml,
    an_event_xml,
    changes,
    read,
    remarks,
    shown,
)

PLENARY = """<?xml version="1.0" encoding="UTF-8"?>
<schedule>
 <version>1</version>
 <conference><title>Konferenca</title><time_zone_name>Europe/Tirane</time_zone_name></conference>
 <day index="1" date="2027-05-17" start="2027-05-17T09:00:00+02:00" end="2027-05-17T18:00:00+02:00">
  <room name="Salla A" guid="1" capacity="80">
   <event guid="e1" id="1">
    <date>2027-05-17T09:00:00+02:00</date><start>09:00</start><duration>00:45</duration><room>Salla A</room>
    <title>Shërbimet sociale</title><subtitle/><track>Politika</track><type>Panel</type><language>sq</language>
    <abstract>Çfarë duhet të dimë.</abstract><description/>
    <persons>
     <person id="1">Drejtore, Bashkia Elbasan</person>
     <person id="2" role="moderator">Koordinatore, Zyra A</person>
    </persons>
    <links/>
   </event>
  </room>
 </day>
</schedule>"""


def one(**parts: str) -> AgendaPreview:
    """What becomes of a file with one session of these elements in room "Salla A" of the first day."""
    return read(a_schedule_xml(a_day_xml(a_room_xml(an_event_xml(**parts)))))


def refusal(text: str | bytes) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        read(text)
    assert "{" not in str(caught.value)
    return caught.value


def test_a_clean_programme_is_read_as_it_stands() -> None:
    item = AgendaItem(
        id="id-1",
        kind=ItemKind.PANEL,
        title=Text(sq="Shërbimet sociale"),
        duration=timedelta(minutes=45),
        room="Salla A",
        speakers=(Contributor("Drejtore, Bashkia Elbasan"),),
        facilitators=(Contributor("Koordinatore, Zyra A"),),
        summary=Text(sq="Çfarë duhet të dimë."),
    )

    assert read(PLENARY) == AgendaPreview(
        format="frab-xml",
        rows=(ImportRow(1, "read", (), item, ("Shërbimet sociale", "2027-05-17T09:00:00+02:00", "09:00")),),
        days=(AgendaDay(time(9), (item,)),),
        rooms=(Room("Salla A", 80),),
        first_on=A_MONDAY,
    )


def test_sessions_are_chained_parallel_and_pinned_as_the_clock_says() -> None:
    day = a_day_xml(
        a_room_xml(
            an_event_xml("Regjistrimi", "08:30"),
            an_event_xml("Hapja", "09:00"),
            an_event_xml("Paneli 1", "09:30", "01:00"),
            an_event_xml("Drekë", "12:30", "01:00"),
        ),
        a_room_xml(an_event_xml("Punë në grupe", "09:30", "01:00"), name="Salla B"),
    )

    assert shown(read(a_schedule_xml(day))) == [
        "1 08:30+30 registration: Regjistrimi @ Salla A",
        "1 09:00+30 opening: Hapja @ Salla A",
        "1 09:30+60| panel: Paneli 1 @ Salla A",
        "1 09:30+60| working_groups: Punë në grupe @ Salla B",
        "1 12:30+60* meal: Drekë @ Salla A",
    ]


def test_a_speaker_who_is_of_the_event_is_taken_as_that_person() -> None:
    part = a_participation("part-7", name="Specialiste, Bashkia Lezhë")
    xml = one_with("<persons><person>specialiste, bashkia Lezhe</person></persons>")

    (item,) = read(xml, part).days[0].items

    assert item.speakers == (Contributor("Specialiste, Bashkia Lezhë", "part-7", is_local=True),)


def one_with(inside: str) -> str:
    return a_schedule_xml(a_day_xml(a_room_xml(an_event_xml().replace("</event>", inside + "</event>"))))


def test_a_session_under_the_wrong_day_goes_to_its_own_date() -> None:
    strays = an_event_xml("Rihapja", date="2027-05-18T09:00:00+02:00")
    preview = read(a_schedule_xml(a_day_xml(a_room_xml(an_event_xml(), strays))))

    assert shown(preview) == ["1 09:00+30 opening: Hapja @ Salla A", "2 09:00+30 plenary: Rihapja @ Salla A"]
    assert remarks(preview) == [
        (
            2,
            "repaired",
            "The session stands under 2027-05-17, but its own date is 2027-05-18. Its own date was taken.",
        )
    ]
    assert changes(preview) == [(2, "2027-05-17", "2027-05-18")]


def test_a_session_after_midnight_stays_on_its_day() -> None:
    night = an_event_xml("Muzikë", "00:30", date="2027-05-18T00:30:00+02:00")
    preview = read(a_schedule_xml(a_day_xml(a_room_xml(an_event_xml("Darkë", "22:00", "02:00"), night))))

    assert shown(preview) == ["1 22:00+120 meal: Darkë @ Salla A", "1 00:30+30* plenary: Muzikë @ Salla A"]
    assert remarks(preview) == []


@pytest.mark.parametrize(
    ("duration", "minutes"),
    [("00:30", 30), ("30", 30), ("PT30M", 30), ("PT1H30M", 90), ("1:30", 90), ("01:30:00", 90), ("0:05", 5)],
)
def test_durations_in_every_usual_form_are_read(duration: str, minutes: int) -> None:
    preview = one(duration=duration)

    assert ([item.minutes for item in preview.items if isinstance(item, AgendaItem)], preview.read) == ([minutes], 1)


@pytest.mark.parametrize("name", ["end", "end_time"])
def test_a_missing_duration_follows_from_the_end(name: str) -> None:
    preview = one(duration="", **{name: "10:15"})

    assert shown(preview) == ["1 09:00+75 opening: Hapja @ Salla A"]
    assert remarks(preview) == [(1, "repaired", "The session has no duration; it follows from its end: 1:15.")]


def test_without_duration_and_end_the_next_session_in_the_room_ends_it() -> None:
    preview = read(
        a_schedule_xml(
            a_day_xml(
                a_room_xml(an_event_xml(duration=""), an_event_xml("Mbyllja", "10:00", duration="")),
                a_room_xml(an_event_xml("Tjetër", "09:20"), name="Salla B"),
            )
        )
    )

    assert remarks(preview) == [
        (1, "repaired", "The session has neither duration nor end; the next one begins 1:00 later."),
        (2, "repaired", "The session has neither duration nor end; 0:30 was taken."),
    ]


def test_duration_and_end_that_disagree_are_said() -> None:
    preview = one(end="10:30")

    assert remarks(preview) == [(1, "repaired", "Duration (0:30) and end do not agree; 0:30 was taken.")]


def test_a_duration_that_is_none_is_said_and_replaced_by_the_end() -> None:
    assert remarks(one(duration="gjatë", end="09:50")) == [
        (1, "repaired", "“gjatë” is not a duration. The session has no duration; it follows from its end: 0:50.")
    ]


@pytest.mark.parametrize(
    "xml",
    [
        a_schedule_xml(a_day_xml(an_event_xml(room="Salla A"))),
        a_schedule_xml(a_day_xml(an_event_xml(location="Salla A"))),
        a_schedule_xml(a_day_xml(an_event_xml().replace("<event>", '<event room="Salla A">'))),
        a_schedule_xml(a_day_xml(an_event_xml().replace("</event>", '<room name="Salla A"/></event>'))),
    ],
    ids=["element", "location", "attribute", "name of the element"],
)
def test_rooms_are_found_wherever_they_stand(xml: str) -> None:
    assert shown(read(xml)) == ["1 09:00+30 opening: Hapja @ Salla A"]


def test_a_session_in_the_list_of_another_room_keeps_its_own() -> None:
    preview = one(room="Salla B")

    assert shown(preview) == ["1 09:00+30 opening: Hapja @ Salla B"]
    assert changes(preview) == [(1, "Salla A", "Salla B")]


def test_a_room_that_is_the_place_of_the_event_is_no_room() -> None:
    assert shown(read(a_schedule_xml(a_day_xml(a_room_xml(an_event_xml(), name="Elbasan"))))) == [
        "1 09:00+30 opening: Hapja"
    ]


def test_the_printed_start_wins_over_the_clock_of_the_date() -> None:
    preview = one(date="2027-05-17T08:15:00+02:00")

    assert shown(preview) == ["1 09:00+30 opening: Hapja @ Salla A"]
    assert remarks(preview) == [(1, "repaired", "The date says 08:15, the start says 09:00. The start was taken.")]


def test_a_date_in_utc_without_a_start_is_put_on_the_clock_of_the_file() -> None:
    preview = one(start="", date="2027-05-17T07:00:00Z")

    assert shown(preview) == ["1 09:00+30 opening: Hapja @ Salla A"]
    assert changes(preview) == [(1, "07:00 UTC", "09:00")]


def test_a_date_in_utc_that_agrees_with_the_start_needs_no_remark() -> None:
    assert remarks(one(date="2027-05-17T07:00:00+00:00")) == []


def test_a_time_that_is_none_is_refused() -> None:
    assert remarks(one(start="herët")) == [
        (1, "refused", "“herët” is not a time. Write it as 09:30 in the file."),
    ]


def test_a_session_without_a_title_is_refused() -> None:
    assert remarks(one(title="")) == [(1, "refused", "The session has no title.")]


def test_the_same_session_twice_is_taken_once() -> None:
    preview = read(a_schedule_xml(a_day_xml(a_room_xml(an_event_xml(), an_event_xml()))))

    assert remarks(preview) == [
        (2, "refused", "“Hapja” already stands in row 1 with the same time and room."),
    ]


def test_web_formatting_is_taken_out_of_summaries() -> None:
    preview = one(abstract="&lt;p&gt;Një &lt;b&gt;fjalë&lt;/b&gt; &amp;amp; dy&lt;/p&gt;&lt;p&gt;Tre&lt;/p&gt;")

    (item,) = preview.days[0].items
    assert item.summary == Text(sq="Një fjalë & dy\nTre")
    assert remarks(preview) == [
        (1, "repaired", "The web formatting of the summary was removed; its words stay."),
    ]


def test_the_description_stands_in_for_a_missing_abstract() -> None:
    (item,) = one(description="Më gjatë").days[0].items

    assert item.summary == Text(sq="Më gjatë")


def test_the_language_of_a_session_decides_where_its_words_stand() -> None:
    (item,) = one(title="Opening", language="en-GB").days[0].items

    assert item.title == Text(en="Opening")


def test_a_title_that_is_a_whole_text_is_shortened_and_kept() -> None:
    (item,) = (preview := one(title="fjalë " * 100)).days[0].items

    assert (len(str(item.title)) <= 300, str(item.summary)) == (True, ("fjalë " * 100).strip())
    assert preview.rows[0].outcome == REPAIRED


def test_names_longer_than_a_paper_can_hold_are_shortened_and_said() -> None:
    preview = one(room="Salla " * 50)

    (item,) = preview.days[0].items
    assert (len(item.room), preview.rows[0].outcome) == (200, REPAIRED)


def test_a_long_gap_between_the_days_is_closed_and_a_short_one_kept() -> None:
    dates = (date(2027, 5, 17), date(2027, 5, 19), date(2027, 6, 20))
    days = [a_day_xml(a_room_xml(an_event_xml(f"Seanca {day}")), on=day) for day in dates]

    preview = read(a_schedule_xml(*days))

    assert shown(preview) == [
        "1 09:00+30 plenary: Seanca 2027-05-17 @ Salla A",
        "2 –",
        "3 09:00+30 plenary: Seanca 2027-05-19 @ Salla A",
        "4 09:00+30 plenary: Seanca 2027-06-20 @ Salla A",
    ]
    assert remarks(preview) == [
        (3, "repaired", "31 days without sessions lie before this day; it was put next to the day before.")
    ]


@pytest.mark.parametrize(
    ("encoding", "declared", "change"),
    [
        ("utf-8-sig", "utf-8", []),
        ("utf-16", "utf-16", []),
        ("iso-8859-1", "iso-8859-1", []),
        ("utf-8", "iso-8859-1", [(1, "iso-8859-1", "UTF-8")]),
        ("cp1252", "utf-8", [(1, "utf-8", "Windows")]),
        ("cp1252", "klingon", [(1, "klingon", "Windows")]),
    ],
)
def test_the_encoding_is_told_by_the_bytes(encoding: str, declared: str, change: list[tuple[int, str, str]]) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>\n'
    xml = a_schedule_xml(a_day_xml(a_room_xml(an_event_xml("Çështje"))), declaration=declaration)

    preview = read(xml.encode(encoding))

    assert (shown(preview), changes(preview)) == (["1 09:00+30 plenary: Çështje @ Salla A"], change)


def test_a_namespace_changes_nothing() -> None:
    xml = a_schedule_xml(a_day_xml(a_room_xml(an_event_xml()))).replace("<schedule>", '<schedule xmlns="urn:x">')

    assert shown(read(xml)) == ["1 09:00+30 opening: Hapja @ Salla A"]


def test_a_document_type_inside_an_abstract_is_no_document_type() -> None:
    assert one(abstract="<![CDATA[<!DOCTYPE html>]]>").read == 1


@pytest.mark.parametrize(
    ("xml", "template"),
    [
        ("<rss><channel/></rss>", schedule_xml_import.OTHER_XML),
        ('<i:icalendar xmlns:i="urn:ietf:params:xml:ns:icalendar-2.0"/>', schedule_xml_import.OTHER_XML),
        ("<schedule><day/></schedule>", schedule_xml_import.NO_EVENTS),
        (PLENARY[:-40], xml_input.DAMAGED_XML),
        (f"<!DOCTYPE schedule>{a_schedule_xml()}", xml_input.HAS_DOCTYPE),
        (
            f'<!-- <x --><!DOCTYPE s [<!ENTITY a "b">]>{one_with("&a;")}',
            xml_input.HAS_DOCTYPE,
        ),
        (one_with("&a;"), xml_input.DAMAGED_XML),
        ("<schedule>" + "<a/>" * 1_600_000 + "</schedule>", xml_input.TOO_MANY_TAGS),
        ("<schedule>" + "<a>" * 1000 + "</a>" * 1000 + "</schedule>", xml_input.DAMAGED_XML),
        ("<schedule>" + "<event/>" * 5001 + "</schedule>", schedule_xml_import.TOO_MANY_SESSIONS),
    ],
    ids=[
        *("feed", "xcal", "no event", "cut off", "document type", "hidden document type", "entity"),
        *("many tags", "depth", "sessions"),
    ],
)
def test_other_xml_is_refused_with_its_reason(xml: str, template: str) -> None:
    assert refusal(xml).template == template


def test_the_refusal_of_another_dialect_names_what_was_expected() -> None:
    assert "“rss”. Expected is “schedule”" in str(refusal("<rss/>"))


def test_an_external_entity_is_never_opened(tmp_path: object) -> None:
    xml = f'<!DOCTYPE schedule [<!ENTITY x SYSTEM "file:///etc/hostname">]>{one_with("&x;")}'

    assert refusal(xml).template == xml_input.HAS_DOCTYPE


def test_a_known_event_zone_is_not_needed_to_read() -> None:
    assert shown(read(a_schedule_xml(a_day_xml(an_event_xml())), event=an_event(time_zone="Nowhere/Else"))) == [
        "1 09:00+30 opening: Hapja"
    ]
