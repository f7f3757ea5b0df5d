"""Letters about intake forms: one that was left half-way, and what was changed in sent ones."""

from collections.abc import Sequence
from uuid import UUID

from bot.domain.notices import Notice
from bot.domain.programmes import Programme
from bot.usecases.joining.unfinished import PAUSES
from bot.usecases.letters.base import Desk, Letter, Letters, Press

MOST_NAMED = 3  # of those who changed their answers; the rest are counted


async def left_alone(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To whoever began a form; nothing when they have gone on, or when the programme is over."""
    known = await desk.tx.unfinished.participations_of([n.subject for n in notices])
    programmes = await desk.tx.programmes.many({p.programme_id for _, p in known.values()})
    letters = {}
    for notice in notices:
        if notice.subject not in known:
            continue
        response, participation = known[notice.subject]
        programme = programmes[participation.programme_id]
        touched = response.touched_at
        if touched is None or desk.tx.now - touched < PAUSES[0]:
            continue
        if programme.ends_on < desk.tx.now.date():
            continue
        questionnaire = await desk.tx.surveys.version(response.questionnaire_id)
        progress = response.progress(questionnaire)
        last = response.reminders >= len(PAUSES)
        letters[notice.id] = Letter(
            "letter-form-nudge-last" if last else "letter-form-nudge",
            {"programme": programme.name, "left": progress.total - progress.number + 1},
            buttons=((Press("button-to-form", "open-form", participation.id),),),
        )
    return letters


async def corrected(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: whose answers have changed and have not been looked at."""
    letters: dict[UUID, Letter] = {}
    for notice in notices:
        programme = await desk.tx.find(Programme, notice.subject)
        if programme is None:
            continue
        changed = await desk.tx.corrections.unseen_in(programme.id)
        ids = list(dict.fromkeys(one.participation_id for one in changed))
        if not ids:
            continue
        participations = await desk.tx.participations.many(ids)
        names = await desk.tx.people.names({p.person_id for p in participations.values()})
        letters[notice.id] = Letter(
            "letter-form-corrected",
            {"count": len(ids), "programme": programme.name},
            buttons=tuple(
                (
                    Press(
                        "button-open-application-of",
                        "open-application",
                        id_,
                        {"name": names[participations[id_].person_id]},
                    ),
                )
                for id_ in ids[:MOST_NAMED]
            ),
        )
    return letters
