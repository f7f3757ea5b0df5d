"""The team: single-use links bound to a programme and a role, and memberships that end."""

from datetime import timedelta

import pytest

from bot.domain.access import APPOINTED_BY_CURATOR, May, Role
from bot.domain.errors import Gone, InvitationNotValid, LastCurator, NotAllowed
from bot.domain.programmes import Programme
from bot.usecases.applications import expiry, waiting
from bot.usecases.consents import privacy
from bot.usecases.monitoring import digests
from bot.usecases.programme import archives, programmes, roadmap
from bot.usecases.team import invitations, links, team
from tests.village import Curator, Village


async def joins_team(
    village: Village, curator: Curator, role: Role, *, everywhere: bool = False
) -> int:
    """An account in that role."""
    link = await team.invite_member(
        village.db,
        await village.actor(curator),
        role=role,
        programme_id=curator.programme_id,
        everywhere=everywhere,
    )
    account = village.account()
    await village.opens(account, link.token)
    return account


async def membership(village: Village, curator: Curator, account: int) -> team.Member:
    person_id = (await village.actor(account)).person_id
    async with village.db.reading() as tx:
        [held] = [
            held
            for held, person in await tx.team.members(
                curator.organisation_id, curator.programme_id
            )
            if person.id == person_id
        ]
    return await team.member(
        village.db, await village.actor(curator), membership_id=held.id
    )


@pytest.mark.parametrize("role", APPOINTED_BY_CURATOR)
async def test_a_team_link_gives_its_role_in_its_programme_and_works_once(
    village: Village, role: Role
) -> None:
    anna = await village.curator()
    link = await team.invite_member(
        village.db, await village.actor(anna), role=role, programme_id=anna.programme_id
    )
    olga = village.account()
    await village.opens(olga, link.token)
    held = (await village.actor(olga)).assignments
    assert [(a.role, a.organisation_id, a.programme_id) for a in held] == [
        (role, anna.organisation_id, anna.programme_id)
    ]
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), link.token)


async def test_a_role_for_the_whole_organisation_reaches_its_other_programmes(
    village: Village,
) -> None:
    anna = await village.curator()
    here = await joins_team(village, anna, Role.PSYCHOLOGIST)
    everywhere = await joins_team(village, anna, Role.HEAD, everywhere=True)
    await archives.copy(village.db, await village.actor(anna), programme_id=anna.programme_id)
    names = [
        [line.name for line in await programmes.mine(village.db, await village.actor(who))]
        for who in (here, everywhere)
    ]
    assert names == [["Траектория"], ["Траектория", "Траектория"]]


@pytest.mark.parametrize("role", [Role.CURATOR, Role.OPERATOR, Role.REGION, Role.MENTEE])
async def test_a_curator_appoints_no_curator_operator_or_coordinator(
    village: Village, role: Role
) -> None:
    anna = await village.curator()
    with pytest.raises(NotAllowed):
        await team.invite_member(
            village.db, await village.actor(anna), role=role, programme_id=anna.programme_id
        )


@pytest.mark.parametrize("role", APPOINTED_BY_CURATOR)
async def test_who_was_appointed_appoints_nobody(village: Village, role: Role) -> None:
    anna = await village.curator()
    olga = await joins_team(village, anna, role, everywhere=True)
    with pytest.raises(NotAllowed):
        await team.invite_member(
            village.db,
            await village.actor(olga),
            role=Role.HEAD,
            programme_id=anna.programme_id,
        )


WHO_MAY_INVITE = {
    Role.DEPUTY: (Role.MENTEE, Role.MENTOR, Role.ALUMNUS),
    Role.CLASS_TEACHER: (Role.MENTEE,),
    Role.PSYCHOLOGIST: (),
    Role.HEAD: (),
}


@pytest.mark.parametrize("role", APPOINTED_BY_CURATOR)
async def test_each_role_invites_only_whom_it_may(village: Village, role: Role) -> None:
    anna = await village.curator()
    olga = await joins_team(village, anna, role)
    made = []
    for wanted in Role:
        try:
            await invitations.link(
                village.db,
                await village.actor(olga),
                role=wanted,
                programme_id=anna.programme_id,
            )
        except NotAllowed:
            continue
        made.append(wanted)
    assert tuple(made) == WHO_MAY_INVITE[role]


async def test_a_head_reads_figures_and_changes_nothing(village: Village) -> None:
    anna = await village.curator()
    head = await village.actor(await joins_team(village, anna, Role.HEAD))
    desk = await programmes.desk(
        village.db, head, programme_id=anna.programme_id, profile=village.profile
    )
    assert desk.rights & {May.SEE_PAIRS, May.SEE_BASES} == {May.SEE_PAIRS, May.SEE_BASES}
    changing = {
        May.INVITE, May.DECIDE_APPLICATIONS, May.PROPOSE_PAIRS, May.RUN_WAVES,
        May.MANAGE_PROGRAMME, May.APPOINT, May.ARCHIVE, May.ENTER_PARTICIPANTS,
    }  # fmt: skip
    assert desk.rights & changing == set()
    with pytest.raises(NotAllowed):
        await digests.digest(
            village.db, head, programme_id=anna.programme_id, profile=village.profile
        )


async def test_a_membership_that_ends_closes_the_door_at_once(village: Village) -> None:
    anna = await village.curator()
    olga = await joins_team(village, anna, Role.DEPUTY)
    await programmes.desk(
        village.db,
        await village.actor(olga),
        programme_id=anna.programme_id,
        profile=village.profile,
    )
    held = await membership(village, anna, olga)
    for _ in range(2):  # a second press finds it over
        try:
            await team.dismiss(
                village.db, await village.actor(anna), membership_id=held.membership_id
            )
        except Gone:
            continue
    with pytest.raises(NotAllowed):
        await programmes.desk(
            village.db,
            await village.actor(olga),
            programme_id=anna.programme_id,
            profile=village.profile,
        )


async def test_the_last_curator_stays_and_one_of_two_may_go(village: Village) -> None:
    anna = await village.curator()
    held = await membership(village, anna, anna.account)
    me = await village.actor(anna)
    with pytest.raises(LastCurator):
        await team.dismiss(village.db, me, membership_id=held.membership_id)
    vera = village.account()
    await village.opens(vera, (await village.issue(Role.CURATOR, anna.organisation)).token)
    await team.dismiss(village.db, me, membership_id=held.membership_id)
    assert (await village.actor(anna)).assignments == ()
    assert (await village.actor(vera)).roles == {Role.CURATOR}


async def test_a_curator_who_leaves_hears_no_more_of_the_programme(village: Village) -> None:
    anna = await village.curator()
    vera = village.account()
    await village.opens(vera, (await village.issue(Role.CURATOR, anna.organisation)).token)
    await village.applies(anna, Role.MENTEE)
    await digests.plan_due(village.db)
    person_id = (await village.actor(vera)).person_id
    assert await village.notices(to=person_id)
    held = await membership(village, anna, vera)
    await team.dismiss(village.db, await village.actor(anna), membership_id=held.membership_id)
    assert await village.notices(to=person_id) == []


async def test_a_class_teacher_sees_and_revokes_only_their_own_links(village: Village) -> None:
    anna = await village.curator()
    teacher = await village.actor(await joins_team(village, anna, Role.CLASS_TEACHER))
    await village.link(anna, Role.MENTEE)
    await invitations.link(
        village.db, teacher, role=Role.MENTEE, programme_id=anna.programme_id, label="9 А"
    )
    theirs = await links.live(village.db, teacher, programme_id=anna.programme_id)
    assert [line.label for line in theirs] == ["9 А"]
    every = await links.live(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    )
    [other] = [line for line in every if line.label is None]
    with pytest.raises(NotAllowed):
        await links.revoke(village.db, teacher, invitation_id=other.invitation_id)
    await links.revoke(village.db, teacher, invitation_id=theirs[0].invitation_id)


async def test_a_deputy_does_not_see_links_into_the_team(village: Village) -> None:
    anna = await village.curator()
    deputy = await village.actor(await joins_team(village, anna, Role.DEPUTY))
    me = await village.actor(anna)
    await team.invite_member(
        village.db, me, role=Role.HEAD, programme_id=anna.programme_id, everywhere=True
    )
    await village.issue(Role.OPERATOR, anna.organisation)
    await village.issue(Role.CURATOR, anna.organisation)
    [pending] = await links.live(village.db, me, programme_id=anna.programme_id)
    assert pending.role is Role.HEAD
    assert await links.live(village.db, deputy, programme_id=anna.programme_id) == []
    with pytest.raises(NotAllowed):
        await links.revoke(village.db, deputy, invitation_id=pending.invitation_id)


async def test_somebody_of_two_teams_sees_both_and_each_in_its_role(village: Village) -> None:
    anna = await village.curator()
    boris = await village.curator("Лицей", "Рост")
    link = await team.invite_member(
        village.db,
        await village.actor(anna),
        role=Role.PSYCHOLOGIST,
        programme_id=anna.programme_id,
    )
    await village.opens(boris.account, link.token)
    both = await village.actor(boris)
    names = {line.name for line in await programmes.mine(village.db, both)}
    assert names == {"Рост", "Траектория"}
    digest = [
        line.name for line in await programmes.mine(village.db, both, right=May.READ_DIGEST)
    ]
    assert digest == ["Рост"]
    rights = await programmes.rights(village.db, both, programme_id=anna.programme_id)
    assert May.INVITE not in rights
    async with village.db.reading() as tx:
        theirs = await tx.get(Programme, anna.programme_id)
    assert not both.may(May.PROPOSE_PAIRS, theirs)


async def test_a_deputy_hears_what_a_curator_hears_but_the_digest(village: Village) -> None:
    """A form, a change, a pair that rests, a document that ends, who waits, who leaves."""
    anna = await village.curator()
    oleg = await joins_team(village, anna, Role.DEPUTY)
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    lena = await village.applies(anna, Role.MENTEE)
    await village.applies(anna, Role.ALUMNUS)
    await village.pair(anna, dima, igor)
    async with village.db.transaction() as tx:
        for some in (await tx.consents.checks_of([igor.person_id])).values():
            for check in some:
                check.expires_on = village.wall().date() + timedelta(days=1)
    village.later(days=1)
    await expiry.plan_warnings(village.db, profile=village.profile)
    village.later(days=1)
    await village.goes_round()
    village.later(days=13)
    await waiting.plan_news(village.db)
    await roadmap.draw_up(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        profile=village.profile,
    )  # fmt: skip
    await roadmap.plan_reminders(village.db)
    await digests.plan_due(village.db)
    me = await village.actor(lena)
    await privacy.withdraw(village.db, me, organisation_id=anna.organisation_id)
    heard = {
        who: {n.kind for n in await village.notices(to=(await village.actor(who)).person_id)}
        for who in (anna.account, oleg)
    }
    assert heard[oleg] == heard[anna.account] - {"digest"}
    assert heard[oleg] >= {
        "application-arrived", "check-expiring", "pair-outcome", "pair-paused",
        "queue-reminder", "road-map-due", "consent-withdrawn",
    }  # fmt: skip
