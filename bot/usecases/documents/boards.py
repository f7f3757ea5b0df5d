"""One's own part in the board of thanks: what one is thanked for, is one's name there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.efforts import ON_BOARD, BoardPlace, EffortOf, reached
from bot.domain.errors import Gone
from bot.domain.participations import Participation, ParticipationState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.documents import efforts
from bot.usecases.documents.efforts import Board
from bot.usecases.joining.intake import curator_name


@dataclass(frozen=True)
class MyEfforts:
    programme: str
    role: Role
    reached: tuple[EffortOf, ...]
    thanked: bool  # there is a letter to take along
    may_choose: bool  # whether the name is shown
    shown: bool  # as the person wishes
    allowed: bool  # by age, or by the guardian's consent to publication


@dataclass(frozen=True)
class ThanksFacts:
    """What stands on a letter of thanks."""

    name: str
    organisation: str
    programme: str
    curator: str
    efforts: tuple[EffortOf, ...]
    on: date


@dataclass(frozen=True)
class ToAsk:
    """For the menu: there is something to thank for, and the name was not asked about."""

    participation_id: UUID
    programme: str


async def mine(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> MyEfforts:
    async with db.reading() as tx:
        one = await _taking_part(tx, actor, participation_id)
        programme = await tx.get(Programme, one.programme_id)
        house = await tx.get(Organisation, one.organisation_id)
        met = await _reached(tx, one, profile)
        place = await tx.efforts.place(one.id)
        allowed = await efforts.may_be_named(tx, house, {one.person_id}, on_paper=False)
        return MyEfforts(
            programme=programme.name,
            role=one.role,
            reached=met,
            thanked=bool(await tx.efforts.thanks([one.id])),
            may_choose=one.role is ON_BOARD and (bool(met) or _shows(place)),
            shown=_shows(place),
            allowed=bool(allowed),
        )


def _shows(place: BoardPlace | None) -> bool:
    return place is not None and place.shown


async def waiting(db: Database, actor: Actor, *, profile: Profile) -> list[ToAsk]:
    """Asked once: whoever has looked at the question is not asked again."""
    async with db.reading() as tx:
        found = []
        for one in await tx.efforts.unasked(actor.person_id, ON_BOARD):
            if one.programme_id in actor.archived or not await _reached(tx, one, profile):
                continue
            programme = await tx.get(Programme, one.programme_id)
            found.append(ToAsk(one.id, programme.name))
        return found


async def see(db: Database, actor: Actor, *, participation_id: UUID, profile: Profile) -> None:
    """The question is on the screen."""
    async with db.transaction() as tx:
        one = await _taking_part(tx, actor, participation_id)
        if one.role is ON_BOARD and await _reached(tx, one, profile):
            await _place(tx, one)


async def choose(db: Database, actor: Actor, *, participation_id: UUID, shown: bool) -> None:
    """Whether the name may be read. The wish of a minor waits for the guardian's consent."""
    async with db.transaction() as tx:
        one = await _taking_part(tx, actor, participation_id)
        if one.role is not ON_BOARD:
            raise Gone
        (await _place(tx, one)).choose(shown, tx.now)


async def board(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> tuple[str, Board]:
    """As those who take part see it, and the programme's name."""
    async with db.reading() as tx:
        one = await _taking_part(tx, actor, participation_id)
        programme = await tx.get(Programme, one.programme_id)
        people = await efforts.reached_in(tx, programme.id, profile)
        return programme.name, await efforts.board(tx, programme, people, on_paper=False)


async def letter(db: Database, actor: Actor, *, participation_id: UUID) -> ThanksFacts:
    """Everything one was thanked for so far. Raises `Gone` when that is nothing."""
    async with db.reading() as tx:
        one = await _taking_part(tx, actor, participation_id)
        given = (await tx.efforts.thanks([one.id])).get(one.id)
        if not given:
            raise Gone
        programme = await tx.get(Programme, one.programme_id)
        house = await tx.get(Organisation, one.organisation_id)
        names = await tx.people.names({one.person_id})
        thanked = {each.effort for each in given}
        return ThanksFacts(
            name=names[one.person_id],
            organisation=house.name,
            programme=programme.name,
            curator=await curator_name(tx, house.id, programme.id),
            efforts=tuple(of for of in EffortOf if of in thanked),
            on=moments.local(given[0].sent_at, house.timezone).date(),
        )


async def _taking_part(tx: Transaction, actor: Actor, participation_id: UUID) -> Participation:
    """One's own; who only applies, or has left, is not of those who take part."""
    one = await tx.get(Participation, participation_id)
    actor.must(May.SEE_BOARD, one)
    if one.state is not ParticipationState.APPROVED or one.person_id != actor.person_id:
        raise Gone
    return one


async def _reached(
    tx: Transaction, one: Participation, profile: Profile
) -> tuple[EffortOf, ...]:
    done = await tx.efforts.done(one.programme_id, one.role, one.person_id)
    return reached(profile.efforts, one.role, done.get(one.person_id, {}))


async def _place(tx: Transaction, one: Participation) -> BoardPlace:
    """The row of the participation, made when there is none. It is locked where it is read."""
    place = await tx.efforts.place(one.id)
    if place is None:
        place = BoardPlace(
            organisation_id=one.organisation_id,
            programme_id=one.programme_id,
            participation_id=one.id,
            person_id=one.person_id,
            asked_at=tx.now,
        )
        tx.add(place)
        await tx.flush()
    return place
