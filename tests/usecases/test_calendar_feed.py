"""A personal calendar is served to its secret address, and to nobody else."""

from datetime import timedelta

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from icalendar import Calendar

from bot.domain.access import Role
from bot.messenger import calendar_feed
from bot.reports.worker import Worker
from bot.texts import Texts
from bot.usecases.pairs import feeds, meetings
from tests.village import Village


async def test_the_calendar_follows_its_meetings_until_it_is_taken_back(
    village: Village, texts: Texts
) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    pair_id = await village.pair(anna, dima, igor)
    at = village.wall() + timedelta(days=2)
    meeting_id = await village.meets(dima, igor, pair_id, at)
    me, worker = await village.actor(dima), Worker()
    assert not await feeds.known(village.db, me)
    token = await feeds.make(village.db, me)
    app = web.Application()
    serve = calendar_feed.handler(calendar_feed.calendar_of(village.db, texts, worker))
    app.router.add_get(feeds.PATH, serve)
    try:
        async with TestServer(app) as server, ClientSession() as http:
            public = str(server.make_url("")).rstrip("/")

            async def read(secret: str) -> tuple[int, str]:
                async with http.get(feeds.address(public, secret)) as answer:
                    return answer.status, await answer.text()

            status, body = await read(token)
            [event] = Calendar.from_ical(body).walk("VEVENT")
            assert (status, event["uid"]) == (200, str(meeting_id))
            assert event.decoded("dtstart") == at
            assert "Игорь" in body
            await meetings.cancel(village.db, me, meeting_id=meeting_id)
            [gone] = Calendar.from_ical((await read(token))[1]).walk("VEVENT")
            assert str(gone["status"]) == "CANCELLED"
            assert gone.decoded("sequence") > event.decoded("sequence")
            for wrong in ("x", token[:-1], "y" * 100):
                assert (await read(wrong))[0] == 404
            again = await feeds.make(village.db, me)
            assert ((await read(token))[0], (await read(again))[0]) == (404, 200)
            await feeds.take_back(village.db, me)
            assert (await read(again))[0] == 404
    finally:
        await worker.close()
