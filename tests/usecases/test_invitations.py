"""Links: how long they live, how many may use them, and that none gives more than it says."""

from datetime import timedelta

import pytest

from bot.domain.access import Role
from bot.domain.errors import InvitationNotValid, NotAllowed, OwnWard
from bot.domain.participations import ParticipationState
from bot.domain.programmes import INVITATION_RULES, Invitation, hash_token
from bot.storage.tables import invitations as table
from bot.usecases.consents import privacy
from bot.usecases.team import invitations
from tests.village import MESSENGER, Village


async def test_a_link_lets_somebody_in_with_its_role_only(village: Village) -> None:
    anna = await village.curator()
    lena = await village.enters(anna, Role.MENTEE)
    actor = await village.actor(lena)
    assert actor.roles == {Role.MENTEE}
    assert [a.programme_id for a in actor.assignments] == [anna.programme_id]
    assert await village.state(lena) is ParticipationState.CONSENT


async def test_the_token_itself_is_kept_nowhere(village: Village) -> None:
    anna = await village.curator()
    token = await village.link(anna, Role.MENTOR)
    async with village.db.reader.connect() as connection:
        rows = (await connection.execute(table.select())).all()
    assert hash_token(token) in {row.token_hash for row in rows}
    assert token not in str(rows)


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR, Role.ALUMNUS])
async def test_a_link_ends_at_its_date_and_not_before(village: Village, role: Role) -> None:
    anna = await village.curator()
    token = await village.link(anna, role)
    village.wall.move(INVITATION_RULES[role].lives - timedelta(seconds=1))
    await village.opens(village.account(), token)
    village.wall.move(timedelta(seconds=1))
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), token)


async def test_a_curators_link_works_once(village: Village) -> None:
    issued = await village.issue(Role.CURATOR, "Лицей")
    await village.opens(village.account(), issued.token)
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), issued.token)


async def test_a_link_for_many_stops_at_its_cap(village: Village) -> None:
    anna = await village.curator()
    token = await village.link(anna, Role.MENTEE)
    async with village.db.transaction() as tx:
        found = await tx.programmes.invitation(token)
        assert found is not None
        found.uses_left = 2
    await village.opens(village.account(), token)
    await village.opens(village.account(), token)
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), token)


async def test_opening_ones_own_link_again_uses_nothing_up(village: Village) -> None:
    anna = await village.curator()
    token, account = await village.link(anna, Role.MENTEE), village.account()
    first = await village.opens(account, token)
    again = await village.opens(account, token)
    assert (first.new, again.new) == (True, False)
    assert again.participation_id == first.participation_id
    async with village.db.reading() as tx:
        invitation = await tx.get(Invitation, first.invitation_id)
        assert invitation.uses_left == INVITATION_RULES[Role.MENTEE].uses - 1


async def test_somebody_in_already_may_come_back_by_a_link_that_has_ended(village: Village) -> None:
    anna = await village.curator()
    token, account = await village.link(anna, Role.MENTEE), village.account()
    first = await village.opens(account, token)
    village.later(days=400)
    assert (await village.opens(account, token)).participation_id == first.participation_id


async def test_a_revoked_or_invented_token_is_refused(village: Village) -> None:
    anna = await village.curator()
    token = await village.link(anna, Role.MENTEE)
    async with village.db.transaction() as tx:
        found = await tx.programmes.invitation(token)
        assert found is not None
        found.revoked_at = tx.now
    for bad in (token, "", "x" * 22, token + "x"):
        with pytest.raises(InvitationNotValid):
            await village.opens(village.account(), bad)


async def test_a_refused_link_leaves_nothing_of_the_person(village: Village) -> None:
    account = village.account()
    with pytest.raises(InvitationNotValid):
        await village.opens(account, "nothing")
    assert await village.known(account) is None


async def test_before_consent_only_account_language_and_role_are_kept(village: Village) -> None:
    anna = await village.curator()
    lena = await village.enters(anna, Role.MENTEE)
    known = await privacy.known(village.db, await village.actor(lena))
    assert (known.name, known.birth_year, known.forms, known.consents) == (None, None, (), ())


async def test_a_forwarded_mentee_link_never_makes_a_mentor_or_a_curator(village: Village) -> None:
    anna = await village.curator()
    token = await village.link(anna, Role.MENTEE)
    boris = await village.curator("Другой колледж", "Рост")
    opened = await village.opens(boris.account, token)
    assert opened.role is Role.MENTEE
    roles = {(a.role, a.organisation_id) for a in (await village.actor(boris)).assignments}
    assert roles == {
        (Role.CURATOR, boris.organisation_id),
        (Role.MENTEE, anna.organisation_id),
    }


async def test_nobody_but_the_curator_makes_links(village: Village) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR)
    with pytest.raises(NotAllowed):
        await invitations.invite(
            village.db,
            await village.actor(igor),
            role=Role.MENTEE,
            programme_id=anna.programme_id,
        )


@pytest.mark.parametrize("role", [Role.CURATOR, Role.OPERATOR, Role.GUARDIAN])
async def test_a_curator_invites_no_curator_operator_or_loose_guardian(
    village: Village, role: Role
) -> None:
    anna = await village.curator()
    with pytest.raises(NotAllowed):
        await village.link(anna, role)


async def test_the_operators_invitation_needs_a_programme_for_participants(
    village: Village,
) -> None:
    await village.curator()
    with pytest.raises(InvitationNotValid):
        await village.issue(Role.MENTEE, "Колледж №1")
    with pytest.raises(InvitationNotValid):
        await village.issue(Role.MENTEE, "Колледж №1", "нет такой")
    issued = await village.issue(Role.MENTEE, "Колледж №1", "Траектория")
    assert (await village.opens(village.account(), issued.token)).role is Role.MENTEE


async def test_the_ward_cannot_open_the_guardians_link(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    token = await village.guardian_link(lena)
    with pytest.raises(OwnWard):
        await village.opens(lena.account, token)
    assert await village.state(lena) is ParticipationState.GUARDIAN


async def test_a_guardians_link_is_used_up_by_consent_and_not_by_looking(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    token = await village.guardian_link(lena)
    mother, stranger = village.account(), village.account()
    await village.opens(mother, token)
    opened = await village.opens(mother, token)
    await village.consents(opened)
    with pytest.raises(InvitationNotValid):
        await village.opens(stranger, token)
    assert (await village.opens(mother, token)).participation_id == lena.participation_id


async def test_nobody_but_the_ward_and_the_curator_makes_a_guardians_link(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    dima = await village.joins(anna, Role.MENTEE)
    boris = await village.curator("Другой колледж", "Рост")
    for stranger in (dima, boris):
        with pytest.raises(NotAllowed):
            await invitations.invite_guardian(
                village.db,
                await village.actor(stranger),
                participation_id=lena.participation_id,
            )
    assert await invitations.invite_guardian(
        village.db, await village.actor(anna), participation_id=lena.participation_id
    )


async def test_a_graduate_comes_in_without_a_link_as_a_graduate_only(village: Village) -> None:
    anna = await village.curator()
    account = village.account()
    [found] = await invitations.open_programmes(village.db)
    assert found.programme_id == anna.programme_id
    first, second = [
        await invitations.volunteer(
            village.db,
            messenger=MESSENGER,
            address=str(account),
            locale="ru",
            programme_id=found.programme_id,
            profile=village.profile,
        )
        for _ in range(2)
    ]
    assert first == second
    assert (await village.actor(account)).roles == {Role.ALUMNUS}


async def test_a_programme_that_has_ended_is_not_offered_to_graduates(village: Village) -> None:
    await village.curator()
    village.later(days=365)
    assert await invitations.open_programmes(village.db) == []
