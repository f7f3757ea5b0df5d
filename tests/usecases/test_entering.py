"""Somebody without a messenger: papers first, the same form and queue, and news told by word."""

from datetime import date

import pytest

from bot.domain.access import Actor, Assignment, Role
from bot.domain.errors import ConsentMissing, Gone, NotAllowed, PaperNotUnderstood
from bot.domain.notices import UNREACHABLE, NoticeState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import AgeBand
from bot.storage.tables import notices
from bot.usecases.applications import applications, queue
from bot.usecases.bases import base_import, bases, entering
from bot.usecases.bases.entering import Paper, paper_in
from bot.usecases.joining import intake
from bot.usecases.monitoring import surveys
from tests.usecases.test_base_import import entry as row
from tests.usecases.test_base_import import one_link, take_over
from tests.village import FORM_OF, Curator, Village

GUARDIAN, OWN_ADULT, OWN_MINOR = "guardian", "processing-adult", "processing-minor"
PAPER = Paper(date(2030, 3, 1), "15")
TODAY = date(2030, 3, 13)


async def begun(
    village: Village, actor: Actor, anna: Curator, band: AgeBand = AgeBand.ADULT
) -> entering.Papers:
    participation_id = await entering.begin(
        village.db,
        actor,
        programme_id=anna.programme_id,
        role=Role.MENTEE,
        band=band,
        paper=PAPER,
        profile=village.profile,
    )
    return await entering.papers(village.db, actor, participation_id=participation_id)


async def filled(village: Village, actor: Actor, found: entering.Papers, *, born: str) -> None:
    form = await entering.form_of(
        village.db, actor, participation_id=found.participation_id
    )
    given = {"name": "Тамара Белова", "birth_year": born, **FORM_OF[Role.MENTEE]}
    given["birth_date"] = f"12.03.{born}"
    screen = await surveys.screen(village.db, actor, response_id=form)
    while screen.item is not None:
        key, value = screen.item.key, given.get(screen.item.key)
        if value is None:
            screen = await surveys.skip(village.db, actor, response_id=form, key=key)
        elif isinstance(value, str):
            screen = await village.taps(actor, form, key, value)
        else:
            for one in value:
                await village.taps(actor, form, key, one)
            screen = await surveys.next_item(village.db, actor, response_id=form, key=key)
    await intake.send_form(
        village.db, actor, participation_id=found.participation_id, profile=village.profile
    )


async def state(village: Village, found: entering.Papers) -> ParticipationState:
    async with village.db.reading() as tx:
        return (await tx.get(Participation, found.participation_id)).state


@pytest.mark.parametrize(
    ("raw", "paper"),
    [
        ("12.03.2030 № 15", Paper(date(2030, 3, 12), "15")),
        ("№ 15-а от 1/3/30", Paper(date(2030, 3, 1), "15-а от")),
        ("  1-3-2030,15/К ", Paper(date(2030, 3, 1), "15/К")),
    ],
)
def test_a_paper_is_understood_as_people_write_it(raw: str, paper: Paper) -> None:
    assert paper_in(raw, TODAY) == paper


@pytest.mark.parametrize(
    "raw", ["", "15", "12.03.2030", "31.02.2030 № 1", "14.03.2030 № 1", f"12.03.2030 {'x' * 41}"]
)
def test_a_paper_without_date_or_number_is_not(raw: str) -> None:
    with pytest.raises(PaperNotUnderstood):
        paper_in(raw, TODAY)


async def test_an_adult_goes_through_the_same_queue(village: Village) -> None:
    anna = await village.curator()
    actor = await village.actor(anna)
    found = await begun(village, actor, anna)
    assert (found.missing, found.state) == ((), ParticipationState.FORM)
    [left] = await entering.unfinished(village.db, actor, programme_id=anna.programme_id)
    assert left.participation_id == found.participation_id
    await filled(village, actor, found, born="2000")
    assert await state(village, found) is ParticipationState.APPLIED
    assert await entering.unfinished(village.db, actor, programme_id=anna.programme_id) == []
    waiting = await queue.page(
        village.db, actor, programme_id=anna.programme_id, profile=village.profile
    )
    assert [line.name for line in waiting.lines] == ["Тамара Белова"]
    async with village.db.reading() as tx:
        person_id = (await tx.get(Participation, found.participation_id)).person_id
        [consent] = await tx.people.consents_of(person_id)
        assert (consent.kind, consent.channel) == (OWN_ADULT, "paper")
        assert (consent.paper_date, consent.paper_number) == (PAPER.given_on, PAPER.number)
        assert consent.given_by == actor.person_id


@pytest.mark.parametrize(
    ("band", "kinds"),
    [(AgeBand.UNDER_14, [GUARDIAN]), (AgeBand.FROM_14_TO_17, [OWN_MINOR, GUARDIAN])],
)
async def test_a_minor_needs_every_paper_before_the_form(
    village: Village, band: AgeBand, kinds: list[str]
) -> None:
    anna = await village.curator()
    actor = await village.actor(anna)
    found = await begun(village, actor, anna, band)
    for number, kind in enumerate(kinds[1:], 2):
        assert found.missing == (kind,)
        with pytest.raises(ConsentMissing):
            await entering.form_of(
                village.db, actor, participation_id=found.participation_id
            )
        await entering.keep_paper(
            village.db,
            actor,
            participation_id=found.participation_id,
            band=None,
            paper=Paper(PAPER.given_on, str(number)),
            profile=village.profile,
        )
        found = await entering.papers(
            village.db, actor, participation_id=found.participation_id
        )
    assert found.missing == ()
    await filled(village, actor, found, born="2014" if len(kinds) > 1 else "2018")
    assert await state(village, found) is ParticipationState.APPLIED
    with pytest.raises(Gone):
        await entering.keep_paper(
            village.db,
            actor,
            participation_id=found.participation_id,
            band=band,
            paper=PAPER,
            profile=village.profile,
        )


async def test_a_class_teacher_enters_and_sees_no_answers_of_others(village: Village) -> None:
    anna = await village.curator()
    other = await village.applies(anna, Role.MENTEE)
    someone = await village.actor(await village.enters(anna, Role.ALUMNUS))
    teacher = Actor(
        someone.person_id, "ru", "vy",
        (Assignment(Role.CLASS_TEACHER, anna.organisation_id, anna.programme_id),),
    )  # fmt: skip
    found = await begun(village, teacher, anna)
    await filled(village, teacher, found, born="2000")
    card = await bases.card(village.db, teacher, participation_id=found.participation_id)
    assert (card.answers, card.birth_year) == ({}, None)
    with pytest.raises(NotAllowed):
        await intake.form_of(
            village.db, teacher, participation_id=other.participation_id
        )
    with pytest.raises(NotAllowed):
        await bases.listed(
            village.db, teacher, programme_id=anna.programme_id, role=Role.MENTEE
        )


async def test_nobody_answers_for_somebody_with_an_account(village: Village) -> None:
    """Who has come by their own link speaks for themselves, though the team entered them."""
    anna = await village.curator()
    actor = await village.actor(anna)
    opened = await village.opens(village.account(), await one_link(village, anna))
    assert opened.participation_id is not None
    for ask in (entering.papers, entering.form_of, intake.form_of):
        with pytest.raises(NotAllowed):
            await ask(village.db, actor, participation_id=opened.participation_id)


async def test_who_was_imported_and_never_comes_can_go_on_on_paper(village: Village) -> None:
    anna = await village.curator()
    actor = await village.actor(anna)
    await take_over(village, anna, row(2, "Тамара Белова", born=2000))
    found = await bases.listed(
        village.db, actor, programme_id=anna.programme_id, role=Role.MENTEE
    )
    participation_id = found.lines[0].participation_id
    papers = await entering.papers(village.db, actor, participation_id=participation_id)
    assert papers.missing == (OWN_ADULT,)
    await entering.keep_paper(
        village.db, actor, participation_id=participation_id, band=None, paper=PAPER,
        profile=village.profile,
    )  # fmt: skip
    papers = await entering.papers(village.db, actor, participation_id=participation_id)
    form = await entering.form_of(village.db, actor, participation_id=participation_id)
    screen = await surveys.screen(village.db, actor, response_id=form)
    assert screen.answers["name"] == "Тамара Белова"
    with pytest.raises(Gone):
        await base_import.links(
            village.db, actor, programme_id=anna.programme_id, role=None
        )


async def test_what_nobody_could_be_sent_is_told_by_word_once(village: Village) -> None:
    anna = await village.curator()
    actor = await village.actor(anna)
    found = await begun(village, actor, anna)
    await filled(village, actor, found, born="2000")
    await applications.approve(
        village.db,
        actor,
        participation_id=found.participation_id,
        profile=village.profile,
    )
    async with village.db.statements() as connection:  # as the delivery settles it
        await connection.execute(
            notices.update()
            .where(notices.c.kind == "application-approved")
            .values(state=NoticeState.FAILED, reason=UNREACHABLE)
        )
    [news] = await entering.unsaid(
        village.db, actor, programme_id=anna.programme_id, profile=village.profile
    )
    assert (news.name, news.letter.key) == ("Тамара Белова", "letter-approved-mentee")
    boris = await village.curator("Лицей", "Рост")
    with pytest.raises(NotAllowed):
        await entering.told(
            village.db,
            await village.actor(boris),
            programme_id=boris.programme_id,
            notice_id=news.notice_id,
        )
    await entering.told(
        village.db, actor, programme_id=anna.programme_id, notice_id=news.notice_id
    )
    assert await entering.unsaid(
        village.db, actor, programme_id=anna.programme_id, profile=village.profile
    ) == []
