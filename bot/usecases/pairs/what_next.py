"""What comes after the goodbye: on together, a new mentor, a mentor oneself, the alumni, a rest.

Who was a mentee here becomes a mentor by a fast lane: the form is half filled in, the steps that
the profile names are taken as passed, and it is counted.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, Role
from bot.domain.errors import Gone
from bot.domain.goodbyes import WhatNext
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.plan_errors import TooYoungToMentor
from bot.domain.profile import MENTOR_KINDS, Profile
from bot.storage.database import Database, Transaction
from bot.usecases.applications.selection import note_step
from bot.usecases.joining import ages
from bot.usecases.joining.volunteers import on_to
from bot.usecases.pairs.goodbyes import farewell_of, old_enough
from bot.usecases.pairs.plans import today_of

_CARRIED = ("name", ages.DAY, ages.YEAR, "group", "interests", "formats", "free_time", "workplace")
_NOT_ALUMNI = ("group", "interests", "formats", "free_time")
LEADS_ON: Mapping[WhatNext, Role] = {
    WhatNext.BECOME_MENTOR: Role.MENTOR,
    WhatNext.ALUMNI: Role.ALUMNUS,
}


async def choose(
    db: Database, actor: Actor, *, pair_id: UUID, what: WhatNext, profile: Profile
) -> UUID | None:
    """What one side wishes; the participation to go on with, when it leads to another role.

    It may be changed as long as the goodbye is open. Raises `TooYoungToMentor`, `Gone`.
    """
    async with db.transaction() as tx:
        mine, pair = await farewell_of(tx, actor, pair_id)
        person = await tx.get(Person, actor.person_id)
        today = await today_of(tx, pair)
        if what is WhatNext.BECOME_MENTOR and not old_enough(person, today, profile):
            raise TooYoungToMentor(age=profile.ages.mentor_from)
        if what is WhatNext.ALUMNI and not person.is_adult(today):
            raise Gone
        mine.choose(what)
        if what not in LEADS_ON:
            return None
        before = await tx.get(Participation, pair.mentee_participation_id)
        known = await _known(tx, before)
        if what is WhatNext.ALUMNI:
            alumnus = {key: value for key, value in known.items() if key not in _NOT_ALUMNI}
            return (await on_to(tx, before, Role.ALUMNUS, profile, alumnus)).id
        mentor = await on_to(tx, before, Role.MENTOR, profile, _as_mentor(before, known))
        if mentor.mentored_in is None and mentor.state in _ON_THE_WAY:
            mentor.mentored_in = pair.id
            for stage in profile.fast_lane_skips:
                note_step(tx, mentor, stage, by=None)
        return mentor.id


_ON_THE_WAY = (ParticipationState.CONSENT, ParticipationState.FORM, ParticipationState.GUARDIAN)


async def _known(tx: Transaction, before: Participation) -> dict[str, Any]:
    forms = await tx.participations.forms_of([before])
    form = forms.get(before.id)
    if form is None:
        return {}
    answers = form.sent(await tx.surveys.version(form.questionnaire_id))
    return {key: answers[key] for key in _CARRIED if key in answers}


def _as_mentor(before: Participation, known: Mapping[str, Any]) -> dict[str, Any]:
    """A pupil or a student who becomes a mentor is a learner; a teacher stays one."""
    kind = before.kind if before.kind in MENTOR_KINDS else ages.LEARNER
    return {"kind": kind, **known}
