"""The time zone of an event as calendars and programmes want it: full name, and its rules in words of iCalendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from facilitation.errors import InvalidInput, mark

UNKNOWN_ZONE = mark("The time zone “{name}” of the event is not known. Choose one such as Europe/Tirane.")
ONE_HOUR = timedelta(hours=1)


def event_zone(name: str) -> ZoneInfo:
    """The zone with this full name; ``InvalidInput`` where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidInput(UNKNOWN_ZONE, name=name) from error


def time_zone_component(zone: ZoneInfo, first: date, last: date) -> Timezone:
    """The zone's rules between two days (RFC 5545: every TZID is defined in the file)."""
    component = Timezone()
    component.add("tzid", zone.key)
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    component.add_component(_observance(start, start, zone))
    moment, end = start, datetime(last.year, last.month, last.day, tzinfo=UTC)
    while moment < end:
        following = moment + timedelta(days=1)
        if _offset(moment, zone) != _offset(following, zone):
            change = _change_between(moment, following, zone)
            component.add_component(_observance(change, change - ONE_HOUR, zone))
        moment = following
    return component


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first quarter of an hour at which the new offset holds."""
    moment = before
    while _offset(moment, zone) == _offset(before, zone) and moment < after:
        moment += ONE_HOUR / 4
    return moment


def _observance(change: datetime, before: datetime, zone: ZoneInfo) -> TimezoneStandard | TimezoneDaylight:
    """What holds from ``change`` on; its start is written in the local time that held ``before``."""
    local = change.astimezone(zone)
    component = TimezoneDaylight() if local.dst() else TimezoneStandard()
    component.add("dtstart", (change + _offset(before, zone)).replace(tzinfo=None))
    component.add("tzoffsetfrom", _offset(before, zone))
    component.add("tzoffsetto", _offset(change, zone))
    component.add("tzname", local.tzname() or zone.key)
    return component
