"""What a curator writes into the report: problems, plans, and cases of pairs that agree to it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.hidden_words import stems_of, without_names
from bot.domain.pairs import AGREED, Pair, PairState
from bot.domain.programme_reports import Case
from bot.domain.programmes import Organisation, Programme
from bot.domain.report_texts import ReportText, Section, tidy_text
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring.purposes import agreed

PURPOSE = "dissemination"
_TOLD_OF = AGREED | {PairState.COMPLETED}


@dataclass(frozen=True)
class Written:
    """What there is so far; `silent`: cases that are not shown, for want of a consent today."""

    problems: str
    plans: str
    written_on: dict[Section, date]
    cases: tuple[Case, ...]
    silent: int
    today: date


async def written(db: Database, actor: Actor, *, programme_id: UUID) -> Written:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.MAKE_DOCUMENTS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        texts = await tx.reports.texts(programme_id)
        told = await agreed_pairs(tx, programme)
        by_section = {one.section: one for one in texts if one.section is not Section.CASE}
        cases = {one.pair_id: one.words for one in texts if one.section is Section.CASE}
        return Written(
            problems=by_section[Section.PROBLEMS].words if Section.PROBLEMS in by_section else "",
            plans=by_section[Section.PLANS].words if Section.PLANS in by_section else "",
            written_on={
                section: moments.local(one.written_at, house.timezone).date()
                for section, one in by_section.items()
            },
            cases=tuple(
                Case(one.pair_id, one.mentee, one.mentor, one.form, cases.get(one.pair_id, ""))
                for one in told.values()
            ),
            silent=sum(id_ not in told for id_ in cases),
            today=moments.local(tx.now, house.timezone).date(),
        )


async def write(
    db: Database, actor: Actor, *, programme_id: UUID, section: Section, words: str
) -> None:
    """Problems or plans, instead of what stood there; names of participants are hidden.

    Raises `AnswerEmpty`, `AnswerTooLong`.
    """
    if section is Section.CASE:
        raise Gone
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ASSESS, programme)
        names = await tx.reports.names(programme_id)
        text = without_names(tidy_text(words), stems_of(names.values()))
        await _put(tx, actor, programme, section, text)


async def write_case(
    db: Database, actor: Actor, *, pair_id: UUID, words: str
) -> None:
    """About a pair whose two people agree to publication; nobody else is named in it.

    Raises `AnswerEmpty`, `AnswerTooLong`; `Gone` where somebody does not agree.
    """
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.ASSESS, pair)
        programme = await tx.get(Programme, pair.programme_id)
        if pair.id not in await agreed_pairs(tx, programme):
            raise Gone
        names = await tx.reports.names(programme.id)
        others = [name for id_, name in names.items() if id_ not in pair.parties]
        text = without_names(tidy_text(words), stems_of(_without_own(others, pair, names)))
        await _put(tx, actor, programme, Section.CASE, text, pair)


async def erase(
    db: Database, actor: Actor, *, programme_id: UUID, section: Section,
    pair_id: UUID | None = None,
) -> None:  # fmt: skip
    """The section is empty again; what is empty stays so."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ASSESS, programme)
        found = await tx.reports.text(programme_id, section, pair_id)
        if found is not None:
            await tx.reports.forget(found)


async def agreed_pairs(tx: Transaction, programme: Programme) -> dict[UUID, Case]:
    """Pairs at work or well ended, both of whom agree to publication today; by their names."""
    pairs = [
        one
        for one in await tx.pairs.of_programme(programme.id, _TOLD_OF)
        if one.active_since is not None
    ]
    people = {id_ for pair in pairs for id_ in pair.parties}
    yes = await agreed(tx, PURPOSE, programme.organisation_id, people)
    names = await tx.people.names(yes)
    told = [pair for pair in pairs if pair.parties <= set(names)]
    told.sort(key=lambda pair: (names[pair.mentee_id], names[pair.mentor_id], pair.id))
    return {
        pair.id: Case(pair.id, names[pair.mentee_id], names[pair.mentor_id], pair.form, "")
        for pair in told
    }


async def _put(
    tx: Transaction,
    actor: Actor,
    programme: Programme,
    section: Section,
    words: str,
    pair: Pair | None = None,
) -> None:
    await tx.programmes.lock(programme.id)  # two who write at once write one section
    known = await tx.reports.text(programme.id, section, pair.id if pair else None)
    if known is not None:
        known.rewrite(words, by=actor.person_id, now=tx.now)
        return
    tx.add(
        ReportText(
            organisation_id=programme.organisation_id,
            programme_id=programme.id,
            section=section,
            words=words,
            written_by=actor.person_id,
            written_at=tx.now,
            pair_id=pair.id if pair else None,
            mentee_id=pair.mentee_id if pair else None,
            mentor_id=pair.mentor_id if pair else None,
        )
    )


def _without_own(others: list[str], pair: Pair, names: dict[UUID, str]) -> list[str]:
    """Names of others, but for parts that one of the two is called by as well."""
    own = {part for id_ in pair.parties for part in names.get(id_, "").lower().split()}
    return [
        " ".join(part for part in name.split() if part.lower() not in own) for name in others
    ]
