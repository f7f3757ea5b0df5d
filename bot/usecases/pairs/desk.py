"""What waits for the curator at one pair, and what can be done there now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.pair_words import About, PairWord, differences
from bot.domain.pairs import AGREED, MEETING, Pair, PairState
from bot.domain.programmes import Organisation
from bot.storage.database import Database


@dataclass(frozen=True)
class Expected:
    """What one of them said to a question of the handshake; None: nothing."""

    name: str
    value: str | None
    guardian: bool = False


@dataclass(frozen=True)
class PairDesk:
    pair_id: UUID
    mentee: str
    mentor: str
    mentee_participation_id: UUID
    programme_id: UUID
    state: PairState
    to_settle: bool
    # (question, who said what: the mentee, the mentor, guardians), where they differ
    differences: tuple[tuple[str, tuple[Expected, ...]], ...]
    waits: tuple[tuple[str, PairWord], ...]  # (who, what), the oldest first
    trial: tuple[tuple[str, bool | None], ...]  # who, and whether all was well; None: silent
    ratings: tuple[tuple[str, tuple[str, ...]], ...]  # who, and 1 to 10 as time went by
    group: tuple[tuple[str, ...], int] | None  # its mentors, and how many mentees it has
    paused_until: datetime | None
    zone: str
    today: date
    now: datetime
    decides: bool

    @property
    def may_start(self) -> bool:
        return self.decides and self.to_settle

    @property
    def may_go_on(self) -> bool:
        return self.decides and self.state is PairState.TRIAL

    @property
    def may_pause(self) -> bool:
        return self.decides and self.state in MEETING

    @property
    def may_resume(self) -> bool:
        return self.decides and self.paused_until is not None

    @property
    def may_change(self) -> bool:
        return self.decides and self.state in AGREED

    @property
    def may_settle(self) -> bool:
        return self.decides and any(word.about is not About.TRIAL for _, word in self.waits)


async def view(db: Database, actor: Actor, *, pair_id: UUID) -> PairDesk:
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.SEE_PAIRS, pair)
        decides = actor.may(May.PROPOSE_PAIRS, pair)
        words = await tx.pairs.words([pair.id]) if decides else []
        group = await tx.pairs.of_group(pair.group_id) if pair.group_id else ()
        names = await tx.people.names(
            {
                *pair.parties,
                *(word.person_id for word in words),
                *(one.mentor_id for one in group),
            }
        )
        house = await tx.get(Organisation, pair.organisation_id)
        expected = {w.person_id: w.said for w in words if w.about is About.EXPECTS}
        trial = {w.person_id: not w.doubts for w in words if w.about is About.TRIAL}
        sides = (pair.mentee_id, pair.mentor_id)
        return PairDesk(
            pair_id=pair.id,
            mentee=names[pair.mentee_id],
            mentor=names[pair.mentor_id],
            mentee_participation_id=pair.mentee_participation_id,
            programme_id=pair.programme_id,
            state=pair.state,
            to_settle=pair.to_settle and pair.state in AGREED,
            differences=tuple(
                (
                    key,
                    tuple(
                        Expected(names[one], expected.get(one, {}).get(key), one not in sides)
                        for one in dict.fromkeys((*sides, *expected))
                        if one in sides or key in expected[one]
                    ),
                )
                for key in differences(words)
            ),
            waits=tuple((names[word.person_id], word) for word in words if word.waits),
            trial=tuple((names[one], trial.get(one)) for one in sides)
            if pair.asked_of_trial
            else (),
            group=(
                tuple(sorted({names[one.mentor_id] for one in group})),
                len({one.mentee_id for one in group}),
            )
            if group
            else None,
            ratings=tuple((names[one], rated) for one in sides if (rated := _rated(words, one))),
            paused_until=pair.paused_until if pair.state is PairState.PAUSED else None,
            zone=house.timezone,
            today=moments.local(tx.now, house.timezone).date(),
            now=tx.now,
            decides=decides,
        )


def _rated(words: Sequence[PairWord], person_id: UUID) -> tuple[str, ...]:
    return tuple(
        str(word.rated.value)
        for word in words
        if word.rated is not None and word.person_id == person_id
    )
