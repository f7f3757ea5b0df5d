"""What papers of a programme say: orders, agreements of its pairs, letters of thanks, consents."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.consents import DOCUMENTS
from bot.domain.errors import Gone
from bot.domain.pairs import AGREED, Pair, PairState
from bot.domain.papers import CERTIFICATES, PaperKind
from bot.domain.people import AgeBand
from bot.domain.profile import ConsentText, Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.pairs import papers as pair_papers
from bot.usecases.pairs.papers import PaperFacts as EndFacts
from bot.usecases.training import certificates as training_certificates
from bot.usecases.training.certificates import CertificateFacts

DELETED = "—"  # how a name reads that is not there any more
_THANKED = AGREED | {PairState.COMPLETED}


@dataclass(frozen=True)
class Agreement:
    mentor: str
    mentee: str
    guardians: tuple[str, ...]  # one for each who is under age: names, "" when nobody is known
    form: str
    since: date | None
    pair_id: UUID


@dataclass(frozen=True)
class Thanked:
    name: str
    meetings: int  # held, of all pairs here


@dataclass(frozen=True)
class PaperFacts:
    """One paper for the programme, or one for each agreement, person, consent."""

    organisation: str
    programme: str
    starts_on: date
    ends_on: date
    forms: tuple[str, ...]
    curators: tuple[str, ...]
    agreements: tuple[Agreement, ...] = ()
    thanked: tuple[Thanked, ...] = ()
    finished: tuple[EndFacts, ...] = ()
    trained: tuple[CertificateFacts, ...] = ()
    consents: tuple[ConsentText, ...] = ()

    def copies(self, kind: PaperKind) -> int:
        if kind is PaperKind.AGREEMENT:
            return len(self.agreements)
        if kind in (PaperKind.THANKS_MENTOR, PaperKind.THANKS_MENTEE):
            return len(self.thanked)
        if kind in CERTIFICATES:
            return len(self.finished) + len(self.trained)
        return len(self.consents) if kind is PaperKind.CONSENTS else 1


async def facts(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    kind: PaperKind,
    profile: Profile,
    pair_id: UUID | None = None,
) -> PaperFacts:
    """A few statements whatever the number of people. `pair_id`: the agreement of that one alone.

    Raises `Gone` for a pair without an agreement.
    """
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.MAKE_DOCUMENTS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        curators = await tx.people.holders(house.id, programme.id, Role.CURATOR)
        names = await tx.people.names(curators)
        known = tuple(names[one] for one in curators if one in names)
        return PaperFacts(
            organisation=house.name,
            programme=programme.name,
            starts_on=programme.starts_on,
            ends_on=programme.ends_on,
            forms=tuple(programme.forms),
            curators=known,
            agreements=await _agreements(tx, programme, house, pair_id)
            if kind is PaperKind.AGREEMENT
            else (),
            thanked=await _thanked(tx, programme, kind),
            finished=await _finished(tx, programme)
            if kind is PaperKind.CERTIFICATE_MENTEE
            else (),
            trained=await _trained(tx, programme, profile)
            if kind is PaperKind.CERTIFICATE_TRAINED
            else (),
            consents=_consents(profile, house.name, ", ".join(known))
            if kind is PaperKind.CONSENTS
            else (),
        )


async def _agreements(
    tx: Transaction, programme: Programme, house: Organisation, pair_id: UUID | None
) -> tuple[Agreement, ...]:
    """Of pairs both of whom have said yes, by the names of the mentors."""
    if pair_id is None:
        pairs: Sequence[Pair] = await tx.pairs.of_programme(programme.id, AGREED)
    else:
        one = await tx.get(Pair, pair_id)
        if one.programme_id != programme.id or one.state not in AGREED:
            raise Gone
        pairs = [one]
    people = await tx.people.many({id_ for pair in pairs for id_ in pair.parties})
    today = moments.local(tx.now, house.timezone).date()
    minors = {
        id_
        for id_, person in people.items()
        if (person.band(today) or AgeBand.ADULT) is not AgeBand.ADULT
    }
    guardians = await _guardians(tx, minors, house.id)

    def agreement(pair: Pair) -> Agreement:
        children = [one for one in (pair.mentee_id, pair.mentor_id) if one in minors]
        since = pair.active_since
        return Agreement(
            mentor=people[pair.mentor_id].name or "",
            mentee=people[pair.mentee_id].name or "",
            guardians=tuple(", ".join(guardians.get(child, ())) for child in children),
            form=pair.form,
            since=moments.local(since, house.timezone).date() if since else None,
            pair_id=pair.id,
        )

    found = [agreement(pair) for pair in pairs]
    return tuple(sorted(found, key=lambda one: (one.mentor, one.mentee, one.pair_id)))


async def _guardians(
    tx: Transaction, minors: Collection[UUID], house_id: UUID
) -> dict[UUID, list[str]]:
    rows = [
        one
        for one in await tx.consents.guardians(minors)
        if one.organisation_id == house_id
    ]
    names = await tx.people.names({one.guardian_id for one in rows})
    found: dict[UUID, list[str]] = {}
    for one in rows:
        if one.guardian_id in names:
            found.setdefault(one.ward_id, []).append(names[one.guardian_id])
    return found


async def _thanked(
    tx: Transaction, programme: Programme, kind: PaperKind
) -> tuple[Thanked, ...]:
    """Whose pair is at work or well ended, by their names; each person once."""
    if kind not in (PaperKind.THANKS_MENTOR, PaperKind.THANKS_MENTEE):
        return ()
    pairs = [
        one
        for one in await tx.pairs.of_programme(programme.id, _THANKED)
        if one.active_since is not None
    ]
    held = await tx.meetings.figures(now=tx.now, programme_id=programme.id)
    met: dict[UUID, int] = {}
    for pair in pairs:
        person_id = pair.mentor_id if kind is PaperKind.THANKS_MENTOR else pair.mentee_id
        met[person_id] = met.get(person_id, 0) + (held[pair.id].held if pair.id in held else 0)
    names = await tx.people.names(set(met))
    ordered = sorted((name, id_) for id_, name in names.items() if name != DELETED)
    return tuple(Thanked(name, met[id_]) for name, id_ in ordered)


async def _finished(tx: Transaction, programme: Programme) -> tuple[EndFacts, ...]:
    """Of mentees whose pair has come to a good end, by their names."""
    pairs = await tx.pairs.of_programme(programme.id, {PairState.COMPLETED})
    held = await tx.meetings.figures(now=tx.now, programme_id=programme.id)
    known = await pair_papers.facts_of(tx, programme, pairs, Role.MENTEE, held)
    there = (one for one in known if one.name != DELETED)
    return tuple(sorted(there, key=lambda one: (one.name, one.until)))


async def _trained(
    tx: Transaction, programme: Programme, profile: Profile
) -> tuple[CertificateFacts, ...]:
    """Of mentors who have finished their training, by their names."""
    given = await tx.training.certificates_of(programme.id)
    known = await training_certificates.facts_of(tx, programme, given, profile)
    return tuple(sorted(known, key=lambda one: (one.name, one.number)))


def _consents(profile: Profile, organisation: str, curator: str) -> tuple[ConsentText, ...]:
    """Every document that binds somebody, in the order of the documents."""
    return tuple(
        profile.consents[one.kind].filled(organisation=organisation, curator=curator)
        for one in DOCUMENTS
        if one.binds
    )
