"""Mentors who learn, for tests: module by module, with right answers or wrong ones."""

from collections.abc import Collection

from bot.domain.training import View
from bot.usecases.training import courses as training_courses
from bot.usecases.training import training
from bot.usecases.training.courses import Course
from bot.usecases.training.training import Screen
from tests.village import Member, Village


async def begins(village: Village, who: Member, module: str) -> Screen:
    return await training.begin(
        village.db,
        await village.actor(who),
        participation_id=who.participation_id,
        module=module,
        profile=village.profile,
    )


async def goes(village: Village, who: Member, seen: Screen, place: int) -> Screen:
    return await training.go(
        village.db,
        await village.actor(who),
        record_id=seen.record_id,
        place=place,
        profile=village.profile,
    )


async def answers(village: Village, who: Member, seen: Screen, *, right: bool = True) -> Screen:
    """The question on the screen."""
    assert seen.question is not None
    choice = seen.question.right if right else (seen.question.right + 1) % 3
    return await training.answer(
        village.db,
        await village.actor(who),
        record_id=seen.record_id,
        question=seen.question.key,
        choice=choice,
        profile=village.profile,
    )


async def agrees(village: Village, who: Member, seen: Screen) -> Screen:
    return await training.agree(
        village.db, await village.actor(who), record_id=seen.record_id, profile=village.profile
    )


async def again(village: Village, who: Member, seen: Screen) -> Screen:
    return await training.again(
        village.db, await village.actor(who), record_id=seen.record_id, profile=village.profile
    )


async def through(
    village: Village, who: Member, seen: Screen, *, wrong: Collection[str] = ()
) -> Screen:
    """To the end of this try; questions named in `wrong` are answered so."""
    while True:
        if seen.view in (View.CARD, View.WHY):
            seen = await goes(village, who, seen, seen.next_place)
        elif seen.view is View.QUESTION:
            assert seen.question is not None
            seen = await answers(village, who, seen, right=seen.question.key not in wrong)
        elif seen.view is View.PLEDGE:
            seen = await agrees(village, who, seen)
        else:
            return seen


async def passes(village: Village, who: Member, module: str) -> Screen:
    return await through(village, who, await begins(village, who, module))


async def course(village: Village, who: Member) -> Course:
    return await training_courses.course(
        village.db,
        await village.actor(who),
        participation_id=who.participation_id,
        profile=village.profile,
    )


async def learns(village: Village, who: Member) -> None:
    """Everything needed, in the order the bot suggests."""
    while (following := (await course(village, who)).next) is not None:
        await passes(village, who, following.key)
