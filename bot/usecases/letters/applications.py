"""Letters about coming in: consents, applications and what was decided."""

from collections.abc import Sequence
from uuid import UUID

from bot.domain.notices import Notice
from bot.domain.pairs import CLOSED, CONSENT_WITHDRAWN
from bot.domain.participations import Participation, ParticipationState
from bot.domain.programmes import Programme
from bot.usecases.letters.base import Desk, Letter, Letters, Press

MOST_PAIRS = 3  # of a mentor who leaves, named under one letter; the programme shows the rest


async def _participations(
    desk: Desk, notices: Sequence[Notice]
) -> dict[UUID, tuple[Notice, Participation]]:
    found = await desk.tx.participations.many({n.subject for n in notices})
    return {n.id: (n, found[n.subject]) for n in notices if n.subject in found}


async def guardian_agreed(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the minor: the consent has come; the form goes on, or the curator has it now."""
    letters = {}
    for id_, (_, participation) in (await _participations(desk, notices)).items():
        if participation.state is ParticipationState.FORM:
            go_on = Press("button-to-form", "open-form", participation.id)
            letters[id_] = Letter("letter-guardian-agreed-form", buttons=((go_on,),))
        elif participation.state is ParticipationState.APPLIED:
            letters[id_] = Letter("letter-guardian-agreed")
    return letters


async def arrived(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: how many applications wait. Nothing when none does any more."""
    letters = {}
    for notice in notices:
        programme = await desk.tx.find(Programme, notice.subject)
        if programme is None:
            continue
        counts = await desk.tx.participations.counts(programme.id)
        waiting = sum(n for (_, s), n in counts.items() if s is ParticipationState.APPLIED)
        if waiting:
            open_queue = Press("button-open-applications", "open-applications", programme.id)
            letters[notice.id] = Letter(
                "letter-application-arrived",
                {"count": waiting, "programme": programme.name},
                buttons=((open_queue,),),
            )
    return letters


async def approved(desk: Desk, notices: Sequence[Notice]) -> Letters:
    letters = {}
    for id_, (_, participation) in (await _participations(desk, notices)).items():
        if participation.state is ParticipationState.APPROVED:
            letters[id_] = Letter(f"letter-approved-{participation.role}")
    return letters


async def declined(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """A kind letter: the profile's words for a known reason, else the curator's own.

    A refusal is not the end: the form can be changed, and the curator decides anew.
    """
    letters = {}
    for id_, (_, participation) in (await _participations(desk, notices)).items():
        if participation.state is not ParticipationState.DECLINED:
            continue
        reason = participation.reason or ""
        ready = next((d.letter for d in desk.profile.declines if d.key == reason), None)
        key = "letter-declined-ready" if ready else f"letter-declined-{participation.role}"
        again = Press("button-correct-form", "correct-form", participation.id)
        letters[id_] = Letter(key, {"reason": ready or reason}, buttons=((again,),))
    return letters


async def consent_withdrawn(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: somebody has left; no reasons are asked. Who was in a pair stays alone."""
    known = await _participations(desk, notices)
    names = await desk.tx.people.names({p.person_id for _, p in known.values()})
    letters = {}
    for id_, (_, participation) in known.items():
        if participation.state is not ParticipationState.WITHDRAWN:
            continue
        ended = [
            pair
            for pair in await desk.tx.pairs.of_person(participation.person_id, CLOSED)
            if pair.reason == CONSENT_WITHDRAWN and participation.id in pair.participations
        ]
        left = await desk.tx.people.names({p.partner(participation.person_id) for p in ended})
        letters[id_] = Letter(
            "letter-consent-withdrawn",
            {"name": names[participation.person_id], "role": participation.role},
            buttons=(
                *(
                    (
                        Press(
                            "button-open-pair-of",
                            "open-pair",
                            pair.id,
                            {"name": left[pair.partner(participation.person_id)]},
                        ),
                    )
                    for pair in ended[:MOST_PAIRS]
                ),
                (Press("button-open-programme", "open-programme", participation.programme_id),),
            ),
        )
    return letters
