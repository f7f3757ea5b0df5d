"""The bases of a large programme: a table of 5,000 taken over, their list, the search, the export.

As in the product: files are read and written in the worker process, everything else in the bot's.
"""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import TypeVar
from uuid import UUID

from benchmarks.table import Row
from bot.domain.access import Actor, Role
from bot.domain.bases import Member
from bot.domain.participations import ParticipationState
from bot.domain.profile import Profile
from bot.domain.spoken import Phrase
from bot.profiles import load_lexicon, load_profile
from bot.reports import base_files
from bot.reports.worker import Worker
from bot.storage.database import Database
from bot.storage.migrations import migrate
from bot.storage.tables import participations
from bot.usecases import people
from bot.usecases.bases import base_import, bases
from bot.usecases.programme import programmes
from bot.usecases.team import invitations

NUMBER = 5000
MOST_IMPORT, MOST_PAGE, MOST_SECONDS = 30.0, 0.150, 30.0
NOW = datetime(2030, 3, 13, 10, tzinfo=UTC)
T = TypeVar("T")


async def _timed(work: Callable[[], Awaitable[T]]) -> tuple[T, float]:
    started = time.perf_counter()
    return await work(), time.perf_counter() - started


async def _usual(work: Callable[[int], Awaitable[object]], pages: range) -> tuple[float, float]:
    """The median and the slowest of all pages."""
    took = sorted([(await _timed(partial(work, number)))[1] for number in pages])
    return took[len(took) // 2], took[-1]


async def _curator(db: Database, profile: Profile) -> tuple[Actor, UUID]:
    issued = await invitations.issue(
        db, role=Role.CURATOR, organisation="O", programme=None, profile=profile.key,
        timezone=profile.timezone,
    )  # fmt: skip
    await invitations.open_link(
        db, messenger="telegram", address="1", locale="ru", token=issued.token, profile=profile
    )
    actor = await people.acquaint(db, messenger="telegram", address="1")
    assert actor is not None
    await programmes.introduce_curator(db, actor, name="Anna")
    programme_id = await programmes.create(
        db, actor, name="P", forms=[form.key for form in profile.forms],
        starts_on=date(2029, 9, 1), ends_on=date(2030, 8, 31),
    )  # fmt: skip
    return actor, programme_id


def _in_words(member: Member) -> Member:
    """A text of the locales as its key: how long it is makes no difference here."""
    facts = {k: v.key if isinstance(v, Phrase) else v for k, v in member.facts.items()}
    return Member(facts, member.answers, member.questionnaire)


async def _measure() -> list[Row]:
    profile, lexicon, worker = load_profile("chelyabinsk"), load_lexicon(), Worker()
    base, form = profile.bases[Role.MENTEE], profile.questionnaires["intake-mentee"]
    headings = [column.heading.say("ru") for column in base.imported]
    rows = [
        (f"Name{n} Surname{n % 700}", 2008 + n % 8, f"{5 + n % 6}B", "Математика", "Спорт, книги")
        for n in range(NUMBER)
    ]
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/bases.db"
        await migrate(url)
        db = Database.open(url, lambda: NOW)
        try:
            actor, programme_id = await _curator(db, profile)
            sent = base_files.listed("x", headings, [20] * len(headings), rows)
            await worker.run(base_files.template, base, form, "ru")  # it has started
            table, reading = await _timed(
                lambda: worker.run(base_files.read, sent, base, form, lexicon)
            )
            _, checking = await _timed(
                lambda: base_import.check(
                    db, actor, programme_id=programme_id, role=Role.MENTEE, entries=table.entries
                )
            )
            told: list[int] = []
            added, adding = await _timed(
                lambda: base_import.take_over(
                    db, actor, programme_id=programme_id, role=Role.MENTEE,
                    entries=table.entries, profile=profile, progress=told.append,
                )
            )  # fmt: skip
            made, linking = await _timed(
                lambda: base_import.links(db, actor, programme_id=programme_id, role=None)
            )
            links = [(one.name, one.token) for one in made.links]
            _, writing = await _timed(
                lambda: worker.run(base_files.listed, "x", ["a", "b"], [9, 9], links)
            )

            async def page(number: int, words: str = "") -> object:
                return await bases.listed(
                    db, actor, programme_id=programme_id, role=Role.MENTEE, words=words, page=number
                )

            last = NUMBER // bases.PAGE
            leafing, worst = await _usual(page, range(0, last, last // 40))
            searching, worse = await _usual(lambda number: page(0, f"mE{number}"), range(40))
            async with db.statements() as connection:
                await connection.execute(
                    participations.update().values(state=ParticipationState.APPROVED)
                )
            exported, gathering = await _timed(
                lambda: bases.export(db, actor, programme_id=programme_id, profile=profile)
            )
            members = [_in_words(one) for one in exported.members[Role.MENTEE]]
            pages = [base_files.Page(base, members)]
            book, drawing = await _timed(
                lambda: worker.run(base_files.export, pages, exported.asked, [], "x", "en")
            )
        finally:
            await worker.close()
            await db.close()
    whole = reading * 2 + checking + adding + linking + writing
    return [
        Row(
            f"{NUMBER} rows from the file to the links",
            f"{whole:.1f} s",
            f"under {MOST_IMPORT:.0f} s",
            added == NUMBER and len(links) == NUMBER and whole < MOST_IMPORT,
        ),
        Row("  reading it, twice", f"{reading * 2:.2f} s"),
        Row("  who is new", f"{checking:.2f} s"),
        Row("  adding them (others wait to write)", f"{adding:.2f} s", f"told {len(told)} times"),
        Row("  links and their table", f"{linking + writing:.2f} s"),
        Row(
            f"a page of {NUMBER}",
            f"{leafing * 1e3:.0f} ms",
            f"under {MOST_PAGE * 1e3:.0f} ms; the slowest of 40: {worst * 1e3:.0f} ms",
            leafing < MOST_PAGE,
        ),
        Row(
            "a search",
            f"{searching * 1e3:.0f} ms",
            f"under {MOST_PAGE * 1e3:.0f} ms; the slowest of 40: {worse * 1e3:.0f} ms",
            searching < MOST_PAGE,
        ),
        Row(
            f"an export of {len(exported.members[Role.MENTEE])}, {len(book) // 1024} KB",
            f"{gathering + drawing:.1f} s",
            f"under {MOST_SECONDS:.0f} s",
            gathering + drawing < MOST_SECONDS,
        ),
    ]


def measure() -> list[Row]:
    return asyncio.run(_measure())
