"""Answers as files: what would be in one, who asked for one, and the rows themselves.

A file is written down before it is made. Answers to a questionnaire that needs a consent of its own
are for the psychologist: of them nobody gets rows.
"""

import asyncio
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.answer_tables import AnswerPages
from bot.domain.consents import required
from bot.domain.exports import Export, ExportKind, ResearchKey
from bot.domain.people import AgeBand
from bot.domain.programmes import Programme
from bot.domain.pseudonyms import pseudonym
from bot.domain.research_sets import thinned
from bot.domain.result_errors import RowsInConfidence, TooFewAnswers
from bot.domain.small_cells import LEAST
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring.results import Head, dated, seen

LAST = 3
PAGE = 250  # rows


@dataclass(frozen=True)
class Asked:
    """An export made before: by whom, when, which."""

    name: str | None
    day: date
    kind: ExportKind


@dataclass(frozen=True)
class Offer:
    """What a file would hold."""

    head: Head
    people: int
    left_out: int  # for research: whose consent does not cover it
    before: tuple[Asked, ...]
    today: date


async def offer(db: Database, actor: Actor, *, wave_id: UUID, kind: ExportKind) -> Offer:
    """Raises `RowsInConfidence`, `TooFewAnswers`."""
    async with db.reading() as tx:
        head, pages, left_out = await _rows(tx, actor, wave_id, kind, "")
        made = await tx.exports.of_wave(wave_id, limit=LAST)
        return Offer(
            head=head,
            people=pages.people,
            left_out=left_out,
            before=tuple(
                Asked(name, moments.local(one.at, head.zone).date(), one.kind)
                for one, name in made
            ),
            today=moments.local(tx.now, head.zone).date(),
        )


async def take(
    db: Database, actor: Actor, *, wave_id: UUID, kind: ExportKind
) -> tuple[Head, AnswerPages]:
    """The rows of a file; that they were taken is written down with it."""
    purpose = str(wave_id)
    if kind is ExportKind.RESEARCH:
        async with db.transaction(effect=False) as tx:
            known = await seen(tx, actor, wave_id)
            purpose = (await _key(tx, known.programme_id)).secret
    async with db.reading() as tx:
        head, pages, _ = await _rows(tx, actor, wave_id, kind, purpose)
    async with db.transaction() as tx:
        programme = await tx.get(Programme, head.programme_id)
        actor.must(May.RUN_WAVES, programme)
        tx.add(
            Export(
                organisation_id=programme.organisation_id,
                programme_id=head.programme_id,
                wave_id=wave_id,
                kind=kind,
                by=actor.person_id,
                at=tx.now,
                people=pages.people,
            )
        )
    return head, pages


async def _key(tx: Transaction, programme_id: UUID) -> ResearchKey:
    await tx.programmes.lock(programme_id)  # two at once make one key
    known = await tx.exports.key_of(programme_id)
    if known is None:
        programme = await tx.get(Programme, programme_id)
        known = ResearchKey(organisation_id=programme.organisation_id, programme_id=programme_id)
        tx.add(known)
        await tx.flush()
    return known


async def _rows(
    tx: Transaction, actor: Actor, wave_id: UUID, kind: ExportKind, purpose: str
) -> tuple[Head, AnswerPages, int]:
    """The last: how many who answered are left out."""
    head = await seen(tx, actor, wave_id)
    if head.questionnaire.consent is not None:
        raise RowsInConfidence
    pages = whole = await dated(tx, head, purpose=purpose)
    if kind is ExportKind.RESEARCH and not head.anonymous:
        pages = await _covered(tx, head, whole, purpose)
    if pages.people < LEAST:
        raise TooFewAnswers
    return head, pages, whole.people - pages.people


async def _covered(
    tx: Transaction, head: Head, whole: AnswerPages, purpose: str
) -> AnswerPages:
    """Those all of whose consents are in force today; less a few, see `thinned`."""
    programme = await tx.get(Programme, head.programme_id)
    asked = await tx.exports.asked(head.wave_id)
    given = await tx.consents.in_force([person_id for person_id, _ in asked])
    covered = set()
    for person_id, band in asked:
        kinds = {kind for kind, _ in given.get((person_id, programme.organisation_id), ())}
        if _agreed(band, kinds):
            covered.add(pseudonym(person_id, purpose))
    return await asyncio.to_thread(_thinned, whole, covered)


def _thinned(whole: AnswerPages, covered: set[str]) -> AnswerPages:
    table = whole.table()
    kept = thinned(table, [n for n, id_ in enumerate(table.ids) if id_ in covered])
    pages = AnswerPages(whole.questionnaire, whole.taken_at)
    for begin in range(0, len(kept), PAGE):
        pages.add(kept.only(range(begin, min(begin + PAGE, len(kept)))))
    return pages


def _agreed(band: AgeBand | None, kinds: set[str]) -> bool:
    return band is not None and kinds.issuperset(required(band))
