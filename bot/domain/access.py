"""Who may do what, and with whose things.

A right is a role's grant *and* its reach: a mentor may offer a meeting, but only in a pair of hers.
A new role is one member of `Role`, one row of `GRANTS` and one of `REACH`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from bot.domain.errors import InArchive, NotAllowed


class Role(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"
    ALUMNUS = "alumnus"
    GUARDIAN = "guardian"
    CURATOR = "curator"
    DEPUTY = "deputy"  # does what a curator does, except founding, appointing and closing
    PSYCHOLOGIST = "psychologist"
    CLASS_TEACHER = "class-teacher"
    HEAD = "head"  # of the organisation: reads
    REGION = "region"  # regional coordinator: totals only
    OPERATOR = "operator"


class May(StrEnum):
    MANAGE_PROGRAMME = "manage-programme"
    APPOINT = "appoint"  # deputies, psychologists, class teachers, heads
    ARCHIVE = "archive"  # put a programme away, and bring it back
    ENTER_PROGRAMME = "enter-programme"  # its desk: what waits there, in numbers
    PLAN_STAGES = "plan-stages"  # the road map and the school calendar
    SEE_STAGES = "see-stages"
    INVITE = "invite"
    KEEP_LINKS = "keep-links"  # all live links of the programme, not only one's own
    SEE_APPLICATIONS = "see-applications"
    DECIDE_APPLICATIONS = "decide-applications"
    ENTER_PARTICIPANTS = "enter-participants"  # in the name of who uses no messenger; imports
    CHECK_MENTORS = "check-mentors"  # identity, certificates
    INTERVIEW_MENTORS = "interview-mentors"
    KEEP_OFFERS = "keep-offers"  # of alumni
    SEE_BASES = "see-bases"  # lists of people, and their export
    SEE_TOTALS = "see-totals"  # numbers without names
    SEE_REGION = "see-region"  # totals over all programmes, small numbers hidden
    REMIND_ORGANISATIONS = "remind-organisations"  # those of a region that are behind
    PROPOSE_PAIRS = "propose-pairs"
    TUNE_MATCHING = "tune-matching"  # what counts how much, which rules hold
    SEE_PAIRS = "see-pairs"
    RUN_WAVES = "run-waves"
    READ_DIGEST = "read-digest"
    ENTER_COUNTS = "enter-counts"  # numbers that only the organisation knows; never of a person
    MAKE_DOCUMENTS = "make-documents"  # the report of the programme, its orders and letters
    ASSESS = "assess"  # the programme: its assessment and its SWOT board
    FILL_APPLICATION = "fill-application"
    LEARN = "learn"  # the training of mentors
    WISH = "wish"  # say after the general meeting whom one would like
    ANSWER_PROPOSAL = "answer-proposal"
    OFFER_MEETING = "offer-meeting"
    PICK_MEETING = "pick-meeting"
    CONFIRM_MEETING = "confirm-meeting"
    KEEP_PLAN = "keep-plan"  # goals, diary and goodbye of one's own pair
    READ_DIARY = "read-diary"  # of pairs one answers for; without private notes
    CHECK_THANKS = "check-thanks"  # notes of thanks in which a minor is involved
    KEEP_DESK = "keep-desk"  # answer questions, write to many, tasks
    KEEP_NOTES = "keep-notes"  # of the team on people and pairs
    ASK_CURATOR = "ask-curator"
    TELL_CURATOR = "tell-curator"  # in private, about one's own pair
    ANSWER_SURVEY = "answer-survey"
    SEE_BOARD = "see-board"  # of thanks, and whether one's own name stands on it
    CONSENT_FOR_WARD = "consent-for-ward"
    READ_TROUBLES = "read-troubles"


class Reach(StrEnum):
    OWN = "own"  # only what the person is a party of
    PROGRAMME = "programme"  # the programme, or all programmes of the organisation
    INSTALLATION = "installation"


_PARTICIPANT = frozenset(
    {
        May.FILL_APPLICATION,
        May.WISH,
        May.ANSWER_PROPOSAL,
        May.CONFIRM_MEETING,
        May.KEEP_PLAN,
        May.TELL_CURATOR,
        May.ASK_CURATOR,
        May.ANSWER_SURVEY,
        May.SEE_BOARD,
    }
)
_DEPUTY = frozenset(
    {
        May.ENTER_PROGRAMME,
        May.KEEP_LINKS,
        May.PLAN_STAGES,
        May.SEE_STAGES,
        May.INVITE,
        May.SEE_APPLICATIONS,
        May.DECIDE_APPLICATIONS,
        May.ENTER_PARTICIPANTS,
        May.CHECK_MENTORS,
        May.INTERVIEW_MENTORS,
        May.KEEP_OFFERS,
        May.SEE_BASES,
        May.SEE_TOTALS,
        May.PROPOSE_PAIRS,
        May.TUNE_MATCHING,
        May.SEE_PAIRS,
        May.READ_DIARY,
        May.CHECK_THANKS,
        May.RUN_WAVES,
        May.READ_DIGEST,
        May.ENTER_COUNTS,
        May.ASSESS,
        May.KEEP_DESK,
        May.KEEP_NOTES,
        May.MAKE_DOCUMENTS,
    }
)
GRANTS: Mapping[Role, frozenset[May]] = {
    Role.MENTEE: _PARTICIPANT | {May.PICK_MEETING},
    Role.MENTOR: _PARTICIPANT | {May.OFFER_MEETING, May.PICK_MEETING, May.LEARN},
    Role.ALUMNUS: frozenset({May.FILL_APPLICATION, May.ASK_CURATOR}),
    Role.GUARDIAN: frozenset({May.CONSENT_FOR_WARD, May.ASK_CURATOR}),
    Role.CURATOR: _DEPUTY | {May.MANAGE_PROGRAMME, May.APPOINT, May.ARCHIVE},
    Role.DEPUTY: _DEPUTY,
    Role.PSYCHOLOGIST: frozenset(
        {
            May.ENTER_PROGRAMME,
            May.SEE_APPLICATIONS,
            May.INTERVIEW_MENTORS,
            May.SEE_PAIRS,
            May.SEE_STAGES,
            May.KEEP_NOTES,
        }
    ),
    Role.CLASS_TEACHER: frozenset(
        {May.ENTER_PROGRAMME, May.INVITE, May.ENTER_PARTICIPANTS, May.SEE_STAGES}
    ),
    Role.HEAD: frozenset(
        {May.ENTER_PROGRAMME, May.SEE_STAGES, May.SEE_TOTALS, May.SEE_BASES, May.SEE_PAIRS}
    ),
    Role.REGION: frozenset({May.SEE_REGION, May.REMIND_ORGANISATIONS}),
    Role.OPERATOR: frozenset({May.READ_TROUBLES, May.INVITE}),
}
# What still holds in a programme that was put away: reading it, and bringing it back.
IN_ARCHIVE = frozenset(
    {
        May.ARCHIVE,
        May.ENTER_PROGRAMME,
        May.MAKE_DOCUMENTS,
        May.READ_DIARY,
        May.SEE_APPLICATIONS,
        May.SEE_BASES,
        May.SEE_BOARD,
        May.SEE_PAIRS,
        May.SEE_STAGES,
        May.SEE_TOTALS,
    }
)
# What somebody who cares for some pairs only may do with the programme as such; whatever else
# their role may do, they may with those pairs and the people in them.
WITH_A_SHARE = frozenset(
    {May.ENTER_PROGRAMME, May.SEE_STAGES, May.SEE_PAIRS, May.READ_DIGEST}
)
_NEWCOMERS = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)
# Whom a link made by this role may let in. (A guardian's link is made for one child; curators,
# operators and regional coordinators are appointed by whoever runs the bot.)
INVITES: Mapping[Role, tuple[Role, ...]] = {
    Role.CURATOR: _NEWCOMERS,
    Role.DEPUTY: _NEWCOMERS,
    Role.CLASS_TEACHER: (Role.MENTEE,),
    Role.OPERATOR: _NEWCOMERS,
}
TEAM = (Role.CURATOR, Role.DEPUTY, Role.PSYCHOLOGIST, Role.CLASS_TEACHER, Role.HEAD)
APPOINTED_BY_CURATOR = TEAM[1:]
IN_CHARGE = (Role.CURATOR, Role.DEPUTY)  # they decide, and hear of what there is to decide
REACH: Mapping[Role, Reach] = {
    Role.MENTEE: Reach.OWN,
    Role.MENTOR: Reach.OWN,
    Role.ALUMNUS: Reach.OWN,
    Role.GUARDIAN: Reach.OWN,
    Role.CURATOR: Reach.PROGRAMME,
    Role.DEPUTY: Reach.PROGRAMME,
    Role.PSYCHOLOGIST: Reach.PROGRAMME,
    Role.CLASS_TEACHER: Reach.PROGRAMME,
    Role.HEAD: Reach.PROGRAMME,
    Role.REGION: Reach.INSTALLATION,
    Role.OPERATOR: Reach.INSTALLATION,
}


class Thing(Protocol):
    """What a right is about: it lies in an organisation and has people who are its parties."""

    @property
    def organisation_id(self) -> UUID: ...

    @property
    def programme_id(self) -> UUID | None: ...

    @property
    def parties(self) -> frozenset[UUID]: ...


@dataclass(frozen=True)
class Assignment:
    """One role somebody holds; without a programme it holds for the whole organisation."""

    role: Role
    organisation_id: UUID
    programme_id: UUID | None = None
    share: frozenset[UUID] | None = None  # the only pairs and people; None: everybody's

    def gives(self, what: May, thing: Thing, person_id: UUID) -> bool:
        """Whether the role grants it and reaches the thing."""
        if what not in GRANTS[self.role] or not self.covers(thing, person_id):
            return False
        return self.share is None or self._shares(what, thing, self.share)

    def _shares(self, what: May, thing: Thing, share: frozenset[UUID]) -> bool:
        """A pair by its id: its mentor may be in another's pair too. Others by who they are of."""
        pair_id = getattr(thing, "pair_id", None)
        if pair_id is not None:
            return pair_id in share
        return thing.parties <= share if thing.parties else what in WITH_A_SHARE

    def covers(self, thing: Thing, person_id: UUID) -> bool:
        reach = REACH[self.role]
        if reach is Reach.INSTALLATION:
            return True
        if thing.organisation_id != self.organisation_id:
            return False
        if self.programme_id not in (None, thing.programme_id):
            return False
        return reach is Reach.PROGRAMME or person_id in thing.parties


@dataclass(frozen=True)
class Actor:
    """The person asking, as they are right now."""

    person_id: UUID
    locale: str
    tone: str
    assignments: tuple[Assignment, ...] = ()
    archived: frozenset[UUID] = frozenset()  # programmes in reach that were put away

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(a.role for a in self.assignments)

    def may(self, what: May, thing: Thing | None = None) -> bool:
        """Whether some role of the actor grants `what`, and reaches `thing` when one is named."""
        return not self._shelved(what, thing) and self._holds(what, thing)

    def _holds(self, what: May, thing: Thing | None) -> bool:
        return any(
            what in GRANTS[a.role] if thing is None else a.gives(what, thing, self.person_id)
            for a in self.assignments
        )

    def share_of(self, what: May, thing: Thing) -> frozenset[UUID] | None:
        """The only pairs and people the right reaches there; None: no such bounds."""
        giving = [a.share for a in self.assignments if a.gives(what, thing, self.person_id)]
        if not giving or None in giving:
            return None
        return frozenset().union(*(share for share in giving if share is not None))

    def _shelved(self, what: May, thing: Thing | None) -> bool:
        """Whether it would change something of a programme that was put away."""
        return (
            thing is not None and thing.programme_id in self.archived and what not in IN_ARCHIVE
        )

    def must(self, what: May, thing: Thing | None = None) -> None:
        """Raises `NotAllowed` unless the actor `may`; `InArchive` when only that forbids it."""
        if not self._holds(what, thing):
            raise NotAllowed
        if self._shelved(what, thing):
            raise InArchive

    def rights(self, thing: Thing) -> frozenset[May]:
        """Everything the actor may do with this very thing."""
        return frozenset(right for right in May if self.may(right, thing))

    def may_invite(self, thing: Thing) -> tuple[Role, ...]:
        """Whom the actor's links into this programme may let in; in the order of the buttons."""
        if not self.may(May.INVITE, thing):
            return ()
        mine = {
            role
            for a in self.assignments
            if a.gives(May.INVITE, thing, self.person_id)
            for role in INVITES.get(a.role, ())
        }
        return tuple(role for role in _NEWCOMERS if role in mine)
