"""Letters of thanks for effort: to each alone, with what they are thanked for."""

from collections.abc import Sequence

from bot.domain.efforts import EffortOf
from bot.domain.notices import Notice
from bot.domain.participations import ParticipationState
from bot.domain.spoken import Listed
from bot.usecases.joining.intake import curator_name
from bot.usecases.letters.base import Desk, Letter, Letters, Press


async def thanks(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """For what the latest letter is about; earlier thanks stay on the screen it leads to."""
    tx = desk.tx
    people = await tx.participations.many({notice.subject for notice in notices})
    given = await tx.efforts.thanks(list(people))
    programmes = await tx.programmes.many({one.programme_id for one in people.values()})
    curators = {
        one.id: await curator_name(tx, one.organisation_id, one.id) for one in programmes.values()
    }
    letters = {}
    for notice in notices:
        one = people.get(notice.subject)
        known = given.get(notice.subject, [])
        if one is None or one.state is not ParticipationState.APPROVED or not known:
            continue
        new = {each.effort for each in known if each.sent_at == known[0].sent_at}
        titles = [
            effort.title
            for of in EffortOf
            if of in new and (effort := desk.profile.effort(of)) is not None
        ]
        if not titles:  # the profile thanks for it no more
            continue
        letters[notice.id] = Letter(
            "letter-effort-thanks",
            {
                "programme": programmes[one.programme_id].name,
                "efforts": Listed(tuple(titles)),
                "curator": curators[one.programme_id],
            },
            ((Press("button-open-board", "open-board", one.id),),),
        )
    return letters
