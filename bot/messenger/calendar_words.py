"""A meeting in a calendar, in the reader's words."""

from bot.reports.calendar_files import MeetingEntry
from bot.texts import Texts
from bot.usecases.letters.base import CalendarEntry


def meeting_entry(texts: Texts, locale: str, tone: str, entry: CalendarEntry) -> MeetingEntry:
    link = entry.where if entry.where and "://" in entry.where else None
    facts = {"partner": entry.with_whom, "place": entry.place}

    def label(key: str) -> str:
        return texts.label(locale, tone, key, facts)

    return MeetingEntry(
        meeting=entry.meeting_id,
        sequence=entry.sequence,
        starts_at=entry.starts_at,
        zone=entry.zone,
        duration=entry.length,
        stamped_at=entry.stamped_at,
        summary=label("calendar-title"),
        description=label("calendar-description"),
        location=entry.where or label("calendar-place"),
        url=link or "",
        cancelled=entry.cancelled,
    )
