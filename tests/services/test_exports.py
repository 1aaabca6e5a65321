"""Files for other programs, made from what is stored."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from lxml import etree
from openpyxl import load_workbook

from facilitation.domain.event import Event
from facilitation.errors import NotFound
from facilitation.services.application import Application
from facilitation.services.exports import FILES
from facilitation.services.paper_names import PAPERS
from facilitation.services.papers import paper_version


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("name", FILES)
def test_every_file_is_made_in_both_languages(app: Application, conference: Event, name: str, language: str) -> None:
    data = app.exports.make(conference.id, name, language)

    title = conference.title.said_in(language)
    if name.endswith(".xlsx"):
        assert load_workbook(BytesIO(data)).worksheets[0]["B1"].value == title
    elif name.endswith(".xml"):
        assert etree.fromstring(data).findtext("conference/title") == title
    else:
        assert json.loads(data)["schedule"]["conference"]["title"] == title


def test_the_programme_carries_the_version_of_the_papers(app: Application, conference: Event) -> None:
    data = app.exports.make(conference.id, "schedule.json", "sq")

    assert json.loads(data)["schedule"]["version"] == paper_version(app.events.record(conference.id))


def test_methods_are_called_by_their_names(app: Application, conference: Event) -> None:
    item = app.agendas.get(conference.id).days[0].items[1]
    method = next(iter(app.library.methods.values()))
    app.guides.use_method(conference.id, item.id, method.id)

    sheet = load_workbook(BytesIO(app.exports.make(conference.id, "running-order.xlsx", "en"))).worksheets[0]

    rows = {row[0]: row for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert method.title.en in rows[item.id]


def test_no_file_is_part_of_the_pack_and_an_unknown_one_is_named(app: Application, conference: Event) -> None:
    assert set(FILES) & set(PAPERS) == set()
    with pytest.raises(NotFound) as caught:
        app.exports.make(conference.id, "agenda.pdf", "sq")
    assert caught.value.values == {"name": "agenda.pdf"}
