"""What the curator of the demo has entered: numbers, an assessment halfway, a SWOT board."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from bot.domain.access import Actor
from bot.domain.assessments import When
from bot.domain.outcomes import Moment
from bot.domain.profile import Profile
from bot.domain.swot import Side
from bot.storage.database import Database
from bot.usecases.monitoring import assessments, indicators, outcomes, swot

NUMBERS = (("total", 60), ("from-10-to-19", 52), ("from-15-to-19", 40), ("partner-enterprises", 8))
FORM = "employer_learner"
COUNTED = (  # on entry and by now, out of so many
    ("good-marks", 9, 12, 20), ("clubs", 8, 11, 20), ("career-events", 5, 14, 20),
    ("anxiety", 6, 4, 20),
)  # fmt: skip
MARKS = (2, 2, 1, 2, 2, 1, 1, 1, 1)
SAID = (
    (Side.STRENGTH, "Наставники приходят вовремя и готовятся"),
    (Side.STRENGTH, "На заводе показывают настоящую работу"),
    (Side.WEAKNESS, "Мало времени на встречи"),
    (Side.WEAKNESS, "На встречи мало времени"),
    (Side.OPPORTUNITY, "Ещё два предприятия готовы принять экскурсии"),
    (Side.THREAT, "Весной практика совпадает с экзаменами"),
)


async def report(
    db: Database, anna: Actor, programme_id: UUID, today: date, profile: Profile
) -> None:
    given: dict[str, Any] = {"programme_id": programme_id, "profile": profile}
    earlier = today - timedelta(weeks=6)
    for key, number in NUMBERS:
        await indicators.enter(db, anna, **given, key=key, number=number, on=earlier)
    for key, before, after, of in COUNTED:
        for moment, number, on in ((Moment.IN, before, earlier), (Moment.OUT, after, today)):
            await outcomes.enter(
                db, anna, **given, form=FORM, key=key, moment=moment, number=number, of=of, on=on
            )
    begun = await assessments.begin(db, anna, programme_id=programme_id, at=When.MIDDLE)
    for criterion, mark in zip(profile.assessment.criteria, MARKS, strict=True):
        await assessments.mark(
            db, anna, assessment_id=begun, criterion=criterion.key, mark=mark, profile=profile
        )
    for side, words in SAID:
        await swot.write(db, anna, programme_id=programme_id, side=side, words=words)
