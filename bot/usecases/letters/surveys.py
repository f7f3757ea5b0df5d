"""Letters that invite to a survey and remind of it; none after it is finished or refused."""

from collections.abc import Sequence

from bot.domain.notices import Notice
from bot.domain.responses import ResponseState
from bot.domain.spoken import When
from bot.domain.waves import WaveState
from bot.usecases.letters.base import Desk, Letter, Letters, Press

MINUTES_AN_ITEM = 0.4


async def asked(desk: Desk, notices: Sequence[Notice]) -> Letters:
    responses = await desk.tx.surveys.many({n.subject for n in notices})
    waves = await desk.tx.surveys.waves_by_id(
        {r.wave_id for r in responses.values() if r.wave_id is not None}
    )
    zones = await desk.tx.programmes.zones({w.organisation_id for w in waves.values()})
    letters = {}
    for notice in notices:
        response = responses.get(notice.subject)
        if response is None or response.wave_id is None or not response.open:
            continue
        wave = waves[response.wave_id]
        if wave.state is WaveState.CLOSED or wave.closes_at <= desk.tx.now:
            continue
        questionnaire = await desk.tx.surveys.version(response.questionnaire_id)
        progress = response.progress(questionnaire)
        begun = response.state is ResponseState.STARTED
        key = "letter-survey-go-on" if begun else f"letter-{notice.kind}"
        letters[notice.id] = Letter(
            key,
            {
                "title": questionnaire.title,
                "total": progress.total,
                "left": progress.total - progress.number + 1,
                "minutes": max(1, round(progress.total * MINUTES_AN_ITEM)),
                "until": When(wave.closes_at, zones[wave.organisation_id], desk.tx.now),
            },
            buttons=((Press("button-open-survey", "open-survey", response.id),),),
        )
    return letters
