"""The SWOT board: what people wrote is collected, put together, mended and counted."""

import asyncio
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.answer_tables import AnswerRow
from bot.domain.errors import Gone
from bot.domain.hidden_words import stems_of, without_contacts, without_names
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.domain.swot import (
    Heard,
    Side,
    SwotEntry,
    SwotSource,
    alike,
    gather,
    tidy,
)
from bot.domain.waves import Wave, WaveState
from bot.domain.words import Words
from bot.solving.lemmas import lemmas
from bot.storage.database import Database, Transaction

MOST_COMPARED = 60  # entries of one side, those said most


@dataclass(frozen=True)
class SwotLine:
    entry_id: UUID
    side: Side
    words: str
    said: int
    form: Words | None


@dataclass(frozen=True)
class SwotBoard:
    programme: str
    sides: Mapping[Side, tuple[SwotLine, ...]]  # what was said most comes first
    out: tuple[SwotLine, ...]  # taken out, and may be put back
    to_collect: int  # closed surveys with answers nobody has collected yet
    forms: tuple[tuple[str, Words], ...]  # of the programme


@dataclass(frozen=True)
class Collected:
    """How many entries came, and whether some surveys had too few answers to be shown."""

    entries: int
    too_few: bool


async def board(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> SwotBoard:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_APPLICATIONS, programme)
        entries = await tx.indicators.board(programme_id)
        titles = {form.key: form.title for form in profile.forms}
        shown = [one for one in entries if one.shown]
        return SwotBoard(
            programme=programme.name,
            sides={
                side: tuple(_line(one, titles) for one in shown if one.side is side)
                for side in Side
            },
            out=tuple(_line(one, titles) for one in entries if one.out_at is not None),
            to_collect=len(await _uncollected(tx, programme_id, entries, profile)),
            forms=tuple((key, titles[key]) for key in programme.forms if key in titles),
        )


async def collect(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> Collected:
    """Take over what was written in surveys that are closed; each survey once.

    Nothing of fewer than ten pupils or five adults; names of people of the programme are hidden,
    and ways to reach anybody.
    """
    async with db.reading() as tx:  # thousands of answers are not read while others wait
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ASSESS, programme)
        entries = await tx.indicators.board(programme_id)
        stems = stems_of(await tx.indicators.names_in(programme_id))
        made: dict[UUID, list[SwotEntry]] = {}
        heard_of: dict[UUID, int] = {}
        for wave, source in await _uncollected(tx, programme_id, entries, profile):
            table = (await tx.waves.answers(wave.id)).table()
            heard = list(_heard(table.rows(), wave, source, profile))
            heard_of[wave.id] = len(heard)
            made[wave.id] = [
                SwotEntry(
                    organisation_id=programme.organisation_id,
                    programme_id=programme.id,
                    side=one.side,
                    words=without_names(without_contacts(one.words), stems),
                    form=one.form,
                    said=one.said,
                    wave_id=wave.id,
                    added_at=tx.now,
                )
                for one in gather(heard)
            ]
    async with db.transaction() as tx:
        await tx.programmes.lock(programme_id)  # two presses at once collect once
        collected = {one.wave_id for one in await tx.indicators.board(programme_id)}
        new = [one for id_, some in made.items() if id_ not in collected for one in some]
        tx.add_all(new)
    heard_now = sum(number for id_, number in heard_of.items() if id_ not in collected)
    return Collected(len(new), too_few=heard_now > sum(one.said for one in new))


async def write(
    db: Database, actor: Actor, *, programme_id: UUID, side: Side, words: str
) -> UUID:
    """The curator's own entry. Raises `NameTooLong`."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ASSESS, programme)
        made = SwotEntry(
            organisation_id=programme.organisation_id,
            programme_id=programme.id,
            side=side,
            words=await _nameless(tx, programme_id, words),
            added_by=actor.person_id,
            added_at=tx.now,
        )
        tx.add(made)
        return made.id


async def _nameless(tx: Transaction, programme_id: UUID, words: str) -> str:
    return without_names(tidy(words), stems_of(await tx.indicators.names_in(programme_id)))


async def entry(db: Database, actor: Actor, *, entry_id: UUID, profile: Profile) -> SwotLine:
    """Raises `Gone` for one that was merged or taken out."""
    async with db.reading() as tx:
        one = await tx.get(SwotEntry, entry_id)
        actor.must(May.SEE_APPLICATIONS, one)
        if not one.shown:
            raise Gone
        return _line(one, {form.key: form.title for form in profile.forms})


async def edit(db: Database, actor: Actor, *, entry_id: UUID, words: str) -> None:
    """Raises `NameTooLong`; `Gone` for one that was merged or taken out meanwhile."""
    async with db.transaction() as tx:
        one = await _on_the_board(tx, actor, entry_id)
        one.edit(await _nameless(tx, one.programme_id, words))


async def tag(
    db: Database, actor: Actor, *, entry_id: UUID, form: str | None, profile: Profile
) -> None:
    """Of which form it is said; None: of all. Raises `Gone` as `edit` does."""
    async with db.transaction() as tx:
        one = await _on_the_board(tx, actor, entry_id)
        programme = await tx.get(Programme, one.programme_id)
        if form is not None and (form not in programme.forms or profile.form(form) is None):
            raise Gone
        one.form = form


async def merge(db: Database, actor: Actor, *, entry_id: UUID, other_id: UUID) -> None:
    """The other one says the same. Raises `Gone` when one of them is not on the board any more."""
    async with db.transaction() as tx:
        one, other = await _mine(tx, actor, entry_id), await _mine(tx, actor, other_id)
        one.merge(other)


async def take_out(db: Database, actor: Actor, *, entry_id: UUID) -> None:
    async with db.transaction() as tx:
        (await _mine(tx, actor, entry_id)).take_out(tx.now)


async def put_back(db: Database, actor: Actor, *, entry_id: UUID) -> None:
    async with db.transaction() as tx:
        (await _mine(tx, actor, entry_id)).put_back()


async def likely_same(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    side: Side,
    profile: Profile,
    apart: Collection[frozenset[UUID]] = (),
) -> tuple[SwotLine, SwotLine] | None:
    """Two entries that likely say the same, the one to keep first; compared beside the loop."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ASSESS, programme)
        entries = [
            one
            for one in await tx.indicators.board(programme_id)
            if one.shown and one.side is side
        ][:MOST_COMPARED]

    def compare() -> tuple[SwotEntry, SwotEntry] | None:
        return alike(entries, lemmas([one.words for one in entries], profile.idle_words), apart)

    found = await asyncio.to_thread(compare) if len(entries) > 1 else None
    titles = {form.key: form.title for form in profile.forms}
    return (_line(found[0], titles), _line(found[1], titles)) if found else None


async def _mine(tx: Transaction, actor: Actor, entry_id: UUID) -> SwotEntry:
    one = await tx.get(SwotEntry, entry_id)
    actor.must(May.ASSESS, one)
    return one


async def _on_the_board(tx: Transaction, actor: Actor, entry_id: UUID) -> SwotEntry:
    one = await _mine(tx, actor, entry_id)
    if not one.shown:
        raise Gone
    return one


def _line(one: SwotEntry, titles: Mapping[str, Words]) -> SwotLine:
    return SwotLine(one.id, one.side, one.words, one.said, titles.get(one.form or ""))


async def _uncollected(
    tx: Transaction, programme_id: UUID, entries: Sequence[SwotEntry], profile: Profile
) -> list[tuple[Wave, SwotSource]]:
    sources = {one.questionnaire: one for one in profile.swot}
    collected = {one.wave_id for one in entries}
    found = []
    for wave in await tx.waves.of_programme(programme_id):
        if wave.state is WaveState.CLOSED and wave.id not in collected:
            asked = await tx.surveys.version(wave.questionnaire_id)
            if asked.key in sources:
                found.append((wave, sources[asked.key]))
    return found


def _heard(
    rows: Iterator[AnswerRow], wave: Wave, source: SwotSource, profile: Profile
) -> Iterator[Heard]:
    for row in rows:
        form = row.group.get("form")
        roles = [Role(row.group["role"])] if "role" in row.group else list(wave.asked.roles)
        forms = [form] if form else list(wave.asked.forms)
        pupil = _may_be_a_pupil(roles, forms, profile)
        for key, side in source.items.items():
            words = row.answers.get(key)
            if isinstance(words, str) and words.strip():
                yield Heard(side, " ".join(words.split()), form, pupil)


def _may_be_a_pupil(roles: Collection[Role], forms: Collection[str], profile: Profile) -> bool:
    """Unless roles and forms say that it was an adult: who may be a child is taken for one."""
    known = [form for form in profile.forms if form.key in forms] or list(profile.forms)
    if Role.MENTEE in roles and any(form.mentee_kinds != {"teacher"} for form in known):
        return True
    return Role.MENTOR in roles and any("learner" in form.mentor_kinds for form in known)
