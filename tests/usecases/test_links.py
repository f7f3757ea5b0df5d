"""A forwarded link never gives more than was meant: who opens it, how often, and after what."""

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.access import APPOINTED_BY_CURATOR, Role
from bot.domain.errors import Gone, InArchive, InvitationNotValid, NotAllowed
from bot.domain.programmes import INVITATION_RULES
from bot.usecases.joining import intake
from bot.usecases.programme import archives
from bot.usecases.team import invitations, links, team
from tests.village import Curator, Village

NEWCOMERS = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)


async def token_for(village: Village, curator: Curator, role: Role) -> str:
    if role in NEWCOMERS:
        return await village.link(curator, role)
    link = await team.invite_member(
        village.db, await village.actor(curator), role=role, programme_id=curator.programme_id
    )
    return link.token


async def a_curator(village: Village, anna: Curator) -> int:
    return anna.account


async def a_curator_elsewhere(village: Village, anna: Curator) -> int:
    return (await village.curator("Лицей", "Рост")).account


async def a_guardian(village: Village, anna: Curator) -> int:
    return await village.guardian(await village.minor(anna))


async def a_mentor(village: Village, anna: Curator) -> int:
    return (await village.joins(anna, Role.MENTOR)).account


async def a_mentee_elsewhere(village: Village, anna: Curator) -> int:
    boris = await village.curator("Лицей", "Рост")
    return (await village.joins(boris, Role.MENTEE)).account


async def a_head(village: Village, anna: Curator) -> int:
    account = village.account()
    await village.opens(account, await token_for(village, anna, Role.HEAD))
    return account


WHO: tuple[Callable[[Village, Curator], Awaitable[int]], ...] = (
    a_curator,
    a_curator_elsewhere,
    a_guardian,
    a_mentor,
    a_mentee_elsewhere,
    a_head,
)


@pytest.mark.parametrize("who", WHO, ids=lambda one: one.__name__)
async def test_whoever_opens_a_link_gets_its_role_there_and_nothing_else(
    sqlite_village: Village, who: Callable[[Village, Curator], Awaitable[int]]
) -> None:
    village = sqlite_village
    anna = await village.curator()
    account = await who(village, anna)
    for role in (*NEWCOMERS, *APPOINTED_BY_CURATOR):
        before = set((await village.actor(account)).assignments)
        opened = await village.opens(account, await token_for(village, anna, role))
        gained = set((await village.actor(account)).assignments) - before
        assert opened.role is role
        assert {(a.role, a.organisation_id, a.programme_id) for a in gained} <= {
            (role, anna.organisation_id, anna.programme_id)
        }


@pytest.mark.parametrize("role", [*NEWCOMERS, *APPOINTED_BY_CURATOR])
async def test_a_link_that_was_revoked_lets_nobody_in(village: Village, role: Role) -> None:
    anna = await village.curator()
    me, token = await village.actor(anna), await token_for(village, anna, role)
    [line] = await links.live(village.db, me, programme_id=anna.programme_id)
    await links.revoke(village.db, me, invitation_id=line.invitation_id)
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), token)
    assert await links.live(village.db, me, programme_id=anna.programme_id) == []
    with pytest.raises(Gone):
        await links.revoke(village.db, me, invitation_id=line.invitation_id)


@pytest.mark.parametrize("role", [*NEWCOMERS, *APPOINTED_BY_CURATOR])
async def test_a_link_into_an_archived_programme_lets_nobody_in(
    village: Village, role: Role
) -> None:
    anna = await village.curator()
    me, token = await village.actor(anna), await token_for(village, anna, role)
    await archives.archive(village.db, me, programme_id=anna.programme_id)
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), token)
    await archives.restore(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        profile=village.profile,
    )
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), token)
    with pytest.raises(InvitationNotValid):
        await village.opens(anna.account, token)


async def test_a_limited_link_stops_at_its_number_and_counts_who_came(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    token = await village.link(anna, Role.MENTEE)
    [line] = await links.live(village.db, me, programme_id=anna.programme_id)
    await village.opens(village.account(), token)
    await links.limit(village.db, me, invitation_id=line.invitation_id, most=1)
    account = village.account()
    await village.opens(account, token)
    await village.opens(account, token)  # is in already
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), token)
    assert await links.live(village.db, me, programme_id=anna.programme_id) == []


async def test_a_limit_is_one_of_the_choices_and_never_above_the_rule(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    await village.link(anna, Role.MENTOR)
    [line] = await links.live(village.db, me, programme_id=anna.programme_id)
    for wrong in (0, 7, 10_000, INVITATION_RULES[Role.MENTEE].uses):
        with pytest.raises(Gone):
            await links.limit(village.db, me, invitation_id=line.invitation_id, most=wrong)
    for most in (1, INVITATION_RULES[Role.MENTOR].uses):
        await links.limit(village.db, me, invitation_id=line.invitation_id, most=most)
        card = await links.card(village.db, me, invitation_id=line.invitation_id)
        assert (card.left, card.came, card.by) == (most, 0, "Анна Петрова")


async def test_a_sheet_has_a_link_for_each_role_with_its_mark_and_its_number(
    village: Village,
) -> None:
    anna = await village.curator()
    made = await links.several(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        roles=(Role.MENTEE, Role.MENTOR),
        uses=30,
        label="  день   открытых дверей ",
    )
    assert [(one.role, one.uses) for one in made] == [(Role.MENTEE, 30), (Role.MENTOR, 30)]
    assert len({one.token for one in made}) == 2
    lines = await links.live(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    )
    assert {line.label for line in lines} == {"день открытых дверей"}


async def test_the_mark_of_a_link_can_be_changed(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    await village.link(anna, Role.ALUMNUS)
    [line] = await links.live(village.db, me, programme_id=anna.programme_id)
    await links.name(village.db, me, invitation_id=line.invitation_id, label="встреча")
    card = await links.card(village.db, me, invitation_id=line.invitation_id)
    assert card.label == "встреча"


async def test_a_guardians_link_is_in_no_list_and_revoked_by_nobody_of_the_team(
    village: Village,
) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    await village.guardian_link(lena)
    found = await links.live(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    )
    assert Role.GUARDIAN not in {line.role for line in found}


async def test_nothing_is_made_or_changed_in_the_archive(village: Village) -> None:
    anna = await village.curator()
    lena = await village.enters(anna, Role.MENTEE)
    await archives.archive(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    )
    me, her = await village.actor(anna), await village.actor(lena)
    with pytest.raises(InArchive):
        await invitations.link(
            village.db, me, role=Role.MENTEE, programme_id=anna.programme_id
        )
    with pytest.raises(InArchive):
        await team.invite_member(
            village.db, me, role=Role.HEAD, programme_id=anna.programme_id
        )
    with pytest.raises(InArchive):
        await intake.form_of(village.db, her, participation_id=lena.participation_id)
    with pytest.raises(NotAllowed):
        await archives.restore(
            village.db, her, programme_id=anna.programme_id, profile=village.profile
        )
