"""A person leaves every table of either database, and fields leave the history."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import Engine, select

from facilitation.planning.redaction import Redaction
from facilitation.storage.erasure import wipe_traces
from facilitation.storage.rows import Row
from facilitation.storage.unit_of_work import UnitOfWorkFactory
from tests.builders import EVENT_ID
from tests.storage.whole_event import a_change, fill_database

NEW_IDS = {"participation-1": "gone-1"}


def everything(engine: Engine) -> dict[str, str]:
    """Every table but that of the people as text."""
    with engine.connect() as connection:
        return {
            table.name: str([tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))])
            for table in Row.metadata.sorted_tables
            if table.name != "persons"
        }


def test_a_sweep_covers_name_and_ids_in_every_table_and_nobody_else(engine: Engine, work: UnitOfWorkFactory) -> None:
    record = fill_database(work)
    person = record.participations[0].person
    with work() as unit:
        unit.changes.add(a_change("change-2", subject="note", before=json.dumps({"speaker": person.name})))
        unit.notes.save(replace(unit.notes.list_for(EVENT_ID)[0], text=f"Tha {person.name}: po", speaker=person.name))
        unit.commit()
    before = everything(engine)

    with work() as unit:
        swept = unit.erasure.sweep(Redaction(person, NEW_IDS, "Erased"))
        unit.commit()

    after = everything(engine)
    known = {name: text.replace("person-of-participation-1", "") for name, text in after.items()}
    assert [name for name, text in known.items() if "participation-1" in text or person.name in text] == []
    assert {name for name in before if before[name] != after[name]} == set(swept)
    assert {"participations", "notes", "seats", "cafes", "cafe_plans", "changes", "replies", "form_links"} <= set(swept)
    assert after["notes"].count("Tha […]: po") == 1
    assert "participation-2" in after["seats"]


def test_fields_leave_the_history_of_the_people_meant(work: UnitOfWorkFactory) -> None:
    fill_database(work)
    whole = json.dumps({"id": "participation-1", "event_id": EVENT_ID, "dietary_needs": "x", "note": "n"})
    rows = {
        "added": {"before": "", "after": whole},
        "one": {"before": '{"dietary_needs":""}', "after": '{"dietary_needs":"x"}'},
        "two": {"before": '{"dietary_needs":"","note":"a"}', "after": '{"dietary_needs":"x","note":"b"}'},
    }
    with work() as unit:
        for key, texts in rows.items():
            unit.changes.add(a_change(key, subject="participation", subject_id="participation-1", **texts))
        unit.changes.add(a_change("other", subject="participation", subject_id="participation-2", **rows["one"]))
        unit.commit()

    with work() as unit:
        assert unit.erasure.blank_history(["participation-1"], [("dietary_needs",)]) == 3
        unit.commit()

    with work.reading() as unit:
        left = {change.id: (change.before, change.after) for change in unit.changes.list_for(EVENT_ID)}
    assert json.loads(left["added"][1]) == {
        "id": "participation-1", "event_id": EVENT_ID, "dietary_needs": "", "note": "n",
    }  # fmt: skip
    assert left["two"] == ('{"note":"a"}', '{"note":"b"}')
    assert "one" not in left
    assert left["other"] == tuple(rows["one"].values())


def test_links_and_history_of_somebody_are_forgotten_and_their_secrets_never_told(work: UnitOfWorkFactory) -> None:
    fill_database(work)
    with work() as unit:
        links = unit.erasure.links_of("participation-1")
        assert [link.kind for link in links] == ["phone", "form"]
        assert unit.erasure.forget_links(["participation-1"]) == 2
        assert unit.erasure.links_of("participation-1") == ()
        assert unit.erasure.forget_history("agenda", [EVENT_ID]) == 1
        assert unit.erasure.files_with(["%P", ""]) == 1


def test_the_bytes_of_the_database_can_be_cleaned(engine: Engine, work: UnitOfWorkFactory) -> None:
    fill_database(work)

    assert wipe_traces(engine)


def test_a_database_that_somebody_reads_is_not_clean_yet(engine: Engine, work: UnitOfWorkFactory) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("only SQLite keeps the bytes in a file of ours")
    fill_database(work)
    with work.reading() as unit:
        unit.events.list_all()
        with work() as writing:
            writing.preferences.put("x", "y")
            writing.commit()

        assert not wipe_traces(engine)
