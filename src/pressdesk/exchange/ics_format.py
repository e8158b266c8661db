"""A rota as iCalendar (RFC 5545), for the calendars of the people on it."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from pressdesk.model import Office, Shift


def dump_rota(office: Office, shifts: Iterable[tuple[Shift, str]]) -> bytes:
    """Return a calendar with a whole-day event for each shift, and the name of who has it.

    The same shifts make the same bytes: a calendar that takes them twice has them once.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//pressdesk//rota//EN")
    calendar.add("version", "2.0")
    for shift, name in shifts:
        identity = f"pressdesk:{office.code}/{shift.contact}/{shift.starts_on}"
        event = Event()
        event.add("uid", str(uuid5(NAMESPACE_URL, identity)))
        event.add("dtstamp", datetime.combine(shift.starts_on, time(tzinfo=UTC)))
        event.add("dtstart", shift.starts_on)
        event.add("dtend", shift.ends_on + timedelta(1))  # the first day after it
        event.add("summary", f"{office.name}: {name}")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
