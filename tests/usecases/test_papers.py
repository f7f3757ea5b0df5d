"""Agreements and letters of thanks name the right people; templates are kept in versions."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.meetings import Receipt
from bot.domain.own_templates import MEGABYTES, Fault, TemplateFields, TemplateTrouble
from bot.domain.papers import PaperKind
from bot.domain.template_errors import TemplateTooBig
from bot.usecases.documents import own_templates, papers
from bot.usecases.documents.papers import Agreement, PaperFacts, Thanked
from bot.usecases.pairs import meetings
from tests.village import Curator, Village

AGREEMENT = PaperKind.AGREEMENT


async def facts(
    village: Village, anna: Curator, kind: PaperKind, pair_id: UUID | None = None
) -> PaperFacts:
    return await papers.facts(
        village.db, await village.actor(anna), programme_id=anna.programme_id, kind=kind,
        profile=village.profile, pair_id=pair_id,
    )  # fmt: skip


async def test_an_agreement_names_the_guardian_of_a_minor(
    sqlite_village: Village,
) -> None:
    village = sqlite_village
    anna = await village.curator()
    igor = await village.joins(
        anna, Role.MENTOR, name="Игорь Сафонов", answers={"capacity": "3"}
    )
    lena = await village.minor(anna)
    await village.guardian(lena)
    await village.approves(anna, lena)
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    await village.born(dima, village.years_ago(20))
    pair_ids = [await village.pair(anna, mentee, igor) for mentee in (lena, dima)]
    waits = await village.joins(anna, Role.MENTEE, name="Ждёт ответа")
    proposed = await village.proposes(anna, waits, igor)
    found = await facts(village, anna, AGREEMENT)
    today = found.agreements[0].since
    with_dima, with_lena = pair_ids[1], pair_ids[0]
    assert found.agreements == (
        Agreement("Игорь Сафонов", "Дима Орлов", (), "employer_learner", today, with_dima),
        Agreement(
            "Игорь Сафонов", "Лена Кузнецова", ("Ольга Кузнецова",), "employer_learner",
            today, with_lena,
        ),
    )  # fmt: skip
    alone = await facts(village, anna, AGREEMENT, with_lena)
    assert alone.agreements == found.agreements[1:], "for one pair alone"
    elsewhere = await village.curator("Школа №7")
    for pair_id in (proposed, UUID(int=7)):
        with pytest.raises(Gone):
            await facts(village, anna, AGREEMENT, pair_id)
    with pytest.raises(Gone):
        await facts(village, elsewhere, AGREEMENT, with_lena)
    assert found.copies(AGREEMENT) == 2
    assert (found.curators, found.thanked) == (("Анна Петрова",), ())


async def test_thanks_count_the_meetings_of_each_person_once(
    sqlite_village: Village,
) -> None:
    village = sqlite_village
    anna = await village.curator()
    igor = await village.joins(
        anna, Role.MENTOR, name="Игорь Сафонов", answers={"capacity": "3"}
    )
    mentees = [await village.joins(anna, Role.MENTEE, name=name) for name in ("Аня", "Боря")]
    for mentee in mentees:
        pair_id = await village.pair(anna, mentee, igor)
        at = village.wall() + timedelta(hours=2)
        meeting_id = await village.meets(mentee, igor, pair_id, at)
        village.later(hours=5)
        for who in (mentee, igor):
            await meetings.confirm(
                village.db, await village.actor(who), meeting_id=meeting_id, receipt=Receipt.HELD
            )
    thanked = (await facts(village, anna, PaperKind.THANKS_MENTOR)).thanked
    assert thanked == (Thanked("Игорь Сафонов", 2),)
    thanked = (await facts(village, anna, PaperKind.THANKS_MENTEE)).thanked
    assert thanked == (Thanked("Аня", 1), Thanked("Боря", 1))


async def _fine(_: bytes, __: TemplateFields) -> tuple[TemplateTrouble, ...]:
    return ()


async def test_a_template_is_kept_in_versions_with_a_way_back(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    asked: dict[str, Any] = {"programme_id": anna.programme_id, "kind": AGREEMENT}

    async def sends(content: bytes, check: own_templates.Check = _fine) -> object:
        return await own_templates.send(
            village.db, me, **asked, name=f" {content.decode()}.docx ", content=content,
            check=check,
        )  # fmt: skip

    async def in_force() -> bytes | None:
        return await own_templates.in_force(village.db, me, **asked)

    assert await in_force() is None
    wrong = (TemplateTrouble(Fault.BRACKETS, "x"),)

    async def finds(_: bytes, fields: TemplateFields) -> tuple[TemplateTrouble, ...]:
        assert "guardian" in fields.own
        assert not fields.row
        return wrong

    assert await sends(b"bad", finds) == wrong
    assert await in_force() is None, "what is wrong is not kept"
    await sends(b"one")
    await sends(b"two")
    assert await in_force() == b"two"
    known = await own_templates.versions(village.db, me, **asked)
    assert [(one.number, one.name, one.in_force) for one in known.versions] == [
        (2, "two.docx", True), (1, "one.docx", False),
    ]  # fmt: skip
    assert known.versions[0].by == "Анна Петрова"
    await own_templates.bring_back(
        village.db, me, template_id=known.versions[1].template_id
    )
    assert await in_force() == b"one"
    await own_templates.bring_back(
        village.db, me, template_id=known.versions[1].template_id
    )
    assert await in_force() == b"one", "a second press changes nothing"
    await own_templates.give_up(village.db, me, **asked)
    assert await in_force() is None
    assert len((await own_templates.versions(village.db, me, **asked)).versions) == 2
    with pytest.raises(TemplateTooBig):
        await sends(bytes(1 + MEGABYTES * 2**20))
    with pytest.raises(Gone):
        own_templates.fields_of(PaperKind.CONSENTS)
