"""Letters that invite to a survey and remind of it.

None after it is finished, refused or over; not more than three reminders, and none too soon after
the letter before, however often one was planned or put off.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.notices import Notice, NoticeState
from bot.domain.responses import Response, ResponseState
from bot.domain.spoken import Phrase, When
from bot.domain.waves import APART, MOST_REMINDERS, WaveState
from bot.storage.stores.wave_lists import REMINDER
from bot.usecases.letters.base import Desk, Letter, Letters, Press
from bot.usecases.monitoring.purposes import agreed

MINUTES_AN_ITEM = 0.4
_SAID = frozenset({NoticeState.SENT, NoticeState.UNCERTAIN})
_Said = Sequence[tuple[str, NoticeState, datetime | None]]


async def asked(desk: Desk, notices: Sequence[Notice]) -> Letters:
    responses = await desk.tx.surveys.many({n.subject for n in notices})
    waves = await desk.tx.waves.many({r.wave_id for r in responses.values() if r.wave_id})
    zones = await desk.tx.programmes.zones({w.organisation_id for w in waves.values()})
    said = await desk.tx.wave_lists.letters_about(list(responses))
    agreed_to = await _agreed(desk, list(responses.values()))
    letters: dict[UUID, Letter] = {}
    written: set[UUID] = set()
    for notice in sorted(notices, key=lambda one: one.due_at):
        response = responses.get(notice.subject)
        if response is None or response.wave_id is None or not response.open:
            continue
        wave, until = waves[response.wave_id], response.closes_at
        if wave.state is WaveState.CLOSED or until is None or until <= desk.tx.now:
            continue
        if notice.kind == REMINDER and not _may_remind(said[response.id], desk.tx.now):
            continue
        if response.id in written:
            continue  # one letter about it at a time
        written.add(response.id)
        questionnaire = await desk.tx.surveys.version(response.questionnaire_id)
        if response.person_id not in agreed_to[questionnaire.consent, wave.organisation_id]:
            continue
        progress = response.progress(questionnaire)
        begun = response.state is ResponseState.STARTED
        key = "letter-survey-go-on" if begun else f"letter-{notice.kind}"
        letters[notice.id] = Letter(
            key,
            {
                "title": questionnaire.title,
                "total": progress.total,
                "left": progress.total - progress.number + 1,
                "minutes": max(1, round(progress.total * MINUTES_AN_ITEM)),
                "until": When(until, zones[wave.organisation_id], desk.tx.now),
                "note": Phrase("survey-note-anonymous") if wave.anonymous else "",
            },
            buttons=(
                (Press("button-open-survey", "open-survey", response.id),),
                (Press("button-refuse-survey", "refuse-survey", response.id),),
            ),
        )
    return letters


async def _agreed(
    desk: Desk, responses: Sequence[Response]
) -> dict[tuple[str | None, UUID], set[UUID]]:
    """By what must be agreed to, and the organisation: who of these has."""
    asked: dict[tuple[str | None, UUID], set[UUID]] = {}
    for one in responses:
        purpose = (await desk.tx.surveys.version(one.questionnaire_id)).consent
        asked.setdefault((purpose, one.organisation_id), set()).add(one.person_id)
    return {key: await agreed(desk.tx, *key, people) for key, people in asked.items()}


def _may_remind(said: _Said, now: datetime) -> bool:
    sent = [(kind, at) for kind, state, at in said if state in _SAID and at is not None]
    if sum(kind == REMINDER for kind, _ in sent) >= MOST_REMINDERS:
        return False
    return all(now - at >= APART for _, at in sent)
