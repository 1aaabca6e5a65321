"""Findings somebody decided to live with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.agenda import AcceptedFinding, ItemKind
from facilitation.domain.finding import Severity, finding
from facilitation.errors import InvalidInput
from facilitation.planning.accepted import (
    JudgedFindings,
    SettledFinding,
    judged,
    with_finding_accepted,
    without_acceptance,
)
from facilitation.planning.agenda_checks import agenda_findings
from facilitation.planning.overview import event_findings, judged_findings
from tests.builders import a_record, an_agenda, an_item

TODAY = date(2027, 1, 10)
LONG_TALK = an_item("talk", minutes=130, questions=an_item(minutes=100).duration)


def accepted(code: str, subject: str = "", reason: str = "Ministri largohet në orën 11.") -> AcceptedFinding:
    return AcceptedFinding(code, subject, reason)


def test_a_finding_is_settled_by_its_code_and_its_subject() -> None:
    found = [
        finding("break_gap", Severity.BLOCK, "a", minutes=130),
        finding("break_gap", Severity.BLOCK, "b", minutes=140),
        finding("long_speech", Severity.WARN, "a"),
        finding("no_evaluation", Severity.WARN),
    ]
    decisions = (accepted("break_gap", "a"), accepted("no_evaluation"), accepted("long_speech", "gone"))

    assert judged(found, an_agenda(accepted=decisions)) == JudgedFindings(
        open=(found[1], found[2]),
        settled=(SettledFinding(found[0], decisions[0]), SettledFinding(found[3], decisions[1])),
    )


def test_what_was_accepted_and_holds_no_more_is_not_shown() -> None:
    assert judged([], an_agenda(accepted=(accepted("break_gap", "a"),))) == JudgedFindings(())


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy"))), st.sets(st.sampled_from("abc")))
def test_every_finding_is_either_open_or_settled_and_keeps_its_order(
    pairs: list[tuple[str, str]], codes: set[str]
) -> None:
    found = [finding(code, Severity.HINT, subject, number=number) for number, (code, subject) in enumerate(pairs)]

    told_apart = judged(found, an_agenda(accepted=tuple(accepted(code, "x") for code in sorted(codes))))

    settled = [entry.finding for entry in told_apart.settled]
    assert settled == [remark for remark in found if remark.code in codes and remark.subject == "x"]
    assert list(told_apart.open) == [remark for remark in found if remark not in settled]


def test_only_open_findings_are_those_of_the_event() -> None:
    record = a_record(agenda=an_agenda([LONG_TALK], accepted=(accepted("break_gap", "talk"),)))

    found = judged_findings(record, TODAY)

    assert "break_gap" in {remark.code for remark in agenda_findings(record)}
    assert event_findings(record, TODAY) == found.open
    assert "break_gap" not in {remark.code for remark in found.open}
    assert [(entry.finding.code, entry.accepted.reason) for entry in found.settled] == [
        ("break_gap", "Ministri largohet në orën 11.")
    ]


def test_an_accepted_finding_goes_with_its_facts_and_comes_back_with_them() -> None:
    coffee = an_item("coffee", kind=ItemKind.BREAK)
    decision = accepted("break_gap", "talk")
    mended = a_record(agenda=an_agenda([replace(LONG_TALK, duration=coffee.duration)], accepted=(decision,)))
    again = replace(mended, agenda=an_agenda([LONG_TALK], accepted=mended.agenda.accepted))

    assert judged_findings(mended, TODAY).settled == ()
    assert [entry.accepted for entry in judged_findings(again, TODAY).settled] == [decision]


def test_accepting_again_replaces_the_reason_and_taking_back_opens_it() -> None:
    agenda = an_agenda([30], accepted=(accepted("no_evaluation"), accepted("break_gap", "a", "Pak kohë.")))

    again = with_finding_accepted(agenda, accepted("break_gap", "a", " Ashtu u vendos. "))

    assert again.accepted == (agenda.accepted[0], accepted("break_gap", "a", "Ashtu u vendos."))
    assert without_acceptance(again, "break_gap", "a") == replace(agenda, accepted=agenda.accepted[:1])


def test_a_finding_is_not_accepted_without_a_reason() -> None:
    with pytest.raises(InvalidInput, match="Write why"):
        with_finding_accepted(an_agenda(), accepted("break_gap", reason=" "))
