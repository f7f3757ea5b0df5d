"""Letters about the training: it is open, it waits, the curator asks. None when all is passed."""

from collections.abc import Sequence

from bot.domain.notices import Notice
from bot.domain.programmes import Programme
from bot.domain.selection import Stage
from bot.usecases.letters.base import Desk, Letter, Letters, Press
from bot.usecases.training.courses import course_of
from bot.usecases.training.opening import courses, may_learn


async def about(desk: Desk, notices: Sequence[Notice]) -> Letters:
    tx = desk.tx
    known = await tx.participations.many({n.subject for n in notices})
    certified = await tx.training.certificates(list(known))
    learning = [
        p
        for p in known.values()
        if may_learn(p) and p.id not in certified and p.stage is not Stage.TRAINED
    ]
    modules = await courses(tx, learning, desk.profile)
    records = await tx.training.records([p.id for p in learning])
    letters = {}
    for notice in notices:
        if notice.subject not in modules:
            continue
        participation = known[notice.subject]
        programme = await tx.get(Programme, participation.programme_id)
        course = course_of(
            participation, programme, modules[notice.subject], records[notice.subject],
            certified=False,
        )  # fmt: skip
        if course.next is None:
            continue
        letters[notice.id] = Letter(
            f"letter-{notice.kind}",
            {
                "programme": course.programme,
                "next": course.next.title,
                "left": course.total - course.done,
                "minutes": course.minutes_left,
                "done": course.done,
            },
            buttons=((Press("button-open-training", "open-training", participation.id),),),
        )
    return letters
