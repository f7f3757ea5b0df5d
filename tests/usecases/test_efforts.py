"""Thanks for effort: by receipts, not plans; a name only of who wishes it and may be named."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.efforts import EffortOf
from bot.domain.errors import Gone, InArchive, NotAllowed
from bot.domain.meetings import Meeting, MeetingKind, Receipt
from bot.domain.pairs import Pair
from bot.domain.papers import PaperKind
from bot.domain.participations import Participation
from bot.domain.spoken import Listed
from bot.domain.training import Certificate
from bot.usecases.consents import consents, erasure, privacy
from bot.usecases.documents import boards, papers, thanking
from bot.usecases.documents.thanking import Thanking
from bot.usecases.pairs import meetings
from bot.usecases.programme import archives
from tests.grouping import group
from tests.parting import confirmed, parts, says_how_it_went
from tests.village import MESSENGER, Curator, Member, Village

NEEDED = 8  # meetings, in the profile
MEETINGS, TRAINING = EffortOf.MEETINGS, EffortOf.TRAINING


async def meets(
    village: Village, mentee: Member, mentor: Member, pair_id: UUID, times: int
) -> None:
    """Held on the days before, as the mentor has said."""
    async with village.db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        tx.add_all(
            Meeting.log(
                organisation_id=pair.organisation_id,
                programme_id=pair.programme_id,
                pair_id=pair.id,
                mentor_id=mentor.person_id,
                mentee_id=mentee.person_id,
                logged_by=mentor.person_id,
                at=village.began - timedelta(days=ago),
                place="online",
                kind=MeetingKind.REGULAR,
                now=tx.now,
            )
            for ago in range(1, times + 1)
        )


async def trains(village: Village, who: Member) -> None:
    """The training is behind them: going through it takes a second."""
    async with village.db.transaction() as tx:
        one = await tx.get(Participation, who.participation_id)
        tx.add(
            Certificate(
                organisation_id=one.organisation_id,
                programme_id=one.programme_id,
                participation_id=one.id,
                person_id=one.person_id,
                number=f"2030-{who.account}",
                issued_at=tx.now,
                modules=["basics"],
                minutes=15,
            )
        )


async def mine(village: Village, who: Member) -> boards.MyEfforts:
    return await boards.mine(
        village.db, await village.actor(who), participation_id=who.participation_id,
        profile=village.profile,
    )  # fmt: skip


async def asked(village: Village, who: Member) -> list[UUID]:
    found = await boards.waiting(
        village.db, await village.actor(who), profile=village.profile
    )
    return [one.participation_id for one in found]


async def sees(village: Village, who: Member) -> None:
    await boards.see(
        village.db, await village.actor(who), participation_id=who.participation_id,
        profile=village.profile,
    )  # fmt: skip


async def wishes(village: Village, who: Member, *, shown: bool = True) -> None:
    await boards.choose(
        village.db, await village.actor(who), participation_id=who.participation_id, shown=shown
    )


async def board(village: Village, who: Member) -> dict[EffortOf, tuple[str, ...]]:
    _, found = await boards.board(
        village.db, await village.actor(who), participation_id=who.participation_id,
        profile=village.profile,
    )  # fmt: skip
    return dict(found.sections)


async def overview(village: Village, anna: Curator) -> Thanking:
    return await thanking.overview(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        profile=village.profile,
    )  # fmt: skip


async def send(village: Village, anna: Curator) -> int:
    return await thanking.send(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        profile=village.profile,
    )  # fmt: skip


async def publishes(village: Village, anna: Curator, account: int, whose: UUID, kind: str) -> None:
    await consents.answer(
        village.db, await village.actor(account), person_id=whose,
        organisation_id=anna.organisation_id, kind=kind, agrees=True, channel=MESSENGER,
        profile=village.profile,
    )  # fmt: skip


async def test_a_rule_is_met_by_what_took_place_and_asked_about_once(
    sqlite_village: Village,
) -> None:
    village = sqlite_village
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов", answers={"capacity": "3"})
    zoya = await village.joins(anna, Role.MENTOR, name="Зоя Ким")
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    pair_id = await village.pair(anna, dima, igor)
    await meets(village, dima, igor, pair_id, NEEDED - 1)
    meeting_id = await village.meets(
        dima, igor, pair_id, village.wall() + timedelta(hours=2)
    )
    assert (await mine(village, igor)).reached == (), "a plan is not a meeting"
    assert await asked(village, igor) == []
    with pytest.raises(Gone):
        await boards.letter(
            village.db, await village.actor(igor), participation_id=igor.participation_id
        )
    village.later(hours=26)
    for receipt, reached in ((Receipt.NOT_HELD, ()), (Receipt.HELD, (MEETINGS,))):
        await meetings.confirm(
            village.db, await village.actor(igor), meeting_id=meeting_id, receipt=receipt
        )
        assert (await mine(village, igor)).reached == reached
    assert await asked(village, igor) == [igor.participation_id]
    await sees(village, igor)
    await sees(village, igor)
    assert await asked(village, igor) == [], "once"
    assert await board(village, dima) == {}, "who has not chosen is not shown"
    await wishes(village, igor)
    assert await board(village, zoya) == {MEETINGS: ("Игорь Сафонов",)}
    # a mentee's effort is told to the mentee alone
    assert (await mine(village, dima)).reached == (MEETINGS,)
    assert not (await mine(village, dima)).may_choose
    assert await asked(village, dima) == []
    with pytest.raises(Gone):
        await wishes(village, dima)
    await trains(village, zoya)
    await wishes(village, zoya)
    assert (await board(village, dima))[TRAINING] == ("Зоя Ким",)
    # the team sees whom there is to thank, whoever stands on the board
    found = await overview(village, anna)
    assert [(one.who.name, one.efforts) for one in found.people] == [
        ("Дима Орлов", (MEETINGS,)), ("Зоя Ким", (TRAINING,)), ("Игорь Сафонов", (MEETINGS,)),
    ]  # fmt: skip
    assert (await overview(village, anna)).on_sheet.empty, "no consent to publication"
    await publishes(village, anna, igor.account, igor.person_id, "dissemination-adult")
    on_paper = (await overview(village, anna)).on_sheet
    assert on_paper.sections == ((MEETINGS, ("Игорь Сафонов",)),)
    assert on_paper.held_back == 1
    await wishes(village, igor, shown=False)
    assert (await board(village, dima)) == {TRAINING: ("Зоя Ким",)}
    assert await asked(village, igor) == [], "and is not asked again"
    trained = await papers.facts(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        kind=PaperKind.CERTIFICATE_TRAINED, profile=village.profile,
    )  # fmt: skip
    assert [one.name for one in trained.trained] == ["Зоя Ким"]
    assert trained.copies(PaperKind.CERTIFICATE_TRAINED) == 1


async def test_an_hour_with_a_whole_group_is_one_meeting(sqlite_village: Village) -> None:
    village = sqlite_village
    anna = await village.curator()
    igor, mentees, pair_ids = await group(village, anna, size=2)
    for mentee, pair_id in zip(mentees, pair_ids, strict=True):
        await meets(village, mentee, igor, pair_id, 5)
    async with village.db.reading() as tx:
        done = await tx.efforts.done(anna.programme_id, Role.MENTOR)
        assert done[igor.person_id] == {MEETINGS: 5}
        done = await tx.efforts.done(anna.programme_id, Role.MENTEE)
        assert [done[one.person_id] for one in mentees] == [{MEETINGS: 5}] * 2


async def test_answers_and_a_good_end_count_and_an_application_does_not(
    sqlite_village: Village,
) -> None:
    village = sqlite_village
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    pair_id = await village.pair(anna, dima, igor)
    await confirmed(village, pair_id)
    await parts(village, anna, pair_id, days=1)
    await says_how_it_went(village, dima, pair_id)
    async with village.db.transaction() as tx:
        (await tx.get(Pair, pair_id)).complete(tx.now)
    async with village.db.reading() as tx:
        done = await tx.efforts.done(anna.programme_id, Role.MENTEE)
        assert done[dima.person_id] == {EffortOf.ANSWERS: 1, EffortOf.FINISHED: 1}
        done = await tx.efforts.done(anna.programme_id, Role.MENTOR)
        assert done == {igor.person_id: {EffortOf.FINISHED: 1}}
        assert await tx.efforts.done(anna.programme_id, Role.MENTOR, dima.person_id) == {}
    ended = await papers.facts(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        kind=PaperKind.CERTIFICATE_MENTEE, profile=village.profile,
    )  # fmt: skip
    assert [(one.name, one.meetings) for one in ended.finished] == [("Дима Орлов", 0)]


async def test_a_minor_is_named_only_with_the_guardians_consent(sqlite_village: Village) -> None:
    village = sqlite_village
    anna = await village.curator()
    lena = await village.minor(anna, Role.MENTOR)
    mother = await village.guardian(lena)
    await village.approves(anna, lena)
    dima = await village.joins(anna, Role.MENTEE)
    await trains(village, lena)
    await wishes(village, lena)
    assert not (await mine(village, lena)).allowed
    assert await board(village, dima) == {}
    await publishes(village, anna, mother, lena.person_id, "dissemination-guardian")
    assert (await mine(village, lena)).allowed
    assert await board(village, dima) == {TRAINING: ("Лена Кузнецова",)}


async def test_everybody_is_thanked_once_for_each_thing(village: Village) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    pair_id = await village.pair(anna, dima, igor)
    await meets(village, dima, igor, pair_id, NEEDED)
    assert await send(village, anna) == 2
    assert await send(village, anna) == 0, "a second press thanks nobody twice"
    assert (await mine(village, dima)).thanked
    planned = await village.notices("effort-thanks")
    assert {one.to for one in planned} == {igor.person_id, dima.person_id}
    for letter in await village.letters("effort-thanks"):
        title = village.profile.efforts[0].title
        assert letter.args["efforts"] == Listed((title,)), "of oneself alone"
    village.later(days=1)
    await trains(village, igor)
    due = (await overview(village, anna)).due
    assert [(one.who.name, new) for one, new in due.letters] == [("Игорь Сафонов", (TRAINING,))]
    assert await send(village, anna) == 1
    facts = await boards.letter(
        village.db, await village.actor(igor), participation_id=igor.participation_id
    )
    assert (facts.name, facts.efforts) == ("Игорь Сафонов", (MEETINGS, TRAINING))
    async with village.db.transaction() as tx:
        contacts = await tx.people.contacts_of({igor.person_id})
        contacts[igor.person_id].reachable = False
    found = (await overview(village, anna)).due
    assert [one.who.name for one in found.on_paper] == ["Игорь Сафонов"]
    await archives.archive(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    )
    with pytest.raises(InArchive):
        await send(village, anna)
    assert (await overview(village, anna)).may_send is False


async def test_a_name_goes_with_who_leaves_or_is_deleted(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    zoya = await village.joins(anna, Role.MENTOR, name="Зоя Ким")
    for one in (igor, zoya):
        await trains(village, one)
        await wishes(village, one)
    await send(village, anna)
    assert await board(village, dima) == {TRAINING: ("Зоя Ким", "Игорь Сафонов")}
    await privacy.withdraw(
        village.db, await village.actor(igor), organisation_id=anna.organisation_id
    )
    await erasure.erase(village.db, await village.actor(zoya))
    assert await board(village, dima) == {}
    assert (await overview(village, anna)).people == ()
    async with village.db.reading() as tx:
        store = tx.efforts
        assert await store.shown(anna.programme_id) == set()
        assert {id_ for id_, _ in await store.thanked(anna.programme_id)} == {
            igor.participation_id
        }


async def test_nobody_else_looks_or_chooses(sqlite_village: Village) -> None:
    village = sqlite_village
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR)
    zoya = await village.joins(anna, Role.MENTOR)
    waits = await village.applies(anna, Role.MENTOR)
    for whose in (igor, waits):
        with pytest.raises((NotAllowed, Gone)):
            await boards.choose(
                village.db, await village.actor(zoya), participation_id=whose.participation_id,
                shown=True,
            )  # fmt: skip
    with pytest.raises(Gone):
        await mine(village, waits)
    with pytest.raises(NotAllowed):
        await send(village, Curator(igor.account, "", anna.organisation_id, anna.programme_id))
