"""Every figure of an indicator is what an independent query of the database says."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, text

from bot.domain.access import Actor, Assignment, Role
from bot.domain.errors import DatesOutOfOrder, Gone, NotAllowed, PartLargerThanWhole
from bot.domain.figures import Figure, Missing
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.pairs import Pair, PairState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Consent, Person
from bot.domain.programmes import Organisation
from bot.domain.responses import Response, ResponseState
from bot.domain.waves import Wave
from bot.storage.database import Database
from bot.storage.tables import responses
from bot.usecases.monitoring import indicators, wave_plans, waves
from bot.usecases.programme import organisations
from tests.village import Curator, Village

WORKPLACES = ("ЧТЗ", "чтз ", "Завод «Рассвет»", "МТК", None)
STATES = (PairState.ACTIVE, PairState.TRIAL, PairState.COMPLETED, PairState.DISSOLVED)


async def board(village: Village, anna: Curator) -> indicators.Board:
    me = await village.actor(anna)
    return await indicators.board(
        village.db, me, programme_id=anna.programme_id, profile=village.profile
    )


async def figure(village: Village, anna: Curator, key: str) -> Figure:
    return (await board(village, anna)).figure(key)


async def says(village: Village, anna: Curator, key: str, number: int, on: date) -> None:
    await indicators.enter(
        village.db, await village.actor(anna), programme_id=anna.programme_id, key=key,
        number=number, on=on, profile=village.profile,
    )  # fmt: skip


class Crowd:
    """People of a programme by rows, as random as life."""

    def __init__(self, village: Village, anna: Curator, seed: int) -> None:
        self.village, self.anna, self.chance = village, anna, Random(seed)
        self.now = village.wall()
        self.house: dict[str, Any] = {
            "organisation_id": anna.organisation_id, "programme_id": anna.programme_id,
        }  # fmt: skip

    async def settle(self, number: int) -> None:
        async with self.village.db.transaction() as tx:
            form = await tx.surveys.keep(self.village.profile.questionnaires["intake-mentor"])
            sides: dict[Role, list[Participation]] = {Role.MENTEE: [], Role.MENTOR: []}
            rows: list[list[object]] = [[], [], [], [], []]  # each kind before what needs it
            for role, members in sides.items():
                members += [self._member(rows, role, form) for _ in range(number)]
            for _ in range(2 * number):  # some in several pairs, some in none
                self._pair(rows, *(self.chance.choice(side) for side in sides.values()))
            for kind in rows:
                tx.add_all(kind)
                await tx.flush()

    def _member(self, rows: list[list[object]], role: Role, form: UUID) -> Participation:
        chance = self.chance
        adult = role is Role.MENTOR and chance.random() < 0.3
        born = date(1980, 3, 1) if adult else self.now.date() - timedelta(
            days=chance.randrange(9 * 365, 22 * 365)
        )
        person = Person(
            locale="ru", created_at=self.now, name="X",
            birth_date=None if adult else born, birth_year=born.year, age_band=None,
        )  # fmt: skip
        rows[0].append(person)
        for kind in ("processing-adult", "processing-minor", "guardian"):
            if chance.random() < 0.95:
                gone = chance.random() < 0.1
                rows[1].append(self._consent(person.id, kind, withdrawn=gone))
        kinds = {
            Role.MENTEE: ("pupil", "student", "teacher", None),
            Role.MENTOR: ("learner", "learner", "learner", "employer", None),
        }
        response = Response(
            **self.house, person_id=person.id, questionnaire_id=form,
            state=ResponseState.FINISHED, answers={"workplace": chance.choice(WORKPLACES)},
        )  # fmt: skip
        rows[1].append(response)
        member = Participation(
            **self.house, person_id=person.id, role=role, created_at=self.now,
            state=ParticipationState.APPROVED, kind=chance.choice(kinds[role]),
            response_id=response.id,
        )  # fmt: skip
        rows[2].append(member)
        return member

    def _consent(self, person_id: UUID, kind: str, *, withdrawn: bool) -> Consent:
        return Consent(
            organisation_id=self.anna.organisation_id, person_id=person_id, given_by=person_id,
            kind=kind, version="1", text_hash="x", locale="ru", channel="test",
            given_at=self.now, withdrawn_at=self.now if withdrawn else None,
        )  # fmt: skip

    def _pair(
        self, rows: list[list[object]], mentee: Participation, mentor: Participation
    ) -> None:
        chance, state = self.chance, self.chance.choice(STATES)
        since = self.now - timedelta(hours=chance.choice((5, 20, 30, 24 * 20, 24 * 400)))
        over = state in (PairState.COMPLETED, PairState.DISSOLVED)
        lasted = timedelta(hours=chance.choice((3, 30, 24 * 10)))
        pair = Pair(
            **self.house, form="pupil_pupil", mentee_participation_id=mentee.id,
            mentor_participation_id=mentor.id, mentee_id=mentee.person_id,
            mentor_id=mentor.person_id, proposed_at=since, proposed_by=mentor.person_id,
            expires_at=since, score=0, reasons=[], state=state,
            active_since=since if chance.random() < 0.9 else None,
            ended_at=since + lasted if over else None,
        )  # fmt: skip
        rows[3].append(pair)
        for _ in range(chance.randrange(5)):
            at = since + timedelta(hours=chance.randrange(48))
            held = chance.choice((MeetingState.HELD, MeetingState.HELD, MeetingState.DISPUTED))
            meeting = Meeting(
                **self.house, pair_id=pair.id, mentor_id=pair.mentor_id,
                mentee_id=pair.mentee_id, offered_by=pair.mentor_id, offered_at=since,
                times=[], place="online", at=at, state=held,
            )  # fmt: skip
            rows[4].append(meeting)


# Written without looking at the code: one query for each numerator.
PEOPLE = """
WITH known AS (
  SELECT id, birth_date, birth_year,
    CASE WHEN birth_date IS NULL THEN 99
         WHEN birth_date <= :eighteen THEN 18 WHEN birth_date <= :fourteen THEN 14 ELSE 0 END AS age
  FROM people
), valid AS (
  SELECT k.id FROM known k WHERE
    (k.age >= 18 AND EXISTS (SELECT 1 FROM consents c WHERE c.person_id = k.id
       AND c.organisation_id = :house AND c.withdrawn_at IS NULL AND c.kind = 'processing-adult'))
    OR (k.age = 14 AND 2 = (SELECT count(DISTINCT c.kind) FROM consents c WHERE c.person_id = k.id
       AND c.organisation_id = :house AND c.withdrawn_at IS NULL
       AND c.kind IN ('processing-minor', 'guardian')))
    OR (k.age = 0 AND EXISTS (SELECT 1 FROM consents c WHERE c.person_id = k.id
       AND c.organisation_id = :house AND c.withdrawn_at IS NULL AND c.kind = 'guardian'))
), met AS (
  SELECT p.* FROM pairs p
  WHERE p.organisation_id = :house AND p.active_since IS NOT NULL
    AND {days} >= 1
    AND EXISTS (SELECT 1 FROM meetings m WHERE m.pair_id = p.id AND m.state = 'held'
                AND m.at >= :start AND m.at < :end)
), sides AS (
  SELECT mentee_id AS person, mentee_participation_id AS part, 'mentee' AS role, state, form,
    active_since FROM met
  UNION ALL
  SELECT mentor_id, mentor_participation_id, 'mentor', state, form, active_since FROM met
), taking AS (
  SELECT s.person, s.role, s.state, s.form, s.active_since, q.kind, r.answers, k.birth_date,
    k.birth_year
  FROM sides s JOIN participations q ON q.id = s.part JOIN known k ON k.id = s.person
  JOIN responses r ON r.id = q.response_id
  WHERE s.person IN (SELECT id FROM valid)
)
"""
LEARNS = "(role = 'mentee' AND (kind IN ('pupil', 'student') OR kind IS NULL))"
AGED = "(birth_date <= :youngest AND birth_date > :oldest)"
COUNTED = {
    "k1": f"{LEARNS} OR (role = 'mentor' AND kind = 'learner')",
    "k1a": f"{LEARNS} AND {AGED}",
    "k2": f"role = 'mentor' AND kind = 'learner' AND {AGED}",
}
AGES = {"k1": (0, 0), "k1a": (10, 20), "k2": (15, 20)}
DAYS = {
    "sqlite": "julianday(min(coalesce(p.ended_at, :end), :end))"
    " - julianday(max(p.active_since, :start)) + 1e-6",
    "postgresql": "extract(epoch from least(coalesce(p.ended_at, :end), :end)"
    " - greatest(p.active_since, :start)) / 86400",
}


async def ask(db: Database, anna: Curator, key: str, start: datetime, on: date) -> tuple[int, int]:
    """How many people, and how many of them have left."""
    query = (
        "SELECT count(DISTINCT person), count(DISTINCT person) - count(DISTINCT CASE WHEN"
        f" state <> 'dissolved' THEN person END) FROM taking WHERE {COUNTED[key]}"
    )
    [row] = await of_taking(db, anna, query, AGES[key], start, on)
    return row[0], row[1]


async def of_taking(
    db: Database, anna: Curator, query: str, ages: tuple[int, int], start: datetime, on: date
) -> Sequence[Any]:
    dialect = db.writer.dialect.name
    plain = dialect == "sqlite"

    def moment(at: datetime) -> object:
        return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f") if plain else at

    def day(at: date) -> object:
        return at.isoformat() if plain else at

    youngest, oldest = ages
    given = {
        "house": anna.organisation_id.hex if plain else anna.organisation_id,
        "start": moment(start),
        "end": moment(db.clock()),
        "eighteen": day(on.replace(year=on.year - 18)),
        "fourteen": day(on.replace(year=on.year - 14)),
        "youngest": day(on.replace(year=on.year - youngest)),
        "oldest": day(on.replace(year=on.year - oldest)),
    }
    query = f"{PEOPLE.format(days=DAYS[dialect])} {query}"
    names = [name for name in given if f":{name}" in query]
    async with db.reader.connect() as connection:
        rows = await connection.execute(text(query), {name: given[name] for name in names})
        return rows.all()


async def test_the_figures_are_those_of_an_independent_query(village: Village) -> None:
    anna, boris = await village.curator(), await village.curator("Лицей", "Рост")
    await Crowd(village, anna, 1).settle(100)
    await Crowd(village, boris, 2).settle(10)  # of another organisation: nobody counts
    found = await board(village, anna)
    start = datetime(2029, 8, 31, 19, tzinfo=UTC)  # midnight in Chelyabinsk
    for key in COUNTED:
        figure = found.figure(key)
        expected = await ask(village.db, anna, key, start, found.on)
        assert (figure.number, figure.left) == expected, key
        assert expected[0] > 0, "a test of nothing"


async def test_enterprises_count_once_however_they_are_written(village: Village) -> None:
    anna = await village.curator()
    await Crowd(village, anna, 3).settle(80)
    found = await figure(village, anna, "k4")
    assert [one.casefold() for one in found.names] == ["завод «рассвет»", "мтк", "чтз"]
    plain = village.db.writer.dialect.name == "sqlite"
    place = "json_extract(answers, '$.workplace')" if plain else "answers ->> 'workplace'"
    # of mentors; whoever has not said their kind is of no enterprise
    query = f"SELECT DISTINCT {place} FROM taking WHERE role = 'mentor' AND kind = 'employer'"
    start = datetime(2029, 8, 31, 19, tzinfo=UTC)
    on = (await board(village, anna)).on
    rows = await of_taking(village.db, anna, query, (0, 0), start, on)
    assert found.number == len({row[0].strip().casefold() for row in rows if row[0]}) == 3


async def test_a_share_comes_with_its_whole_and_the_history_is_kept(village: Village) -> None:
    anna = await village.curator()
    assert (await figure(village, anna, "k1")).missing is Missing.NUMBER
    for number, on in ((190, date(2030, 1, 10)), (200, date(2030, 3, 1))):
        await says(village, anna, "total", number, on)
    await Crowd(village, anna, 4).settle(20)
    found = await figure(village, anna, "k1")
    assert found.share == pytest.approx((found.number or 0) / 200 * 100)
    assert (found.whole, found.whole_on) == (200, date(2030, 3, 1))
    assert found.behind
    assert found.aim == (2024, 70)
    card = await indicators.card(
        village.db, await village.actor(anna), programme_id=anna.programme_id, key="k1",
        profile=village.profile,
    )  # fmt: skip
    total = next(one for one in card.said if one.kind.key == "total")
    assert (total.number, total.by) == (200, "Анна Петрова")
    assert total.before == ((190, date(2030, 1, 10)),)


async def test_numbers_of_the_settings_and_of_indicators_are_one(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    await organisations.count(
        village.db, me, organisation_id=anna.organisation_id,
        numbers={"total": 120, "from-10-to-19": 100}, on=date(2030, 2, 1),
    )  # fmt: skip
    assert (await figure(village, anna, "k1")).whole == 120
    await says(village, anna, "from-10-to-19", 110, date(2030, 3, 1))
    assert (await figure(village, anna, "k1a")).whole == 110
    async with village.db.reading() as tx:
        house = await tx.get(Organisation, anna.organisation_id)
    assert house.contingent == {"total": 120, "from-10-to-19": 110}
    with pytest.raises(PartLargerThanWhole):
        await says(village, anna, "from-10-to-19", 130, date(2030, 3, 1))
    with pytest.raises(DatesOutOfOrder):
        await says(village, anna, "total", 130, date(2031, 3, 1))
    with pytest.raises(Gone):
        await says(village, anna, "anything", 130, date(2030, 3, 1))


async def test_whoever_is_without_the_bot_is_added_by_the_organisation(village: Village) -> None:
    anna = await village.curator()
    await says(village, anna, "total", 100, date(2030, 3, 1))
    await says(village, anna, "outside-learners", 30, date(2030, 3, 1))
    found = await figure(village, anna, "k1")
    assert (found.number, found.besides, found.share) == (30, 30, 30.0)
    await says(village, anna, "total", 20, date(2030, 3, 2))
    assert (await figure(village, anna, "k1")).missing is Missing.DOES_NOT_FIT


async def answered(
    village: Village, anna: Curator, scores: Sequence[tuple[int, int, bool | None]]
) -> UUID:
    """A wave in which so many mentees have answered, and one more and the mentors have not."""
    mentors = [
        await village.joins(anna, Role.MENTOR, answers={"capacity": "6"}) for _ in range(2)
    ]
    mentees = [await village.joins(anna, Role.MENTEE) for _ in range(len(scores) + 1)]
    for place, dima in enumerate(mentees):
        await village.pair(anna, dima, mentors[place % 2])
    wave_id = await village.opens_wave(anna)
    async with village.db.transaction() as tx:
        found = await tx._session.scalars(select(Response).where(responses.c.wave_id == wave_id))
        asked = {one.person_id: one for one in found}
        for dima, (useful, comfort, glad) in zip(mentees, scores, strict=False):
            one = asked[dima.person_id]
            one.answers = {"useful": useful, "comfort": comfort, "glad": glad}
            one.state = ResponseState.FINISHED
    return wave_id


async def test_satisfied_is_a_mean_of_seven_and_being_glad(village: Village) -> None:
    anna = await village.curator()
    assert (await figure(village, anna, "k5")).missing is Missing.NOBODY_ASKED
    await answered(
        village, anna,
        [(7, 7, True), (10, 4, True), (10, 3, True), (10, 10, False), (10, 10, None), (9, 8, True)],
    )  # fmt: skip
    village.later(minutes=1)
    mentees, mentors = await figure(village, anna, "k5"), await figure(village, anna, "k6")
    assert (mentees.number, mentees.whole, mentees.invited) == (3, 6, 7)
    assert (mentees.share, mentees.asked) == (50.0, "wave-mid")
    assert mentees.response_rate == pytest.approx(600 / 7)
    assert (mentors.number, mentors.whole, mentors.missing) == (None, 0, Missing.TOO_FEW)


# Written without looking at the code: of each mentee of the house the last answers handed in by
# name; satisfied is a mean of both scores of seven or more, and being glad.
LAST = """
WITH given AS (
  SELECT r.person_id AS who, r.answers AS said, row_number() OVER (
    PARTITION BY r.person_id ORDER BY w.opened_at DESC, r.id DESC) AS place
  FROM responses r JOIN waves w ON w.id = r.wave_id JOIN questionnaires q
    ON q.id = r.questionnaire_id
  WHERE w.organisation_id = :house AND q.key = 'wave-mid' AND r.state = 'finished'
    AND r.role = :role AND NOT w.anonymous
), scored AS (
  SELECT CAST({useful} AS FLOAT) AS useful, CAST({comfort} AS FLOAT) AS comfort, {glad} AS glad
  FROM given WHERE place = 1
)
SELECT count(*), count(CASE WHEN glad IN ('1', 'true') AND coalesce(
    (useful + comfort) / 2, useful, comfort) >= 7 THEN 1 END)
FROM scored WHERE useful IS NOT NULL OR comfort IS NOT NULL
"""


async def independently(db: Database, anna: Curator, role: str) -> tuple[int, int]:
    plain = db.writer.dialect.name == "sqlite"
    said = {
        name: f"CAST(json_extract(said, '$.{name}') AS TEXT)" if plain else f"said ->> '{name}'"
        for name in ("useful", "comfort", "glad")
    }
    given = {"house": anna.organisation_id.hex if plain else anna.organisation_id, "role": role}
    async with db.reader.connect() as connection:
        row = (await connection.execute(text(LAST.format(**said)), given)).one()
    return row[0], row[1]


async def test_satisfaction_is_what_an_independent_query_says(village: Village) -> None:
    anna, chance = await village.curator(), Random(5)
    scores = [
        (chance.randint(1, 10), chance.randint(1, 10), chance.choice((True, True, False, None)))
        for _ in range(11)
    ]
    await answered(village, anna, scores)
    village.later(minutes=1)
    found = await figure(village, anna, "k5")
    whole, number = await independently(village.db, anna, "mentee")
    assert (found.whole, found.number) == (whole, number)
    assert 0 < number < whole == 11, "a test of nothing"


async def test_ballots_count_where_a_wave_was_for_one_role(village: Village) -> None:
    anna = await village.curator()
    named = await answered(village, anna, [(9, 9, True)] * 3 + [(2, 2, True)] * 3)
    village.later(minutes=1)
    me = await village.actor(anna)
    await waves.close_now(village.db, me, wave_id=named)
    await wave_plans.change(
        village.db, me, programme_id=anna.programme_id, key=waves.HALF_WAY, anonymous=True,
        roles=(Role.MENTEE,), profile=village.profile,
    )  # fmt: skip
    wave_id = await village.opens_wave(anna)
    async with village.db.transaction() as tx:
        found = await tx._session.scalars(select(Response).where(responses.c.wave_id == wave_id))
        asked = sorted(found, key=lambda one: one.id)
        for one in asked[:5]:
            one.state = ResponseState.FINISHED
            said = {"useful": 8, "comfort": 8, "glad": True}
            await tx.ballots.hand_in(one, {"answers": said, "absences": {}})
    before = await figure(village, anna, "k5")
    assert (before.number, before.whole) == (3, 6)  # nothing of a wave that still goes on
    village.later(minutes=1)
    await waves.close_now(village.db, me, wave_id=wave_id)
    after = await figure(village, anna, "k5")
    # the two who have not answered the second time keep what they said the first
    assert after.whole is not None
    assert after.number is not None
    assert 6 <= after.whole <= 7
    assert 5 <= after.number <= 6
    assert after.invited == 7


async def test_an_anonymous_wave_takes_nothing_from_what_was_said_by_name(
    village: Village,
) -> None:
    """Bug: who answered anonymously afterwards counted as one who had said nothing."""
    anna = await village.curator()
    await answered(village, anna, [(8, 8, True)] * 6)
    village.later(minutes=1)
    before = await figure(village, anna, "k5")
    me = await village.actor(anna)
    async with village.db.reading() as tx:
        [first] = await tx.waves.of_programme(anna.programme_id)
    await waves.close_now(village.db, me, wave_id=first.id)
    await wave_plans.change(
        village.db, me, programme_id=anna.programme_id, key=first.key, anonymous=True,
        profile=village.profile,
    )  # fmt: skip
    wave_id = await village.opens_wave(anna)
    async with village.db.transaction() as tx:
        assert (await tx.get(Wave, wave_id)).anonymous
        query = select(Response).where(responses.c.wave_id == wave_id)
        for one in await tx._session.scalars(query):
            one.state = ResponseState.FINISHED  # its answers have left it
    village.later(minutes=1)
    after = await figure(village, anna, "k5")
    assert (after.number, after.whole, after.invited) == (6, 6, 7)
    assert after == before


async def test_small_numbers_are_the_organisations_own(village: Village) -> None:
    anna = await village.curator()
    await Crowd(village, anna, 7).settle(6)
    await says(village, anna, "total", 100, date(2030, 3, 1))
    exact = await figure(village, anna, "k1")
    nobody = Actor(
        (await village.actor(anna)).person_id, "ru", "vy",
        (Assignment(Role.HEAD, anna.organisation_id),),
    )  # fmt: skip
    seen = await indicators.board(
        village.db, nobody, programme_id=anna.programme_id, profile=village.profile
    )
    for one, shown in zip((await board(village, anna)).figures, seen.figures, strict=True):
        assert shown.number is None or shown.number == 0 or shown.number >= 5 or one.names
    assert exact.number is not None
    with pytest.raises(NotAllowed):
        await indicators.enter(
            village.db, nobody, programme_id=anna.programme_id, key="total", number=1,
            on=date(2030, 3, 1), profile=village.profile,
        )  # fmt: skip
