"""Letters to the operator: something of ours is broken.

Numbers only, nothing of what people wrote.
"""

from collections.abc import Sequence

from bot.domain.notices import Notice
from bot.usecases.letters.base import Desk, Letter, Letters


async def reported(desk: Desk, notices: Sequence[Notice]) -> Letters:
    return {n.id: Letter("letter-trouble", {"number": str(n.subject)[:8]}) for n in notices}
