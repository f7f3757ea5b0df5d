"""What waits beside the pairs stands in the digest of whoever cares for the people it is about."""

from datetime import timedelta

import pytest

from bot.domain.access import Role
from bot.domain.checks import DocumentRemindedLately
from bot.domain.errors import Gone, NotAllowed
from bot.domain.moments import local
from bot.domain.tickets import TicketState
from bot.usecases.applications import applications, ending
from bot.usecases.desk import tasks, tickets
from bot.usecases.monitoring import digests
from bot.usecases.monitoring.digests import Digest
from tests.usecases.test_caseloads import Two
from tests.usecases.test_digest_choices import seen
from tests.usecases.test_digest_marks import digest
from tests.village import ZONE, Curator, Member, Village


@pytest.fixture
async def two(sqlite_village: Village) -> Two:
    return await Two(sqlite_village, await sqlite_village.curator()).begins()


async def asks(village: Village, who: Member, words: str = "Когда?") -> None:
    await tickets.ask(
        village.db, await village.actor(who), participation_id=who.participation_id, words=words
    )


async def listed(village: Village, two: Two, who: int | Curator | Member) -> list[str]:
    found = await tickets.listed(
        village.db, await village.actor(who), programme_id=two.anna.programme_id
    )
    assert found.counts.get(TicketState.NEW, 0) == len(found.lines)
    return [one.name for one in found.lines]


async def test_a_question_waits_in_the_digest_of_who_cares_for_the_pair(two: Two) -> None:
    village, dima, katya = two.village, two.people["Дима"], two.people["Катя"]
    await asks(village, dima)
    village.later(days=3)
    await asks(village, katya)
    await asks(village, katya, "И где?")
    both = (await two.digest(two.anna)).waits
    assert (both.questions, both.days) == (3, 3)
    await two.entrusts(two.pairs[1], two.olga)
    for who, waits in ((two.anna, (1, 3)), (two.olga, (3, 3))):
        told = (await two.digest(who)).waits
        assert (told.questions, told.days) == waits
    await two.restricts()
    hers = await two.digest(two.olga)
    assert (hers.waits.questions, hers.waits.days, hers.needs_somebody) == (2, 0, True)
    assert await listed(village, two, two.olga) == ["Катя", "Катя"], "and the list behind it too"
    assert sorted(await listed(village, two, two.anna)) == ["Дима", "Катя", "Катя"]
    with pytest.raises(NotAllowed):
        await listed(village, two, dima)


async def test_own_tasks_that_are_due_are_counted(two: Two) -> None:
    village, anna = two.village, two.anna
    today = local(village.wall(), ZONE).date()
    for days in (0, 1, 5):
        await tasks.add(
            village.db, await village.actor(anna), programme_id=anna.programme_id, words="x",
            due_on=today + timedelta(days=days),
        )  # fmt: skip
    village.later(days=1)
    assert (await two.digest(anna)).waits.tasks == 2
    assert (await two.digest(two.olga)).waits.tasks == 0, "hers are her own"


async def a_document(village: Village, days: int) -> tuple[Curator, Member]:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR, name="Игорь")
    await village.selects(anna, igor, days=days)
    await applications.approve(
        village.db, await village.actor(anna), participation_id=igor.participation_id,
        profile=village.profile,
    )  # fmt: skip
    return anna, igor


async def reminds(village: Village, anna: Curator, igor: Member) -> None:
    await ending.remind(
        village.db, await village.actor(anna), participation_id=igor.participation_id,
        profile=village.profile,
    )  # fmt: skip


async def test_a_document_stands_in_the_digest_until_a_new_one_was_seen(village: Village) -> None:
    anna, igor = await a_document(village, 20)
    await village.checks(anna, igor, days=20)  # again: nothing is renewed by that
    assert (await seen(village, anna)).waits.documents == ()
    village.later(days=6)
    (told,) = (await seen(village, anna)).waits.documents
    assert (told.name, told.kind, told.left, told.reminded_on) == (
        "Игорь", "no-criminal-record", 14, None,
    )  # fmt: skip
    assert (await seen(village, anna)).needs_somebody
    for _ in range(2):  # a second press
        await reminds(village, anna, igor)
    [notice] = await village.notices("check-expiring", to=igor.person_id)
    [letter] = await village.letters("check-expiring", to=igor.person_id)
    assert (letter.key, letter.args["left"]) == ("letter-check-expiring-mentor", 14)
    (told,) = (await seen(village, anna)).waits.documents
    assert told.reminded_on == local(notice.due_at, ZONE).date()
    village.later(hours=5)
    with pytest.raises(DocumentRemindedLately):
        await reminds(village, anna, igor)
    village.later(days=4)
    await reminds(village, anna, igor)
    await village.checks(anna, igor, days=200)
    after: Digest = await digest(village, anna)
    assert after.waits.documents == ()
    assert [(one.name, one.until) for one in after.waits.renewed] == [
        ("Игорь", local(village.wall(), ZONE).date() + timedelta(days=200))
    ]
    with pytest.raises(Gone):
        await reminds(village, anna, igor)
    with pytest.raises(NotAllowed):
        await reminds(village, await village.curator("Лицей", "Рост"), igor)


async def test_a_document_is_told_to_who_cares_for_the_mentor(two: Two) -> None:
    village, marina = two.village, two.people["Марина"]
    await two.entrusts(two.pairs[1], two.olga)
    await two.restricts()
    await village.checks(two.anna, two.people["Игорь"], days=5, number="77777777")
    async with village.db.reading() as tx:
        (check,) = [
            one for one in (await tx.selection.checks_of([marina.person_id]))[marina.person_id]
            if one.expires_on
        ]  # fmt: skip
    assert check.expires_on is not None
    village.later(days=(check.expires_on - local(village.wall(), ZONE).date()).days)
    (told,) = (await two.digest(two.olga)).waits.documents
    assert (told.name, told.left) == ("Марина", 0)
    assert "Марина" not in [one.name for one in (await two.digest(two.anna)).waits.documents]


async def test_what_was_done_long_ago_is_not_told_again(two: Two) -> None:
    """A message that the messenger shows no more has no date: a week of it is enough."""
    village, long_ago = two.village, two.village.wall() - timedelta(days=10_000)
    village.later(days=1)
    await village.checks(two.anna, two.people["Игорь"], days=900, number="77777777")

    async def told() -> int:
        found = await digests.digest(
            village.db, await village.actor(two.anna), programme_id=two.anna.programme_id,
            profile=village.profile, since=long_ago,
        )  # fmt: skip
        return len(found.waits.renewed)

    assert await told() == 1
    village.later(days=8)
    assert await told() == 0
