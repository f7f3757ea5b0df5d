"""Whoever is deleted leaves no word behind: every column of every table is looked at."""

from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.offers import Offer
from bot.domain.participations import Participation, ParticipationState
from bot.storage.tables import metadata
from bot.usecases.applications import applications, selection
from bot.usecases.consents import erasure
from bot.usecases.joining import intake, volunteers
from bot.usecases.monitoring import surveys
from bot.usecases.pairs import pairs
from bot.usecases.programme import offers
from tests.village import Curator, Member, Village

# Each in a place of its own, so that a failure says which column it was.
NAME, GROUP, NEED, LINK = "Игнатова", "Ж-77Н", "жонглировать", "верочка-2010"
CHANGED, UNSENT, OFFER, NOTE, REASON = "Ж-78Н", "Ж-79Н", "глиномес", "заикается", "тугодум"
DOUBT, REFUSAL = "картавит", "прилипала"
WORDS = (
    NAME, GROUP, NEED, LINK, CHANGED, UNSENT, OFFER, NOTE, REASON, DOUBT, REFUSAL,
)  # fmt: skip
# where each must have stood, or the story says less than it claims
PLACES = {
    "people.name", "people.search_name", "responses.answers", "responses.handed_in",
    "responses.replaced",
    "corrections.before", "corrections.after", "offers.words", "offers.note",
    "selection_steps.note", "pairs.answer_reason", "invitations.label",
}  # fmt: skip


async def said(village: Village) -> dict[str, list[str]]:
    """Which of the words stand where, by table and column."""
    found: dict[str, list[str]] = {}
    async with village.db.reader.connect() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(select(table))).mappings():
                for column, value in row.items():
                    for word in WORDS:
                        if word.casefold() in str(value).casefold():
                            found.setdefault(f"{table.name}.{column}", []).append(word)
    return found


async def corrected(village: Village, who: Member, raw: str, *, sends: bool) -> None:
    me = await village.actor(who)
    form = await intake.correct_form(village.db, me, participation_id=who.participation_id)
    await surveys.edit(village.db, me, response_id=form, key="group")
    await village.taps(me, form, "group", raw)
    if sends:
        await village.sends(who)


async def mentee(village: Village, anna: Curator) -> Member:
    """Corrected, declined in words, back again, in a pair that somebody refused in words."""
    desk = await village.actor(anna)
    who = await village.applies(
        anna, Role.MENTEE, name=f"Анна {NAME}",
        answers={"group": GROUP, "needs": ["drawing", NEED]},
    )  # fmt: skip
    await corrected(village, who, CHANGED, sends=True)
    await applications.decline(
        village.db, desk, participation_id=who.participation_id, reason=REASON
    )
    await village.sends(who)
    await village.approves(anna, who)
    await corrected(village, who, UNSENT, sends=False)
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    pair_id = await village.proposes(anna, who, igor)
    await pairs.answer(
        village.db, await village.actor(igor), pair_id=pair_id, accepts=False, reason=REFUSAL,
        profile=village.profile,
    )  # fmt: skip
    return who


async def known_link(village: Village, anna: Curator) -> str:
    """With a name on it."""
    link = await volunteers.known_link(
        village.db, await village.actor(anna), programme_id=anna.programme_id, label=LINK
    )
    return link.token


async def alumna(village: Village, anna: Curator, token: str) -> Member:
    """By that link; she offers something of her own, the curator notes something."""
    account = village.account()
    opened = await village.opens(account, token)
    assert opened.participation_id is not None
    who = Member(account, opened.person_id, opened.participation_id)
    await village.agrees(who)
    await village.fills(
        who, Role.ALUMNUS, name=f"Вера {NAME}", answers={"offers": ["talk", OFFER]}
    )
    await village.sends(who)
    desk = await village.actor(anna)
    found = await offers.register(
        village.db, desk, programme_id=anna.programme_id, profile=village.profile
    )
    async with village.db.transaction() as tx:
        for line in found.lines:
            (await tx.get(Offer, line.offer_id)).note = NOTE
    return who


async def mentor(village: Village, anna: Curator) -> Member:
    """Checked, and interviewed with a note; the curator's own words when she declines."""
    who = await village.applies(anna, Role.MENTOR, name=f"Пётр {NAME}")
    await village.checks(anna, who)
    await selection.record_interview(
        village.db, await village.actor(anna), participation_id=who.participation_id,
        recommended=True, note=DOUBT, flags=["secrets"], profile=village.profile,
    )  # fmt: skip
    await applications.decline(
        village.db, await village.actor(anna), participation_id=who.participation_id,
        reason=REASON,
    )  # fmt: skip
    return who


async def test_of_who_is_deleted_no_word_is_left_in_any_table(village: Village) -> None:
    anna = await village.curator()
    link = await known_link(village, anna)
    stood = set(await said(village))
    gone = [
        await mentee(village, anna),
        await alumna(village, anna, link),
        await mentor(village, anna),
    ]
    before = await said(village)
    assert set(before) | stood >= PLACES
    assert {word for words in before.values() for word in words} >= set(WORDS) - {LINK}
    for who in gone:
        await erasure.erase(village.db, await village.actor(who))
    assert await said(village) == {}
    async with village.db.reading() as tx:
        for who in gone:
            left = await tx.get(Participation, who.participation_id)
            assert left.state is ParticipationState.WITHDRAWN
            assert left.reason is None
