"""The curator's desk: finding, questions, notes, tasks; who sees what, and what is left of it."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.access import Actor, Assignment, Role
from bot.domain.errors import Gone, NotAllowed
from bot.domain.moments import local
from bot.domain.tickets import MOST_OPEN, TicketState, TooManyQuestions
from bot.usecases.consents import erasure, personal_copy, privacy
from bot.usecases.desk import book, finding, history, notes, overview, tasks, tickets
from bot.usecases.pairs import ending
from bot.usecases.team import team
from tests.village import ZONE, Curator, Member, Village

Trio = tuple[Curator, Member, Member]


@pytest.fixture
async def trio(village: Village) -> Trio:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    igor = await village.joins(anna, Role.MENTOR, name="Семён Жук")
    return anna, dima, igor


async def as_(village: Village, who: Curator, role: Role) -> Actor:
    """Somebody of the team besides the curator."""
    anna = await village.actor(who)
    house = anna.assignments[0].organisation_id
    invited = await team.invite_member(
        village.db, anna, role=role, programme_id=who.programme_id
    )
    account = village.account()
    await village.opens(account, invited.token)
    actor = await village.actor(account)
    assert Assignment(role, house, who.programme_id) in actor.assignments
    return actor


async def test_people_and_pairs_of_ones_own_programme_alone_are_found(
    village: Village, trio: Trio
) -> None:
    anna = trio[0]
    pair_id = await village.pair(*trio)
    boris = await village.curator("Лицей", "Рост")
    await village.joins(boris, Role.MENTEE, name="Дима Орлов")

    async def find(words: str, actor: Actor | None = None) -> finding.Found:
        return await finding.find(
            village.db, actor or await village.actor(anna),
            programme_id=anna.programme_id, words=words,
        )  # fmt: skip

    found = await find("ОРЛОВ")
    assert [one.name for one in found.people] == ["Дима Орлов"]
    assert [one.pair_id for one in found.pairs] == [pair_id]
    assert not found.loosened
    both = await find("семен дима")  # a word of each name: the pair, and nobody alone
    assert ([one.pair_id for one in both.pairs], both.people) == ([pair_id], ())
    slip = await find("Орловй")
    assert (slip.loosened, [one.name for one in slip.people]) == (True, ["Дима Орлов"])
    assert (await find("100%_")).nothing
    assert (await find("  ")).nothing
    psychologist = await find("орлов", await as_(village, anna, Role.PSYCHOLOGIST))
    assert (len(psychologist.people), len(psychologist.pairs)) == (0, 1)
    with pytest.raises(NotAllowed):
        await find("орлов", await village.actor(boris))
    with pytest.raises(NotAllowed):
        await find("орлов", await village.actor(trio[1]))


async def test_a_question_waits_is_answered_and_closed_with_the_person(
    village: Village, trio: Trio
) -> None:
    anna, dima, _ = trio
    db, boss, me = village.db, await village.actor(anna), await village.actor(dima)
    asked: dict[str, Any] = {"participation_id": dima.participation_id}
    first = await tickets.ask(db, me, **asked, words="  Когда встреча?\nУ нас? ")
    deputy = await as_(village, anna, Role.DEPUTY)
    seen = await tickets.view(db, deputy, ticket_id=first)
    assert [one.words for one in seen.said] == ["Когда встреча?\nУ нас?"]
    told = await village.letters("tickets-wait", to=boss.person_id)  # now, and once more later
    assert [letter.args["days"] for letter in told] == [0, 0]
    village.later(days=3)  # nobody has answered
    told = await village.letters("tickets-wait", to=boss.person_id)
    assert {letter.args["days"] for letter in told} == {3}
    room = await overview.overview(db, boss, programme_id=anna.programme_id)
    assert (room.questions, room.oldest_days) == (1, 3)
    await tickets.answer(db, deputy, ticket_id=first, words="В среду")
    assert not await village.letters("tickets-wait", to=boss.person_id)
    [letter] = await village.letters("ticket-answered", to=dima.person_id)
    assert letter.args["answer"] == "В среду"
    mine = await tickets.home(db, me)
    assert [one.state for one in mine.mine] == [TicketState.ANSWERED]
    await tickets.add(db, me, ticket_id=first, words="А во сколько?")
    found = await tickets.listed(db, boss, programme_id=anna.programme_id)
    assert [one.days for one in found.lines] == [0]  # it waits from the second question on
    await tickets.close(db, me, ticket_id=first)
    with pytest.raises(Gone):
        await tickets.answer(db, boss, ticket_id=first, words="В пять")
    for number in range(MOST_OPEN):
        await tickets.ask(db, me, **asked, words=f"{number}?")
    with pytest.raises(TooManyQuestions):
        await tickets.ask(db, me, **asked, words="ещё?")
    await privacy.withdraw(db, me, organisation_id=anna.organisation_id)
    left = await tickets.listed(db, boss, programme_id=anna.programme_id)
    assert (left.lines, left.counts) == ((), {TicketState.CLOSED: MOST_OPEN + 1})


async def test_of_a_long_talk_a_list_shows_the_beginning_and_the_card_the_end(
    village: Village, trio: Trio
) -> None:
    anna, dima, _ = trio
    db, boss, me = village.db, await village.actor(anna), await village.actor(dima)
    asked: dict[str, Any] = {"participation_id": dima.participation_id}
    long, short = [await tickets.ask(db, me, **asked, words=f"{n}?") for n in ("Кто", "Где")]
    for number in range(tickets.LAST_SAID + 3):
        village.later(minutes=1)
        await tickets.add(db, me, ticket_id=long, words=str(number))
    found = await tickets.listed(db, boss, programme_id=anna.programme_id)
    assert {one.ticket_id: one.words for one in found.lines} == {long: "Кто?", short: "Где?"}
    seen = await tickets.view(db, boss, ticket_id=long)
    assert [one.words for one in seen.said] == ["3", "4", "5", "6", "7", "8"]


async def test_a_guardian_asks_of_the_child_and_reads_none_of_its_own_talk(
    village: Village,
) -> None:
    anna = await village.curator()
    child = await village.minor(anna)
    mother = await village.guardian(child)
    db, parent, kid = village.db, await village.actor(mother), await village.actor(child)
    [place] = (await tickets.home(db, parent)).places
    assert (place.role, place.participation_id) == (Role.GUARDIAN, child.participation_id)
    await tickets.ask(db, parent, participation_id=child.participation_id, words="Где они?")
    secret = await tickets.ask(
        db, kid, participation_id=child.participation_id, words="Дома меня ругают"
    )
    await notes.write(
        db, await village.actor(anna), participation_id=child.participation_id,
        words="Рассказал о доме",
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        await tickets.view(db, parent, ticket_id=secret)
    for reader, of, hears in ((parent, child.person_id, False), (kid, None, True)):
        rows = await personal_copy.rows(db, reader, of=of)
        assert len(rows["tickets"]) == len(rows["desk_notes"]) == 1  # that there is one is told
        told = str(rows["ticket_messages"]) + str(rows["desk_notes"])
        assert ("ругают" in told, "Рассказал" in told) == (hears, hears)


async def test_a_note_says_who_has_read_it_and_goes_with_the_person(
    village: Village, trio: Trio
) -> None:
    anna, dima, igor = trio
    pair_id = await village.pair(*trio)
    db, boss = village.db, await village.actor(anna)
    psychologist = await as_(village, anna, Role.PSYCHOLOGIST)
    about: dict[str, Any] = {"participation_id": dima.participation_id}
    note = await notes.write(db, boss, **about, words="Просил вторник")
    await notes.write(db, psychologist, pair_id=pair_id, words="Спорят о времени")
    for _ in range(2):  # the second look is no second reader
        seen = (await notes.read(db, psychologist, **about)).lines
        assert [len(one.seen) for one in seen] == [1]
        village.later(hours=1)
    [line] = (await notes.read(db, boss, **about)).lines
    assert line.mine
    assert line.seen[0][1] == village.wall() - timedelta(hours=2)
    head = await as_(village, anna, Role.HEAD)
    for stranger in (head, await village.actor(dima), await village.actor(igor)):
        with pytest.raises(NotAllowed):
            await notes.read(db, stranger, **about)
    assert (await history.of_pair(db, head, pair_id=pair_id)).notes is None
    with pytest.raises(NotAllowed):  # only who wrote it
        await notes.remove(db, psychologist, note_id=note)
    rows = await personal_copy.rows(db, await village.actor(dima))
    assert [one.get("words") for one in rows["desk_notes"]] == ["Просил вторник", None]
    assert {one["made_by"] for one in rows["desk_notes"]} == {"somebody else"}
    await ending.end(db, boss, pair_id=pair_id, reason="other")
    await erasure.erase(db, await village.actor(dima))
    assert [one.words for one in (await notes.read(db, boss, **about)).lines] == [""]
    assert [one.words for one in (await notes.read(db, boss, pair_id=pair_id)).lines] == [""]
    await notes.remove(db, boss, note_id=note)
    assert (await notes.read(db, boss, **about)).lines == ()


async def test_the_history_of_a_pair_is_told_the_newest_first(
    village: Village, trio: Trio
) -> None:
    anna, dima, igor = trio
    db, boss = village.db, await village.actor(anna)
    pair_id = await village.pair(*trio)
    village.later(hours=1)
    await village.meets(dima, igor, pair_id, village.wall() + timedelta(days=2))
    village.later(days=3)
    await notes.write(db, boss, pair_id=pair_id, words="Позвонить")
    past = await history.of_pair(db, boss, pair_id=pair_id)
    assert [one.key for one in past.happenings] == [
        "past-note", "past-meeting-unsaid", "past-step-start", "past-step-agree",
        "past-step-propose",
    ]  # fmt: skip
    person = await history.of_person(db, boss, participation_id=igor.participation_id)
    assert person.pairs == ((pair_id, "Дима Орлов"),)
    assert person.happenings[0].key == "past-pair-begun"
    other = await village.pair(anna, await village.joins(anna, Role.MENTEE, name="Соня"), igor)
    cares = Assignment(
        Role.DEPUTY, anna.organisation_id, anna.programme_id,
        share=frozenset({pair_id, dima.person_id, igor.person_id}),
    )  # fmt: skip
    deputy = Actor((await village.actor(anna)).person_id, "ru", "vy", (cares,))
    theirs = await history.of_person(db, deputy, participation_id=igor.participation_id)
    assert theirs.pairs == ((pair_id, "Дима Орлов"),)
    with pytest.raises(NotAllowed):
        await history.of_pair(db, deputy, pair_id=other)
    await ending.end(db, boss, pair_id=other, reason="other")
    await ending.end(db, boss, pair_id=pair_id, reason="other")
    person = await history.of_person(db, boss, participation_id=igor.participation_id)
    assert (person.happenings[0].key, len(person.pairs)) == ("past-pair-ended", 2)


async def test_a_task_is_of_one_person_and_due_on_its_day(village: Village, trio: Trio) -> None:
    anna = trio[0]
    db, boss, deputy = village.db, await village.actor(anna), await as_(village, anna, Role.DEPUTY)
    programme: dict[str, Any] = {"programme_id": anna.programme_id}
    tomorrow = local(village.wall(), ZONE).date() + timedelta(days=1)
    task = await tasks.add(db, boss, **programme, words="Позвонить", due_on=tomorrow)
    assert (await overview.overview(db, boss, **programme)).tasks == 0
    village.later(days=1)
    assert (await overview.overview(db, boss, **programme)).tasks == 1
    assert (await overview.overview(db, deputy, **programme)).tasks == 0
    assert (await tasks.mine(db, deputy, **programme)).lines == ()
    with pytest.raises(NotAllowed):
        await tasks.tick(db, deputy, task_id=task)
    for done in (True, True, False, True):
        await tasks.tick(db, boss, task_id=task, done=done)
        [line] = (await tasks.mine(db, boss, **programme)).lines
        assert line.done is done
    assert (await overview.overview(db, boss, **programme)).tasks == 0


async def test_the_workbook_holds_everything_of_ones_own_programme(
    village: Village, trio: Trio
) -> None:
    anna, dima, igor = trio
    db, boss = village.db, await village.actor(anna)
    first = await village.pair(*trio)
    await village.meets(dima, igor, first, village.wall() + timedelta(days=2))
    await ending.end(db, boss, pair_id=first, reason="other")
    await village.pair(anna, await village.joins(anna, Role.MENTEE, name="=1+1"), igor)
    await tickets.ask(
        db, await village.actor(dima), participation_id=dima.participation_id, words="Когда?"
    )
    boris = await village.curator("Лицей", "Рост")
    await village.joins(boris, Role.MENTEE, name="Чужой")
    made = await book.book(
        db, boss, programme_id=anna.programme_id, profile=village.profile
    )
    assert [one.name for one in made.people] == ["=1+1", "Дима Орлов", "Семён Жук"]
    assert [(one.mentee, one.mentor) for one in made.at_work] == [("=1+1", "Семён Жук")]
    assert [(one.mentee, one.held) for one in made.ended] == [("Дима Орлов", 0)]
    assert [one.mentee for one in made.meetings] == ["Дима Орлов"]
    assert [(one.name, one.words) for one in made.questions] == [("Дима Орлов", "Когда?")]
    with pytest.raises(NotAllowed):
        await book.book(
            db, await village.actor(boris), programme_id=anna.programme_id,
            profile=village.profile,
        )  # fmt: skip
