"""The weekly digest, computed when it is due."""

from collections.abc import Sequence

from bot.domain.notices import Notice
from bot.domain.programmes import Programme
from bot.usecases.letters.base import Desk, Letter, Letters
from bot.usecases.monitoring.digests import compute


async def weekly(desk: Desk, notices: Sequence[Notice]) -> Letters:
    letters = {}
    for notice in notices:
        programme = await desk.tx.find(Programme, notice.subject)
        if programme is not None:
            facts = await compute(desk.tx, programme, desk.profile)
            letters[notice.id] = Letter("digest", digest=facts)
    return letters
