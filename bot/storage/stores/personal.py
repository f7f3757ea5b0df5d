"""Everything that is kept about one person, table by table: to count, to hand over, to delete.

Two tables of this file are the whole rule: whose a row is (`OWNED`), and what becomes of it when
the person is deleted (`ERASED`). A test holds that no column is forgotten.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.matching.drafts import TOLD
from bot.domain.matching.runs import VetoBy
from bot.domain.pairs import CONSENT_WITHDRAWN, ENDINGS
from bot.storage import tables as t

Whose = Callable[[UUID], ColumnElement[bool]]


def _by(*columns: ColumnElement[Any]) -> Whose:
    return lambda person_id: or_(*(column == person_id for column in columns))


def _in_participations(column: ColumnElement[Any]) -> Whose:
    p = t.participations.c
    return lambda person_id: column.in_(select(p.id).where(p.person_id == person_id))


# whose a row is; a row between two people (a pair, a meeting) belongs to both
OWNED: Mapping[Table, Whose] = {
    t.people: _by(t.people.c.id),
    t.contacts: _by(t.contacts.c.person_id),
    t.memberships: _by(t.memberships.c.person_id),
    t.guardianships: _by(t.guardianships.c.guardian_id, t.guardianships.c.ward_id),
    t.consents: _by(t.consents.c.person_id, t.consents.c.given_by),
    t.erasures: _by(t.erasures.c.person_id),
    t.participations: _by(t.participations.c.person_id),
    t.responses: _by(t.responses.c.person_id),
    t.pairs: _by(t.pairs.c.mentee_id, t.pairs.c.mentor_id),
    t.pair_words: _by(t.pair_words.c.person_id),
    t.meetings: _by(t.meetings.c.mentee_id, t.meetings.c.mentor_id),
    t.matching_lines: lambda person_id: or_(
        _in_participations(t.matching_lines.c.mentee_participation_id)(person_id),
        _in_participations(t.matching_lines.c.mentor_participation_id)(person_id),
    ),
    t.checks: _by(t.checks.c.person_id),
    t.training_records: _by(t.training_records.c.person_id),
    t.certificates: _by(t.certificates.c.person_id),
    t.offers: _by(t.offers.c.person_id),
    t.notices: _by(t.notices.c.to),
    t.wishes: _in_participations(t.wishes.c.participation_id),
    t.vetoes: lambda person_id: or_(  # only those the person has given: the rest is in confidence
        and_(
            t.vetoes.c.by == VetoBy.MENTEE,
            _in_participations(t.vetoes.c.mentee_participation_id)(person_id),
        ),
        and_(
            t.vetoes.c.by == VetoBy.MENTOR,
            _in_participations(t.vetoes.c.mentor_participation_id)(person_id),
        ),
    ),
    t.group_polls: _by(t.group_polls.c.offered_by),
    t.group_poll_answers: _in_participations(t.group_poll_answers.c.participation_id),
    t.goals: _by(t.goals.c.mentee_id, t.goals.c.mentor_id),
    t.goal_steps: lambda person_id: t.goal_steps.c.pair_id.in_(
        select(t.pairs.c.id).where(OWNED[t.pairs](person_id))
    ),
    t.pair_marks: lambda person_id: t.pair_marks.c.pair_id.in_(
        select(t.pairs.c.id).where(OWNED[t.pairs](person_id))
    ),
    t.mass_lines: lambda person_id: t.mass_lines.c.pair_id.in_(
        select(t.pairs.c.id).where(OWNED[t.pairs](person_id))
    ),
    t.diary_notes: _by(t.diary_notes.c.person_id),
    t.goodbyes: _by(t.goodbyes.c.mentee_id, t.goodbyes.c.mentor_id),
    t.farewells: _by(t.farewells.c.person_id),
    t.corrections: _in_participations(t.corrections.c.participation_id),
    t.selection_steps: _in_participations(t.selection_steps.c.participation_id),
    t.tickets: _by(t.tickets.c.person_id),
    t.ticket_messages: lambda person_id: t.ticket_messages.c.ticket_id.in_(
        select(t.tickets.c.id).where(OWNED[t.tickets](person_id))
    ),
    t.desk_notes: lambda person_id: or_(
        _in_participations(t.desk_notes.c.participation_id)(person_id),
        t.desk_notes.c.pair_id.in_(select(t.pairs.c.id).where(OWNED[t.pairs](person_id))),
    ),
    t.report_texts: _by(t.report_texts.c.mentee_id, t.report_texts.c.mentor_id),
    t.board_places: _by(t.board_places.c.person_id),
    t.effort_thanks: _by(t.effort_thanks.c.person_id),
    t.invitations: lambda person_id: or_(
        t.invitations.c.person_id == person_id,
        _in_participations(t.invitations.c.subject_id)(person_id),
    ),
}
# of the machinery, or a secret: not handed over
NOT_TOLD = frozenset(
    {
        "version", "row_version", "owner", "lease_until", "token_hash", "number_hash", "text_hash",
        "feed_hash",
        "alternatives", "decision",
    }
)
# what a curator weighs and decides about two people, and what the other of them said: like a veto
# it is in confidence
_WEIGHED: Mapping[Table, frozenset[str]] = {
    t.pair_marks: frozenset({"alerts", "light", "reason", "until"}),
    t.mass_lines: frozenset({"before", "left_out", "undone"}),
    t.matching_lines: frozenset({"lacks", "state", "before", "note"}),
}
# told to the person alone: a child may have asked, or told somebody of the team, what is not for
# the ears of a parent; that there was such a talk, and when, is told
_OWN_EARS: Mapping[Table, frozenset[str]] = {
    t.ticket_messages: frozenset({"words"}),
    t.desk_notes: frozenset({"words"}),
}
# columns that name people of the team or the other side: in a copy they are somebody else
_SOMEBODY = "somebody else"

# What is emptied. Rows stay for the counts; what is not named here says nothing about anybody
# once the name is gone.
ERASED: Mapping[Table, Mapping[str, Any]] = {
    t.people: {
        "name": None,
        "search_name": None,
        "birth_year": None,
        "birth_date": None,
        "age_band": None,
        "day_before_hour": None,
        "feed_hash": None,
    },
    t.participations: {"reason": None},
    t.responses: {
        "answers": {}, "drafts": {}, "seconds": None, "handed_in": None, "cursor": None,
        "group_name": None, "replaced": None,
    },
    t.pairs: {"reasons": [], "answer_reason": None},
    t.meetings: {"where": None, "reason": None, "next_step": None, "mood": None},
    t.group_polls: {"where": None},
    t.pair_words: {"said": {}},
    t.matching_lines: {"reasons": [], "lacks": [], "alternatives": [], "note": None},
    t.checks: {"number_hash": None},
    t.training_records: {"answers": {}},
    t.offers: {"words": None, "note": None},
    t.pair_marks: {"alerts": []},
    t.mass_lines: {"before": None},
    t.goals: {"title": "", "measure": ""},
    t.goal_steps: {"words": ""},
    t.farewells: {"thanks": None},
    t.corrections: {"before": None, "after": None},
    t.selection_steps: {"note": None, "flags": []},
    t.ticket_messages: {"words": ""},
    t.desk_notes: {"words": ""},
    t.invitations: {"label": None, "uses_left": 0},
}
REMOVED = (
    t.contacts, t.notices, t.wishes, t.vetoes, t.diary_notes, t.report_texts, t.board_places,
    t.effort_thanks,
)  # fmt: skip
# What others said about the person goes as well, though it is handed over to nobody.
_ABOUT: Mapping[Table, Whose] = {
    t.wishes: lambda person_id: or_(
        _in_participations(t.wishes.c.participation_id)(person_id),
        _in_participations(t.wishes.c.wished_participation_id)(person_id),
    ),
    t.vetoes: lambda person_id: or_(
        _in_participations(t.vetoes.c.mentee_participation_id)(person_id),
        _in_participations(t.vetoes.c.mentor_participation_id)(person_id),
    ),
}
# the reasons of an ended pair that are words of ours; anything else somebody wrote
_KNOWN_REASONS = (*ENDINGS, CONSENT_WITHDRAWN)


def _said_no(pair: Mapping[str, Any], person_id: UUID) -> bool:
    side = "mentor" if pair["mentor_id"] == person_id else "mentee"
    return pair[f"{side}_accepts"] is False


class PersonalStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def counts(self, person_id: UUID) -> dict[str, int]:
        """How many rows of each table are about the person, in one statement."""
        query = select(
            *(
                select(func.count())
                .select_from(table)
                .where(whose(person_id))
                .scalar_subquery()
                .label(table.name)
                for table, whose in OWNED.items()
            )
        )
        row = (await self._session.execute(query)).mappings().one()
        return dict(row)

    async def rows(
        self, person_id: UUID, *, to_guardian: bool = False
    ) -> dict[str, list[dict[str, Any]]]:
        """A copy of all of it. Who else stands in a row is not named, not even by an id."""
        found: dict[str, list[dict[str, Any]]] = {}
        for table, whose in OWNED.items():
            kept_back = NOT_TOLD | _WEIGHED.get(table, frozenset())
            if to_guardian:
                kept_back |= _OWN_EARS.get(table, frozenset())
            columns = [column for column in table.columns if column.name not in kept_back]
            result = await self._session.execute(select(*columns).where(whose(person_id)))
            people = {
                column.name
                for column in columns
                if any(key.column.table is t.people for key in column.foreign_keys)
                or column.name.endswith("_by")
            }
            found[table.name] = [
                {
                    name: _SOMEBODY
                    if name in people and value is not None and value != person_id
                    else value
                    for name, value in row.items()
                }
                for row in result.mappings()
            ]
        for pair in found[t.pairs.name]:
            if not _said_no(pair, person_id):  # why the other side said no is the curator's
                pair["answer_reason"] = None
        for note in found[t.desk_notes.name]:
            if note["pair_id"] is not None:  # it speaks of the other one as well
                note.pop("words", None)
        for meeting in found[t.meetings.name]:
            if meeting["mentor_id"] != person_id:  # the mentor's word to the curator
                meeting["mood"] = None
        for row in (*found[t.pairs.name], *found[t.matching_lines.name]):
            row["reasons"] = [one for one in row["reasons"] if one["key"] in TOLD]
        return found

    async def erase(self, person_id: UUID, now: datetime) -> dict[str, int]:
        """Empty and remove what is personal; how many rows of each table that was."""
        addresses = await self._addresses(person_id)
        what = {
            table.name: await self._change(table, person_id, **values)
            for table, values in ERASED.items()
        }
        p = t.pairs.c
        own_words = and_(OWNED[t.pairs](person_id), p.reason.not_in(_KNOWN_REASONS))
        await self._session.execute(update(t.pairs).where(own_words).values(reason=None))
        ends = {"ended_at": now}
        for table in (t.memberships, t.guardianships):
            open_ = and_(OWNED[table](person_id), table.c.ended_at.is_(None))
            await self._session.execute(update(table).where(open_).values(**ends))
        for table in REMOVED:
            connection = await self._session.connection()
            about = _ABOUT.get(table, OWNED[table])
            gone = await connection.execute(delete(table).where(about(person_id)))
            what[table.name] = gone.rowcount
        await self._forget_mail(addresses)
        await self._change(t.people, person_id, erased_at=now)
        return {name: n for name, n in what.items() if n}

    async def _change(self, table: Table, person_id: UUID, **values: Any) -> int:
        connection = await self._session.connection()
        whole = update(table).where(OWNED[table](person_id)).values(**values)
        return (await connection.execute(whole)).rowcount

    async def _addresses(self, person_id: UUID) -> list[tuple[str, str]]:
        c = t.contacts.c
        query = select(c.messenger, c.address).where(c.person_id == person_id)
        return [(messenger, address) for messenger, address in await self._session.execute(query)]

    async def _forget_mail(self, addresses: list[tuple[str, str]]) -> None:
        """Updates set aside, the open dialog, wrong links; what is done holds no words any more."""
        for messenger, address in addresses:
            chat = t.inbox.c.chat == address
            await self._session.execute(
                delete(t.inbox).where(chat, t.inbox.c.state == "quarantined")
            )
            await self._session.execute(
                delete(t.conversations).where(t.conversations.c.key.like(f"%:{address}:{address}"))
            )
            w = t.wrong_codes.c
            mine = and_(w.messenger == messenger, w.address == address)
            await self._session.execute(delete(t.wrong_codes).where(mine))

