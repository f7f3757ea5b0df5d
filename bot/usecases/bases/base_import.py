"""Taking over a table of people: what is new in it, all of it or nothing, and a link for each.

- A row becomes a person without an account, who takes part in state "consent": nothing is sent to
  anybody, and nothing is active before that very person has agreed.
- The answers wait in the intake form as its beginning: the person reads and completes them.
- A link belongs to one person and opens once; a new one makes the older one void.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.bases import BIRTH_YEAR, NAME, Entry, Likeness
from bot.domain.errors import AlreadyHere, Gone
from bot.domain.ids import new_id
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person, Tone, searchable
from bot.domain.profile import Profile
from bot.domain.programmes import Invitation, Organisation, Programme
from bot.domain.responses import ResponseState
from bot.storage.database import Database, Transaction
from bot.usecases.joining.intake import FORMS

BATCH = 250  # rows of a statement: what else the loop has to do waits no longer than one batch
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Double:
    """A row that is somebody already: in the base, or in an earlier row of the table."""

    row: int
    participation_id: UUID | None
    earlier_row: int | None


@dataclass(frozen=True)
class Check:
    new: tuple[Entry, ...]
    doubles: tuple[Double, ...]


async def check(
    db: Database, actor: Actor, *, programme_id: UUID, role: Role, entries: Sequence[Entry]
) -> Check:
    """What of a table is new; nothing is written."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PARTICIPANTS, programme)
        return await _sort(tx, programme_id, role, entries)


async def _sort(
    tx: Transaction, programme_id: UUID, role: Role, entries: Sequence[Entry]
) -> Check:
    known: dict[str, list[tuple[Likeness, UUID | None, int | None]]] = {}
    for one in await tx.bases.likenesses(programme_id, role):
        like = Likeness.of(one.search_name, one.birth_year, one.group)
        known.setdefault(like.name, []).append((like, one.id, None))
    new, doubles = [], []
    for entry in entries:
        like = entry.likeness
        namesakes = known.setdefault(like.name, [])
        double = next((found for found in namesakes if found[0].same(like)), None)
        if double is None:
            new.append(entry)
            namesakes.append((like, None, entry.row))
        else:
            doubles.append(Double(entry.row, double[1], double[2]))
    return Check(tuple(new), tuple(doubles))


async def take_over(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    role: Role,
    entries: Sequence[Entry],
    profile: Profile,
    progress: Progress,
) -> int:
    """Add everybody who is new, in one transaction; returns how many. Doubles are left out."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PARTICIPANTS, programme)
        await tx.programmes.lock(programme_id)  # two imports at once would not see each other
        new = (await _sort(tx, programme_id, role, entries)).new
        form_id = await tx.surveys.keep(profile.questionnaires[FORMS[role]])
        batch = _Batch(programme, role, form_id, actor, profile, tx.now)
        for start in range(0, len(new), BATCH):
            progress(start)
            await tx.bases.add(**batch.rows(new[start : start + BATCH]))
    progress(len(new))
    return len(new)


@dataclass(frozen=True)
class _Batch:
    programme: Programme
    role: Role
    form_id: UUID
    actor: Actor
    profile: Profile
    now: datetime

    def rows(self, entries: Sequence[Entry]) -> dict[str, list[dict[str, Any]]]:
        """For each table its rows, in the order in which they refer to each other."""
        rows: dict[str, list[dict[str, Any]]] = {}
        for entry in entries:
            person, response, participation = new_id(), new_id(), new_id()
            for table, row in (
                ("people", self._person(entry, person)),
                ("responses", self._response(entry, person, response, participation)),
                ("participations", self._taking_part(entry, person, response, participation)),
            ):
                rows.setdefault(table, []).append(row)
        return rows

    def _person(self, entry: Entry, id_: UUID) -> dict[str, Any]:
        name, year = entry.answers[NAME], entry.answers.get(BIRTH_YEAR)
        someone = Person(locale=self.actor.locale, created_at=self.now, birth_year=year)
        minor = someone.is_minor(self.now.date())
        tone = self.profile.tone(self.role, entry.answers.get("kind"))
        return {
            "id": id_,
            "name": name,
            "search_name": searchable(name),
            "birth_year": year,
            "locale": self.actor.locale,
            "tone": Tone.TY if minor else Tone(tone),
            "created_at": self.now,
        }

    def _response(
        self, entry: Entry, person_id: UUID, response_id: UUID, participation_id: UUID
    ) -> dict[str, Any]:
        return {
            "id": response_id,
            "organisation_id": self.programme.organisation_id,
            "programme_id": self.programme.id,
            "person_id": person_id,
            "questionnaire_id": self.form_id,
            "participation_id": participation_id,
            "state": ResponseState.STARTED,
            "answers": dict(entry.answers),
            "drafts": {},
            "touched_at": self.now,
            "reminders": 0,
            "version": 1,
        }

    def _taking_part(
        self, entry: Entry, person_id: UUID, response_id: UUID, participation_id: UUID
    ) -> dict[str, Any]:
        return {
            "id": participation_id,
            "organisation_id": self.programme.organisation_id,
            "programme_id": self.programme.id,
            "person_id": person_id,
            "role": self.role,
            "state": ParticipationState.CONSENT,
            "created_at": self.now,
            "response_id": response_id,
            "form_sent": False,
            "guardian_needed": False,
            "guardian_agreed": False,
            "kind": entry.answers.get("kind"),
            "entered_by": self.actor.person_id,
            "version": 1,
        }


@dataclass(frozen=True)
class PersonalLink:
    name: str
    token: str


@dataclass(frozen=True)
class Links:
    programme: str
    organisation: str
    role: Role | None
    links: tuple[PersonalLink, ...]
    until: datetime
    zone: str
    now: datetime


async def links(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    role: Role | None,
    participation_id: UUID | None = None,
) -> Links:
    """A fresh link for each person entered by the team who has not come yet, or for one of them.

    Tokens are kept nowhere: a lost list is made anew, and the older links stop to open. Raises
    `Gone` when there is nobody to make a link for.
    """
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PARTICIPANTS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        waiting = await tx.bases.strangers(
            programme_id, role, (ParticipationState.CONSENT,), only=participation_id
        )
        if not waiting:
            raise Gone
        for start in range(0, len(waiting), BATCH):
            some = waiting[start : start + BATCH]
            await tx.bases.revoke_links([one.person_id for one in some], tx.now)
        made = [_link(programme, one, actor, tx.now) for one in waiting]
        for start in range(0, len(made), BATCH):
            rows = [asdict(invitation) for invitation, _ in made[start : start + BATCH]]
            await tx.bases.add(invitations=rows)
        return Links(
            programme=programme.name,
            organisation=house.name,
            role=role or waiting[0].role,
            links=tuple(
                PersonalLink(one.name or "—", token)
                for one, (_, token) in zip(waiting, made, strict=True)
            ),
            until=min(invitation.expires_at for invitation, _ in made),
            zone=house.timezone,
            now=tx.now,
        )


def _link(
    programme: Programme, one: Any, actor: Actor, now: datetime
) -> tuple[Invitation, str]:
    invitation, token = Invitation.make(
        one.role,
        organisation_id=programme.organisation_id,
        programme_id=programme.id,
        now=now,
        created_by=actor.person_id,
        uses=1,
    )
    invitation.person_id = one.person_id
    return invitation, token


async def remove(db: Database, actor: Actor, *, participation_id: UUID) -> None:
    """Take somebody off the list who was only entered and never came: nothing of them is kept.

    Raises `AlreadyHere` for somebody who has an account, or of whom there is a consent: they
    withdraw.
    """
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.ENTER_PARTICIPANTS, participation)
        person = await tx.get(Person, participation.person_id)
        if (
            participation.entered_by is None
            or participation.state is not ParticipationState.CONSENT
            or await tx.bases.has_account(person.id)
            or await tx.people.consents_of(person.id)
        ):
            raise AlreadyHere
        others = [p for p in await tx.participations.of_person(person.id) if p is not participation]
        await tx.bases.remove(participation.id, person, person_too=not others)
