"""What the invented people said after the general meeting: whom they would like, and whom not.

Wishes are still open, and the mentor whose phone stands on the page has not said his.
"""

from uuid import UUID

from bot.domain.access import Actor
from bot.domain.profile import Profile
from bot.storage.database import Database
from bot.usecases.joining import intake
from bot.usecases.matching import general_meeting, wishes
from sandbox import people_of_demo as demo

DAYS = 5
# who, and whom they would like, the first wish first
WISHED: tuple[tuple[int, tuple[int, ...]], ...] = (
    (308, (201, 204)),
    (323, (205, 201)),
    (324, (205,)),
    (204, (324, 309)),
    (205, (323, 309, 324)),
)
NOT_WITH = (324, 203)  # said in confidence


async def wish(
    db: Database, actors: dict[int, Actor], programme_id: UUID, profile: Profile
) -> None:
    """The curator opens wishes, and some of both sides say theirs. `actors`: by account."""
    await general_meeting.open_wishes(
        db, actors[demo.CURATOR], programme_id=programme_id, days=DAYS, profile=profile
    )
    ids = {
        account: (await intake.steps(db, actor))[0].participation_id
        for account, actor in actors.items()
        if account != demo.CURATOR
    }
    for who, liked in WISHED:
        for other in liked:
            await wishes.wish(
                db, actors[who], participation_id=ids[who], other_id=ids[other], profile=profile
            )
    who, other = NOT_WITH
    await wishes.veto(
        db, actors[who], participation_id=ids[who], other_id=ids[other], profile=profile
    )
