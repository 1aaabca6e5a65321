"""Photos of flipcharts: where they belong, what they show, and that none leaves before somebody said who is in it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from facilitation.domain.event import Event
from facilitation.domain.photo import PeopleShown
from facilitation.domain.proceedings import Remedy
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound
from facilitation.planning.anonymity import anonymous
from facilitation.services import attachments
from facilitation.services.application import Application
from facilitation.services.photos import Place, photos_of


def jpeg(colour: str = "white") -> bytes:
    written = BytesIO()
    Image.new("RGB", (64, 48), colour).save(written, "JPEG")
    return written.getvalue()


@pytest.fixture
def item(app: Application, conference: Event) -> str:
    """A session of the conference."""
    return next(item.id for _day, item in app.agendas.get(conference.id).items())


def printed(app: Application, event_id: str) -> list[str]:
    """The names of the photos that reach the volume."""
    with app.photos.desk.reading() as work:
        return [photo.attachment.name for photo in photos_of(work, event_id)]


def test_photos_belong_to_a_session_or_a_table_and_come_in_their_order(
    app: Application, conference: Event, item: str
) -> None:
    app.photos.add(conference.id, Place(item, 2, 3), "tryeza 3.jpg", jpeg("red"))
    app.photos.add(conference.id, Place(item, 1, 10), "tryeza 10.png.jpg", jpeg("blue"))
    app.photos.add(conference.id, Place(item), "salla.jpg", jpeg("green"))

    found = app.photos.list_for(conference.id, item)

    assert [(photo.round, photo.table, photo.people) for photo in found] == [
        (None, None, None),
        (1, 10, None),
        (2, 3, None),
    ]
    assert app.photos.list_for(conference.id, "another") == ()
    assert app.photos.picture(found[0].attachment.id).startswith(b"\xff\xd8\xff")


def test_no_photo_leaves_before_it_is_said_who_is_in_it(app: Application, conference: Event, item: str) -> None:
    first = app.photos.add(conference.id, Place(item), "a.jpg", jpeg("red"))
    second = app.photos.add(conference.id, Place(item), "b.jpg", jpeg("blue"))
    third = app.photos.add(conference.id, Place(item), "c.jpg", jpeg("green"))
    assert app.papers.withheld(conference.id) == "proceedings.docx"
    assert {place.exposure.kind for place in app.anonymity.places(conference.id)} == {"photo"}
    with pytest.raises(InvalidInput):
        app.papers.make(conference.id, "proceedings.docx", "sq")

    app.photos.say_people(conference.id, first.id, PeopleShown.NOBODY)
    app.photos.say_people(conference.id, second.id, PeopleShown.KEPT_BACK)
    assert app.papers.withheld(conference.id) == "proceedings.docx"
    app.photos.say_people(conference.id, third.id, PeopleShown.AGREED)

    assert app.papers.withheld(conference.id) == ""
    assert app.papers.make(conference.id, "proceedings.docx", "sq").startswith(b"PK")
    assert printed(app, conference.id) == [first.name, third.name]
    assert [photo.people for photo in app.photos.list_for(conference.id)] == [
        PeopleShown.NOBODY,
        PeopleShown.KEPT_BACK,
        PeopleShown.AGREED,
    ]
    app.photos.say_people(conference.id, first.id, None)
    assert app.papers.withheld(conference.id) == "proceedings.docx"
    assert printed(app, conference.id) == [third.name]


def test_the_anonymity_screen_answers_for_photos_too(app: Application, conference: Event, item: str) -> None:
    kept = app.photos.add(conference.id, Place(item), "a.jpg", jpeg())
    (place,) = app.anonymity.places(conference.id)
    assert place.exposure.place == f"photo:{kept.id}"

    with pytest.raises(InvalidInput):
        app.anonymity.answer(conference.id, place.exposure.key, Remedy.REPLACE, replacement="R-01")
    app.anonymity.answer(conference.id, place.exposure.key, Remedy.KEEP, reason="të gjithë nënshkruan")
    assert app.photos.list_for(conference.id)[0].people is PeopleShown.AGREED
    app.anonymity.answer(conference.id, place.exposure.key, Remedy.REMOVE)
    assert app.photos.list_for(conference.id)[0].people is PeopleShown.KEPT_BACK
    app.anonymity.withdraw(conference.id, place.exposure.key)
    assert app.photos.list_for(conference.id)[0].people is None


def test_a_caption_is_checked_like_every_text_and_reaches_the_volume_as_answered(
    app: Application, conference: Event, item: str
) -> None:
    kept = app.photos.add(conference.id, Place(item), "a.jpg", jpeg())
    app.photos.say_people(conference.id, kept.id, PeopleShown.NOBODY)
    app.photos.describe(conference.id, kept.id, Text(), Text(sq="Ideja e tryezës, telefono 069 123 4567"))
    (place,) = [found for found in app.anonymity.places(conference.id) if found.answer is None]
    assert (place.exposure.kind, place.exposure.words) == ("phone", "069 123 4567")
    app.anonymity.answer(conference.id, place.exposure.key, Remedy.REPLACE, replacement="zyrën")

    with app.photos.desk.reading() as work:
        record = replace(
            work.record(conference.id),
            attachments=work.attachments.list_for(conference.id),
            photos=photos_of(work, conference.id),
        )
    (photo,) = anonymous(record).photos
    assert photo.caption == Text(sq="Ideja e tryezës, telefono zyrën")
    assert photo.data.startswith(b"\xff\xd8\xff")
    with pytest.raises(ChangedElsewhere):
        app.photos.describe(conference.id, kept.id, Text(), Text(sq="tjetër"))


def test_another_picture_in_its_place_keeps_the_caption_and_asks_anew(
    app: Application, conference: Event, item: str
) -> None:
    kept = app.photos.add(conference.id, Place(item, 1, 2), "a.jpg", jpeg("red"))
    app.photos.describe(conference.id, kept.id, Text(), Text(sq="Tryeza 2"))
    app.photos.say_people(conference.id, kept.id, PeopleShown.NOBODY)

    app.photos.replace(conference.id, kept.id, "a.jpg", jpeg("blue"))

    (photo,) = app.photos.list_for(conference.id)
    assert (photo.round, photo.table, photo.caption, photo.people) == (1, 2, Text(sq="Tryeza 2"), None)
    app.photos.remove(conference.id, photo.attachment.id)
    assert app.photos.list_for(conference.id) == ()
    assert app.proceedings.get(conference.id).parts == ()
    assert app.papers.withheld(conference.id) == ""
    with pytest.raises(NotFound):
        app.photos.remove(conference.id, photo.attachment.id)


def test_the_same_picture_is_not_kept_twice_and_limits_hold(
    app: Application, conference: Event, item: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = app.photos.add(conference.id, Place(item), "a.jpg", jpeg())
    with pytest.raises(InvalidInput, match="there already"):
        app.photos.add(conference.id, Place(item), "tjetër emër.jpg", jpeg())
    app.photos.add(conference.id, Place(item, 1, 1), "a.jpg", jpeg())
    with pytest.raises(NotFound):
        app.photos.add(conference.id, Place("gone"), "a.jpg", jpeg())
    monkeypatch.setattr(attachments, "MOST_BYTES_OF_AN_EVENT", kept.size * 2)
    with pytest.raises(InvalidInput, match="more than"):
        app.photos.add(conference.id, Place(item), "b.jpg", jpeg("red"))
    assert len(app.photos.list_for(conference.id)) == 2

    app.photos.say_people(conference.id, kept.id, PeopleShown.NOBODY)
    app.photos.remove(conference.id, kept.id)
    assert [photo.people for photo in app.photos.list_for(conference.id)] == [PeopleShown.NOBODY]


def test_a_photo_of_a_foreign_archive_is_cleaned_and_asked_about_anew(
    app: Application, conference: Event, item: str
) -> None:
    kept = app.photos.add(conference.id, Place(item), "a.jpg", jpeg())
    app.photos.say_people(conference.id, kept.id, PeopleShown.NOBODY)
    exif = Image.Exif()
    exif[0x013B] = "SECRET owner"
    written = BytesIO()
    Image.new("RGB", (3000, 40)).save(written, "JPEG", exif=exif)
    with app.photos.desk.work() as work:
        work.attachments.remove(kept.id)
        work.attachments.add(replace(kept, size=len(written.getvalue())), written.getvalue())
        work.commit()

    copy = app.archives.open(app.archives.export(conference.id))

    (photo,) = app.photos.list_for(copy.id)
    data = app.photos.picture(photo.attachment.id)
    assert b"SECRET" not in data
    assert (photo.people, photo.attachment.size) == (None, len(data))
    with Image.open(BytesIO(data)) as picture:
        assert picture.size[0] == 2000


def test_an_archive_takes_photos_along_with_place_caption_and_answer(
    app: Application, conference: Event, item: str
) -> None:
    kept = app.photos.add(conference.id, Place(item, 1, 2), "a.jpg", jpeg())
    app.photos.describe(conference.id, kept.id, Text(), Text(sq="Tryeza 2"))
    app.photos.say_people(conference.id, kept.id, PeopleShown.NOBODY)

    copy = app.archives.open(app.archives.export(conference.id))

    (photo,) = app.photos.list_for(copy.id)
    assert photo.item_id in {item.id for _day, item in app.agendas.get(copy.id).items()}
    assert photo.item_id != item
    assert (photo.round, photo.table, photo.caption, photo.people) == (1, 2, Text(sq="Tryeza 2"), PeopleShown.NOBODY)
    assert app.photos.picture(photo.attachment.id) == app.photos.picture(kept.id)
    assert printed(app, copy.id) == [kept.name]
