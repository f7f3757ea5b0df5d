"""Letters beside a proposal: to the guardian, to who waits on, and about the next best."""

from collections.abc import Sequence
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Role
from bot.domain.notices import Notice
from bot.domain.pairs import OPEN, PairState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.spoken import Day, When
from bot.usecases.letters.base import Desk, Letter, Letters, Press


async def to_guardian(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """A mentor was found for the child, or somebody whom the child may help."""
    tx = desk.tx
    pairs = await tx.pairs.many({n.subject for n in notices})
    wards = {
        (one.guardian_id, one.ward_id)
        for one in await tx.consents.guardians({i for p in pairs.values() for i in p.parties})
    }
    names = await tx.people.names({ward_id for _, ward_id in wards})
    zones = await tx.programmes.zones({pair.organisation_id for pair in pairs.values()})
    letters = {}
    for notice in notices:
        pair = pairs.get(notice.subject)
        if pair is None or pair.state is not PairState.PROPOSED:
            continue
        ward = next((id_ for id_ in sorted(pair.parties) if (notice.to, id_) in wards), None)
        if ward is None:
            continue
        letters[notice.id] = Letter(
            f"letter-ward-proposed-{pair.side(ward)}",
            {
                "ward": names[ward],
                "until": When(pair.expires_at, zones[pair.organisation_id], tx.now),
            },
            buttons=((Press("button-ward-proposal", "open-ward-proposal", pair.id),),),
        )
    return letters


async def round_waits(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To who was not matched: honestly, with the day of the next round and what would help."""
    waiting = await _waiting(desk, notices)
    zones = await desk.tx.programmes.zones({one.organisation_id for one in waiting.values()})
    letters = {}
    for notice in notices:
        one = waiting.get(notice.subject)
        if one is None or one.round_told is None:
            continue
        today = moments.local(desk.tx.now, zones[one.organisation_id]).date()
        letters[notice.id] = Letter(
            f"letter-round-waits-{one.role}",
            {"day": Day(one.round_told, today)},
            buttons=((Press("button-correct-form", "correct-form", one.id),),),
        )
    return letters


async def next_best(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: somebody waits again after a "no" or a silence."""
    waiting = await _waiting(desk, notices)
    names = await desk.tx.people.names({one.person_id for one in waiting.values()})
    letters = {}
    for notice in notices:
        one = waiting.get(notice.subject)
        if one is None or one.role is not Role.MENTEE:
            continue
        letters[notice.id] = Letter(
            "letter-next-best",
            {"name": names[one.person_id]},
            buttons=((Press("button-next-best", "open-suggestion", one.id),),),
        )
    return letters


async def _waiting(desk: Desk, notices: Sequence[Notice]) -> dict[UUID, Participation]:
    """Those of them who are approved and in no open pair, by participation."""
    found = await desk.tx.participations.many({n.subject for n in notices})
    people = {one.person_id for one in found.values()}
    pairs = await desk.tx.pairs.at_work(OPEN, person_ids=people)
    taken = {id_ for pair in pairs for id_ in pair.participations}
    return {
        id_: one
        for id_, one in found.items()
        if one.state is ParticipationState.APPROVED and id_ not in taken
    }
