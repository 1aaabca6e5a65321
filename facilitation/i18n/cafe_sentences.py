"""What the grouping engine says in codes, as sentences: what stands in the way, and what the figures mean."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.errors import mark

OBSTACLES: Mapping[str, str] = {
    "too_few_seats": mark(
        "In round {round} the tables have {seats} seats for {count} people: {missing} are missing. "
        "Add a table, or raise the size to {size}."
    ),
    "too_few_people": mark(
        "In round {round} only {count} people are there, but {tables} tables need at least {needed}. "
        "Use at most {most} tables, or lower the minimum."
    ),
    "host_not_wanted": mark("{people} hosts a table but is among those who must not. Remove one of the two."),
    "too_few_hosts": mark(
        "{tables} tables need a host, but only {count} people may host and are there in every round: {missing} are "
        "missing. Name hosts, let more people host, or use fewer tables."
    ),
    "host_without_table": mark(
        "{people} hosts table {table}, which is not there in round {round}. Give the table seats, or name no host."
    ),
    "pinned_away": mark(
        "{people} is given a seat in round {round} (table {table}) but is away then. Remove one of the two."
    ),
    "pinned_elsewhere": mark(
        "{people} is given a seat at table {table} in round {round} but hosts table {hosted}. Remove one of the two."
    ),
    "table_full": mark(
        "In round {round} more people are given a seat at table {table} than it has seats ({seats}): {people}. "
        "Take {extra} away, or add seats."
    ),
    "together_at_two_tables": mark(
        "{people} must sit together, but in round {round} each has a table of their own (as host or by a given seat). "
        "Release one of them."
    ),
    "group_too_large": mark(
        "{count} people must sit together ({people}), but their table has {seats} seats. "
        "Take {extra} out of the group, or use larger tables."
    ),
    "together_and_apart": mark("{people} must sit apart and, by another rule, together. Remove one of the two rules."),
    "value_too_common": mark(
        "{count} people have “{value}” in the column “{column}” and must all sit apart, but there are {tables} tables. "
        "Use {extra} tables more, or let some of them sit together."
    ),
    "all_apart": mark(
        "In round {round} {count} people must all sit apart from each other ({people}), but there are {tables} tables. "
        "Use {extra} tables more, or remove some of these rules."
    ),
    "languages_do_not_fit": mark(
        "In round {round} {count} people who speak only {languages} find no table where all speak it. "
        "Give so many an interpreter or a second language, or change the table sizes. They are among: {people}."
    ),
    "too_many_themes": mark(
        "{people} must visit {count} themes ({themes}) but is there for {rounds} rounds. Remove some, or add rounds."
    ),
    "theme_not_among_choices": mark(
        "{people} must visit {themes} but has chosen other themes only. Add it to the choices, or remove the rule."
    ),
    "theme_full": mark(
        "{count} people must visit the theme “{theme}”, which has {seats} seats in all rounds. "
        "Take {extra} away, or give the theme another table."
    ),
    "too_few_themes": mark(
        "{people} is there for {rounds} rounds and should visit no theme twice, but {count} are open to them. "
        "Add themes, or allow a second visit."
    ),
    "rules_clash": mark(
        "In round {round} these rules cannot all be kept at {tables} tables (≠ apart, + together): {rules}. "
        "Remove one of them, or use more tables."
    ),
    "rules_too_hard": mark(
        "No seating was found that keeps all {count} rules about pairs in round {round}. "
        "Remove some of them, or use more tables."
    ),
    "no_seating": mark(
        "No seating at all keeps every rule. All but these can be kept: {kinds}; it concerns {people}. "
        "Remove one of the rules about them."
    ),
    "not_found": mark(
        "No seating was found that keeps every rule. All but these were kept: {kinds}; it concerns {people}. "
        "Remove one of the rules about them, use more tables, or allow more time."
    ),
}
"""The sentence of each obstacle of ``facilitation.cafe.obstacles``: which rule, which people, the smallest change."""

FACTS: Mapping[str, str] = {
    "broken_rules": mark("Broken rules ({kind}): {count}."),
    "meetings": mark("{unique} of {possible} possible meetings take place ({percent} %)."),
    "repeats": mark("Meetings that repeat an earlier one: {count}."),
    "wanted_repeats": mark("Only people who must sit together meet more than once."),
    "no_repeats": mark("Nobody meets anybody twice."),
    "new_people_alike": mark("Everybody meets {count} other people."),
    "new_people": mark("Everybody meets {least} to {most} other people."),
    "column_as_near_as_can_be": mark(
        "{column}: the tables are as near to the mix of the whole event as they can be ({percent} % differ)."
    ),
    "column_gave_way": mark(
        "{column}: on average {percent} % of a table would have to change for it to mirror the whole event; "
        "the least possible is {least} %."
    ),
    "table_changes": mark("People with access needs change tables {count} times in all."),
    "unique_meetings_before_and_after": mark("Different meetings: {before} before, {after} now."),
    "repeats_before_and_after": mark("Repeated meetings: {before} before, {after} now."),
    "least_new_people_before_and_after": mark("Fewest people anybody meets: {before} before, {after} now."),
    "balance_before_and_after": mark("Distance from the mix of the event: {before} before, {after} now."),
}
"""The sentence of each fact of ``facilitation.cafe.explain``."""

BROKEN_KINDS: Mapping[str, str] = {
    "seated_once": mark("everybody sits once per round"),
    "away": mark("who is away has no seat"),
    "too_many": mark("the seats of a table"),
    "too_few": mark("the minimum of a table"),
    "empty": mark("no table stays empty"),
    "host": mark("hosts stay at their tables"),
    "not_hosting": mark("who must not host"),
    "pinned": mark("given seats"),
    "apart": mark("people kept apart"),
    "together": mark("people kept together"),
    "language": mark("one language per table"),
    "observers": mark("observers spread evenly"),
    "theme_not_chosen": mark("chosen themes"),
    "theme_missed": mark("themes that must be visited"),
    "theme_twice": mark("no theme twice"),
}
"""What a kind of broken rule is called, in a list."""
