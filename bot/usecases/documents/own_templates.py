"""An organisation's own templates: sent, checked, kept in versions, and given up again."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.own_templates import (
    MEGABYTES,
    REPLACED,
    OwnTemplate,
    TemplateFields,
    TemplateTrouble,
)
from bot.domain.papers import FIELDS, ROW_FIELDS, SHARED, PaperKind
from bot.domain.programmes import Organisation, Programme, tidy_name
from bot.domain.template_errors import TemplateTooBig
from bot.storage.database import Database, Transaction

Check = Callable[[bytes, TemplateFields], Awaitable[tuple[TemplateTrouble, ...]]]
_NAMELESS = "docx"


@dataclass(frozen=True)
class Version:
    template_id: UUID
    number: int
    name: str
    on: date
    by: str | None
    in_force: bool


@dataclass(frozen=True)
class Versions:
    versions: tuple[Version, ...]  # the newest first
    may_change: bool
    today: date

    @property
    def in_force(self) -> Version | None:
        return next((one for one in self.versions if one.in_force), None)


def fields_of(kind: PaperKind) -> TemplateFields:
    """Raises `Gone` for a paper whose words are not replaced."""
    if kind not in REPLACED:
        raise Gone
    row = frozenset(ROW_FIELDS.get(kind, ()))
    return TemplateFields(shared=SHARED, own=FIELDS[kind] - SHARED, row=row)


async def versions(
    db: Database, actor: Actor, *, programme_id: UUID, kind: PaperKind
) -> Versions:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.MAKE_DOCUMENTS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        found = await tx.reports.template_versions(house.id, kind)
        names = await tx.people.names({one.sent_by for one in found})
        return Versions(
            versions=tuple(
                Version(
                    one.id,
                    one.number,
                    one.name,
                    moments.local(one.sent_at, house.timezone).date(),
                    names.get(one.sent_by),
                    one.in_force,
                )
                for one in found
            ),
            may_change=kind in REPLACED and actor.may(May.MAKE_DOCUMENTS, house),
            today=moments.local(tx.now, house.timezone).date(),
        )


async def in_force(
    db: Database, actor: Actor, *, programme_id: UUID, kind: PaperKind
) -> bytes | None:
    """The file to be filled in; None: ours."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.MAKE_DOCUMENTS, programme)
        return await tx.reports.template_in_force(programme.organisation_id, kind)


async def send(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    kind: PaperKind,
    name: str,
    content: bytes,
    check: Check,
) -> tuple[TemplateTrouble, ...]:
    """What is wrong in it; nothing: it is in force from now on, for the whole organisation.

    Raises as `check` does; `TemplateTooBig`.
    """
    if len(content) > MEGABYTES * 2**20:
        raise TemplateTooBig(megabytes=MEGABYTES)
    async with db.reading() as tx:
        await _house(tx, actor, programme_id)
    troubles = await check(content, fields_of(kind))
    if troubles:
        return troubles
    async with db.transaction() as tx:
        house = await _house(tx, actor, programme_id)
        await tx.programmes.lock_house(house.id)  # two who send at once make two versions
        known = await tx.reports.template_versions(house.id, kind)
        await tx.reports.give_up_template(house.id, kind)
        tx.add(
            OwnTemplate(
                organisation_id=house.id,
                kind=kind,
                number=max((one.number for one in known), default=0) + 1,
                name=tidy_name(" ".join(name.split())[:100] or _NAMELESS),
                content=content,
                in_force=True,
                sent_by=actor.person_id,
                sent_at=tx.now,
            )
        )
    return ()


async def give_up(
    db: Database, actor: Actor, *, programme_id: UUID, kind: PaperKind
) -> None:
    """Ours is in force again; versions stay."""
    async with db.transaction() as tx:
        house = await _house(tx, actor, programme_id)
        await tx.programmes.lock_house(house.id)
        await tx.reports.give_up_template(house.id, kind)


async def bring_back(db: Database, actor: Actor, *, template_id: UUID) -> None:
    """An earlier version is in force again."""
    async with db.transaction() as tx:
        one = await tx.get(OwnTemplate, template_id)
        actor.must(May.MAKE_DOCUMENTS, one)
        await tx.programmes.lock_house(one.organisation_id)
        await tx.reports.give_up_template(one.organisation_id, one.kind)
        await tx.reports.use_template(one.id)


async def _house(tx: Transaction, actor: Actor, programme_id: UUID) -> Organisation:
    """It concerns every programme of the organisation."""
    programme = await tx.get(Programme, programme_id)
    actor.must(May.MAKE_DOCUMENTS, programme)
    house = await tx.get(Organisation, programme.organisation_id)
    actor.must(May.MAKE_DOCUMENTS, house)
    return house
