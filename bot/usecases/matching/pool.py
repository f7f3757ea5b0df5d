"""Whom matching sees: approved people who are cleared, with what their forms say."""

import asyncio
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Role
from bot.domain.matching import Candidate, Facts
from bot.domain.pairs import OPEN
from bot.domain.participations import Participation, ParticipationState
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.domain.responses import Response
from bot.solving.lemmas import lemmas
from bot.storage.database import Transaction
from bot.storage.unhurried import unhurried
from bot.usecases.applications.clearance import standings
from bot.usecases.matching.candidates import Beside, Written, candidate, free_text

MOST_CANDIDATES = 3000  # of each side, those who have waited longest first


@dataclass(frozen=True)
class Pool:
    """Everybody who could be matched now, and what the rules know beside them."""

    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    facts: Facts
    names: dict[UUID, str]  # by person

    def of(self, participation_id: UUID) -> Candidate | None:
        both = (*self.mentees, *self.mentors)
        return next((one for one in both if one.participation_id == participation_id), None)


async def people_to_match(
    tx: Transaction,
    programme: Programme,
    profile: Profile,
    *,
    around: Participation | None = None,
    only: Collection[UUID] | None = None,
    vetoes: bool = True,
) -> Pool:
    """The same number of queries whatever the number of people.

    `around`: only this one of their side, whom the other side is held against. `only`: nobody but
    these participations. Without `vetoes` nothing of them can be read off the answer.
    """
    approved: list[Participation] = []
    for role in (Role.MENTEE, Role.MENTOR):
        if around is not None and role is around.role:
            approved += [around] if around.state is ParticipationState.APPROVED else []
            continue
        approved += await tx.participations.approved(
            programme.id, role, limit=MOST_CANDIDATES, alone=role is Role.MENTEE, among=only
        )
    people = await tx.people.many({p.person_id for p in approved})
    forms = await tx.participations.forms_of(approved)
    known = await standings(tx, approved, profile)
    open_pairs = await tx.pairs.of_programme(programme.id, OPEN)
    busy = {pair.mentee_participation_id for pair in open_pairs}
    load = Counter(pair.mentor_participation_id for pair in open_pairs)
    failed = await tx.pairs.failed_in(programme.organisation_id)
    vetoed = await tx.wishes.vetoed(programme.id) if vetoes else {}
    ranks = await tx.wishes.ranks(programme.id)
    written: dict[UUID, Written] = {}
    async for one in unhurried(approved):
        if one.id in forms and known[one.id].cleared and one.id not in busy:
            written[one.id] = await _written(tx, forms[one.id])
    words = await _words(written.values(), profile)
    beside = {
        one.id: Beside(
            load=load[one.id],
            waiting_days=max((tx.now - (one.applied_at or one.created_at)).days, 0),
            failed_with=failed.get(one.person_id, frozenset()),
            vetoed=vetoed.get(one.id, frozenset()),
            ranks=ranks.get(one.id, {}),
        )
        for one in approved
    }
    found: dict[Role, list[Candidate]] = {Role.MENTEE: [], Role.MENTOR: []}
    async for one in unhurried(approved):
        if one.id in written:
            person = people[one.person_id]
            found[one.role].append(
                candidate(one, person, written[one.id], beside[one.id], words, profile)
            )
    wards = await tx.people.guarded_pairs([m.person_id for m in found[Role.MENTEE]])
    zone = (await tx.programmes.zones({programme.organisation_id}))[programme.organisation_id]
    return Pool(
        mentees=tuple(found[Role.MENTEE]),
        mentors=tuple(found[Role.MENTOR]),
        facts=Facts(
            wards=frozenset(wards), helps=profile.helps, year=moments.local(tx.now, zone).year
        ),
        names={id_: person.name or "—" for id_, person in people.items()},
    )


async def _written(tx: Transaction, form: Response) -> Written:
    questionnaire = await tx.surveys.version(form.questionnaire_id)
    return Written(questionnaire, form.sent(questionnaire))


async def _words(written: Collection[Written], profile: Profile) -> Mapping[str, frozenset[str]]:
    """What all free text is about, beside the event loop: the first word loads a dictionary."""
    texts = free_text(written, profile)
    return await asyncio.to_thread(lemmas, texts, profile.idle_words) if texts else {}


async def free_slots(tx: Transaction, participation_id: UUID) -> frozenset[str]:
    """The weekly times somebody named in the intake form."""
    participation = await tx.get(Participation, participation_id)
    if participation.response_id is None:
        return frozenset()
    response = await tx.get(Response, participation.response_id)
    return frozenset((await _written(tx, response)).options("free_time"))
