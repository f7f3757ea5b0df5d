"""Dynamics of a programme: what was counted on entry and on exit, by form of mentoring."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import DatesOutOfOrder, Gone, NumberOutOfRange
from bot.domain.indicators import MOST, Count
from bot.domain.outcomes import Change, Moment, Outcome, changes, tells_of_somebody
from bot.domain.profile import Form, Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring.indicators import HISTORY, OLDEST


@dataclass(frozen=True)
class FormLine:
    form: Form
    counted: int  # outcomes that have both numbers
    outcomes: int


@dataclass(frozen=True)
class Table:
    form: Form
    programme: str
    organisation: str
    changes: tuple[Change, ...]
    today: date
    enters: bool

    def change(self, key: str) -> Change:
        """Raises `Gone`."""
        found = next((one for one in self.changes if one.outcome.key == key), None)
        if found is None:
            raise Gone
        return found


@dataclass(frozen=True)
class OutcomeCard:
    table: Table
    change: Change
    who: dict[UUID, str]  # the names of who entered the numbers
    before: tuple[Count, ...]  # entered earlier, and replaced since


async def forms(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> list[FormLine]:
    """The forms in use that have something to be counted."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_TOTALS, programme)
        counts = await tx.indicators.outcomes_of(programme_id)
        found = []
        for form in _in_use(programme, profile):
            table = changes(_outcomes(form, profile), form.key, counts)
            counted = sum(one.entry is not None and one.exit is not None for one in table)
            found.append(FormLine(form, counted, len(table)))
        return [line for line in found if line.outcomes]


async def table(
    db: Database, actor: Actor, *, programme_id: UUID, form: str, profile: Profile
) -> Table:
    async with db.reading() as tx:
        return (await _table(tx, actor, programme_id, form, profile))[0]


async def card(
    db: Database, actor: Actor, *, programme_id: UUID, form: str, key: str, profile: Profile
) -> OutcomeCard:
    async with db.reading() as tx:
        whole, counts = await _table(tx, actor, programme_id, form, profile)
        change = whole.change(key)
        now = (change.entry, change.exit)
        before = [
            one for one in counts if one.form == form and one.key == key and one not in now
        ]
        shown = [one for one in (*now, *before) if one is not None]
        who = await tx.people.names({one.entered_by for one in shown if one.entered_by})
        return OutcomeCard(whole, change, who, tuple(before[:HISTORY]))


async def enter(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    form: str,
    key: str,
    moment: Moment,
    number: int,
    of: int,
    on: date,
    profile: Profile,
) -> None:
    """So many of so many, on a day; what was entered before stays in the history.

    Raises `NumberOutOfRange`, `DatesOutOfOrder` for a day ahead or long ago.
    """
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_COUNTS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        known = _outcomes(_form(programme, form, profile), profile)
        if key not in {one.key for one in known}:
            raise Gone
        today = moments.local(tx.now, house.timezone).date()
        if not today - OLDEST <= on <= today:
            raise DatesOutOfOrder
        if not 0 < of <= MOST:
            raise NumberOutOfRange(least=1, most=MOST)
        tx.add(
            Count(
                organisation_id=house.id,
                programme_id=programme.id,
                key=key,
                form=form,
                moment=moment,
                number=number,
                of=of,
                on=on,
                entered_by=actor.person_id,
                entered_at=tx.now,
            )
        )


async def _table(
    tx: Transaction, actor: Actor, programme_id: UUID, form: str, profile: Profile
) -> tuple[Table, list[Count]]:
    programme = await tx.get(Programme, programme_id)
    actor.must(May.SEE_TOTALS, programme)
    house = await tx.get(Organisation, programme.organisation_id)
    found = _form(programme, form, profile)
    counts = list(await tx.indicators.outcomes_of(programme_id))
    if not actor.may(May.SEE_APPLICATIONS, programme):
        counts = [one for one in counts if not tells_of_somebody(one)]
    made = Table(
        form=found,
        programme=programme.name,
        organisation=house.name,
        changes=tuple(changes(_outcomes(found, profile), form, counts)),
        today=moments.local(tx.now, house.timezone).date(),
        enters=actor.may(May.ENTER_COUNTS, programme),
    )
    return made, counts


def in_report(
    programme: Programme, profile: Profile, counts: Iterable[Count]
) -> list[Change]:
    """Of every form in use, what was counted at least once; without what tells of somebody."""
    told = [one for one in counts if not tells_of_somebody(one)]
    return [
        change
        for form in _in_use(programme, profile)
        for change in changes(_outcomes(form, profile), form.key, told)
        if change.entry is not None or change.exit is not None
    ]


def _in_use(programme: Programme, profile: Profile) -> list[Form]:
    return [form for form in profile.forms if form.key in programme.forms]


def _form(programme: Programme, key: str, profile: Profile) -> Form:
    found = next((one for one in _in_use(programme, profile) if one.key == key), None)
    if found is None:
        raise Gone
    return found


def _outcomes(form: Form, profile: Profile) -> list[Outcome]:
    return [
        one
        for one in profile.outcomes
        if one.fits(mentees=form.mentee_kinds, mentors=form.mentor_kinds)
    ]
