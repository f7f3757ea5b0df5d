"""What a row keeps of one answer: absences apart, seconds, facts; on both databases."""

from bot.domain.absences import Absence
from bot.domain.access import Role
from bot.domain.conditions import AllOf, Condition, Not, Op
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import Option, Ranking, Scale, Text
from bot.domain.responses import Response
from bot.domain.words import Words
from bot.usecases.monitoring import surroundings, surveys
from tests.village import Village

W = Words.of({"ru": "?", "en": "?"})
CHOICES = tuple(Option(value, W) for value in "abc")
FORM = Questionnaire(
    "short",
    1,
    W,
    (
        Item("ten", Scale(), W, hard_to_say=True),
        Item("order", Ranking(choices=CHOICES), W),
        Item(
            "why",
            Text(),
            Words.of({"ru": "{programme}", "en": "{programme}"}),
            shown_if=AllOf(
                (
                    Condition("role", Op.IS, "mentee"),
                    Not(Condition("ten", Op.AT_LEAST, 5)),
                    Condition("order", Op.INCLUDES, "b"),
                )
            ),
        ),
    ),
    "pair",
)


async def test_an_answer_without_a_value_and_a_draft_are_kept_and_lead_on(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима")
    me = await village.actor(dima)
    async with village.db.transaction() as tx:
        house = next(iter(me.assignments)).organisation_id
        assert house is not None
        response = Response(
            organisation_id=house,
            programme_id=anna.programme_id,
            person_id=me.person_id,
            questionnaire_id=await tx.surveys.keep(FORM),
            role=Role.MENTEE,
        )
        tx.add(response)
    asked = {"response_id": response.id}
    screen = await surveys.hard_to_say(village.db, me, **asked, key="ten")
    assert screen.item is not None
    assert screen.item.key == "order"
    village.later(seconds=7)
    for pressed in ("+c", "+c", "+b"):
        screen = await village.taps(me, response.id, "order", pressed)
    assert screen.chosen == ["c", "b", "a"]
    screen = await surveys.back(village.db, me, **asked, key="order")
    assert (screen.absent, screen.going_back) == (Absence.HARD_TO_SAY, True)
    screen = await surveys.keep_as_is(village.db, me, **asked, key="ten")
    assert screen.chosen == ["c", "b", "a"], "a draft waits"
    screen = await surveys.next_item(village.db, me, **asked, key="order")
    assert screen.item is not None
    assert screen.item.key == "why"
    around = await surroundings.surroundings(village.db, me, **asked)
    assert (around.role, around.form) == ("mentee", None)
    assert around.programme is not None
    async with village.db.reading() as tx:
        kept = await tx.get(Response, response.id)
        assert kept.absences(FORM) == {
            "ten": Absence.HARD_TO_SAY, "why": Absence.NOT_REACHED,
        }  # fmt: skip
        assert kept.counted(FORM) == {"order": ["c", "b", "a"]}
        assert (kept.seconds or {})["order"] >= 7.0
