"""What the menu says and offers about each activity: lines, and buttons by how much they matter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from bot.dialogs.parts.lines import Line, button, named, spoken, worded
from bot.dialogs.parts.screens import Hands
from bot.domain.access import Role
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.pairs import AGREED, PairState
from bot.domain.participations import ParticipationState
from bot.domain.selection import Awaits
from bot.domain.spoken import Day, Listed, When
from bot.usecases.applications.selection import Way
from bot.usecases.documents.boards import ToAsk
from bot.usecases.joining.intake import Step
from bot.usecases.matching.open_wishes import OpenWishes
from bot.usecases.monitoring.surveys import OpenSurvey
from bot.usecases.pairs.goodbyes import MyGoodbye
from bot.usecases.pairs.group_poll_views import MyPoll
from bot.usecases.pairs.pairs import MyPair
from bot.usecases.people import WardLine
from bot.usecases.programme.programmes import ProgrammeLine

# Somebody waits for the person; the next step; at hand any time; about nothing in particular.
WAITS, NEXT, LATER, DOOR = range(4)


@dataclass(frozen=True)
class Entries:
    lines: tuple[Line, ...] = ()
    buttons: tuple[tuple[int, dict[str, str]], ...] = ()

    def __add__(self, other: "Entries") -> "Entries":
        return Entries(self.lines + other.lines, self.buttons + other.buttons)

    def in_order(self) -> list[dict[str, str]]:
        """What matters most first; within that, in the order of the lines."""
        return [one for _, one in sorted(self.buttons, key=lambda rated: rated[0])]


def _press(
    at_hand: Hands, rank: int, act: str, subject: UUID, key: str, **args: object
) -> tuple[int, dict[str, str]]:
    return rank, button(f"{act}:{subject}", worded(at_hand, key, **args))


def path(
    at_hand: Hands, steps: Sequence[Step], ways: Mapping[UUID, Way], *, paired: bool
) -> Entries:
    """The way into each programme: what is done, who does what next."""
    entries = Entries()
    for step in steps:
        way = ways.get(step.participation_id)
        if not (paired and step.state is ParticipationState.APPROVED):
            entries += Entries(lines=_path_lines(at_hand, step, way))
        elif way is not None and way.awaits is Awaits.CHECK:
            entries += Entries(lines=(_lapsed(at_hand, way),))
        entries += Entries(buttons=_path_buttons(at_hand, step, alone=len(steps) == 1))
    return entries


def _path_lines(at_hand: Hands, step: Step, way: Way | None) -> tuple[Line, ...]:
    title = Line("menu-path", {"programme": step.programme})
    if step.state is ParticipationState.WITHDRAWN:  # what was done on the way is over as well
        return title, Line("menu-now-withdrawn")
    done = []
    if step.form_sent:
        done.append(Line("menu-done-form"))
    if step.guardian_needed and step.guardian_agreed:
        done.append(Line("menu-done-guardian"))
    if way is not None:
        done += [Line(f"menu-done-{stage}") for stage, passed in way.stages if passed]
    state = step.state
    if way is not None and state is ParticipationState.APPROVED and way.awaits is Awaits.CHECK:
        now = _lapsed(at_hand, way)
    elif way is not None and way.stages and state is ParticipationState.APPLIED:
        now = Line(f"menu-selection-{way.awaits}", {"documents": _missing(at_hand, way)})
    elif state is ParticipationState.GUARDIAN and not step.form_sent:
        now = Line("menu-now-guardian-first")
    elif state is ParticipationState.APPROVED:
        now = Line(f"menu-now-approved-{step.role}")
    elif state is ParticipationState.APPLIED:
        now = Line(f"menu-now-applied-{step.role}")
    else:
        now = Line(f"menu-now-{state}")
    return title, *done, now


def _lapsed(at_hand: Hands, way: Way) -> Line:
    return Line("menu-selection-lapsed", {"documents": _missing(at_hand, way)})


def _missing(at_hand: Hands, way: Way) -> Listed:
    """Documents that are not there, or do not hold any more."""
    kinds = [at_hand.profile.check_kind(key) for key, check in way.checks if check is None]
    return Listed(tuple(kind.title for kind in kinds if kind is not None))


def _path_buttons(
    at_hand: Hands, step: Step, *, alone: bool
) -> tuple[tuple[int, dict[str, str]], ...]:
    """One button for the next step; of several programmes it says which."""
    keys = {
        ParticipationState.CONSENT: (NEXT, "join", "menu-go-consent"),
        ParticipationState.FORM: (NEXT, "join", "menu-go-form"),
        ParticipationState.GUARDIAN: (NEXT, "join", "menu-go-guardian"),
        ParticipationState.APPLIED: (LATER, "correct", "menu-go-correct"),
        ParticipationState.APPROVED: (LATER, "correct", "menu-go-correct"),
        ParticipationState.RESERVE: (LATER, "correct", "menu-go-correct"),
        ParticipationState.DECLINED: (LATER, "correct", "menu-go-correct"),
    }
    if step.state not in keys:
        return ()
    rank, act, key = keys[step.state]
    subject = f"{act}:{step.participation_id}"
    if alone:
        return ((rank, button(subject, worded(at_hand, key))),)
    label = worded(
        at_hand, "menu-go-one-of-many", what=worded(at_hand, key), programme=step.programme
    )
    return ((rank, button(subject, label)),)


def pairs(at_hand: Hands, mine: Sequence[MyPair], asked: Sequence[MyPoll] = ()) -> Entries:
    """`asked`: polls by which some of these pairs find their time."""
    polled = {pair_id for poll in asked for pair_id in poll.pair_ids}
    entries = Entries()
    for pair in mine:
        active = partial(_active, polled=pair.pair_id in polled)
        entries += _DRAWN.get(pair.state, active)(at_hand, pair)
        if pair.state in AGREED and pair.trial:
            entries += Entries(buttons=(_trial(at_hand, pair),))
    return entries


def _proposed(at_hand: Hands, pair: MyPair) -> Entries:
    who = {"partner": pair.partner}
    if pair.my_answer:
        return Entries(lines=(Line(f"menu-proposal-waits-{pair.side}", who),))
    press = _press(at_hand, WAITS, "answer", pair.pair_id, f"menu-go-proposal-{pair.side}", **who)
    return Entries((Line(f"menu-proposal-{pair.side}", who),), (press,))


def _trial(at_hand: Hands, pair: MyPair) -> tuple[int, dict[str, str]]:
    """The word on the trial comes before anything else."""
    return _press(at_hand, WAITS, "trial", pair.pair_id, "menu-go-trial", partner=pair.partner)


def _accepted(at_hand: Hands, pair: MyPair) -> Entries:
    return Entries(lines=(Line("menu-pair-accepted", {"partner": pair.partner}),))


def _rests(at_hand: Hands, pair: MyPair) -> Entries:
    """Until a day that was asked for, or until a document is there."""
    if pair.rests_until is None:
        return _paused(at_hand, pair)
    about = {"partner": pair.partner, "until": pair.rests_until}
    entries = Entries(lines=(Line("menu-pair-rests", about),))
    for one in pair.waiting:
        if one.state is not MeetingState.OFFERED:  # what was before the pause can still be told
            entries += _waiting(at_hand, pair, one)
    return entries + _diary(at_hand, pair)


def _paused(at_hand: Hands, pair: MyPair) -> Entries:
    """No meetings for now; what can be done about it stands in the documents."""
    me = at_hand.actor.person_id
    press = _press(at_hand, NEXT, "consents", me, "menu-go-documents")
    return Entries((Line(f"menu-pair-paused-{pair.side}", {"partner": pair.partner}),), (press,))


_DRAWN = {
    PairState.PROPOSED: _proposed,
    PairState.ACCEPTED: _accepted,
    PairState.PAUSED: _rests,
}


def _active(at_hand: Hands, pair: MyPair, *, polled: bool) -> Entries:
    who = {"partner": pair.partner}
    entries = Entries(lines=(Line(f"menu-pair-{pair.side}", who),))
    for one in pair.waiting:
        entries += _waiting(at_hand, pair, one)
    meeting = pair.next_meeting
    if meeting is not None:
        assert meeting.at is not None
        when = {"at": When(meeting.at, pair.zone, pair.now)}
        entries += Entries(
            (Line("menu-meeting", when),),
            (_press(at_hand, NEXT, "meeting", meeting.id, "menu-go-meeting", **who, **when),),
        )
    offered = any(one.state is MeetingState.OFFERED for one in pair.waiting)
    if meeting is None and not offered:
        if not polled:  # else the poll's own line says how it goes on
            entries += Entries(lines=(Line(f"menu-no-meeting-{pair.side}", who),))
        if pair.side is Role.MENTOR:
            rank = LATER if polled else NEXT
            press = _press(at_hand, rank, "offer", pair.pair_id, "menu-go-offer", **who)
            entries += Entries(buttons=(press,))
    return entries + _diary(at_hand, pair)


def _diary(at_hand: Hands, pair: MyPair) -> Entries:
    press = _press(
        at_hand, LATER, "diary", pair.pair_id, "menu-go-diary", partner=pair.partner
    )
    return Entries(buttons=(press,))


def _waiting(at_hand: Hands, pair: MyPair, meeting: Meeting) -> Entries:
    """An offer to pick from, an offer the other side thinks about, or "did you meet?"."""
    who = {"partner": pair.partner}
    me = at_hand.actor.person_id
    if meeting.state is MeetingState.OFFERED and meeting.picker() == me:
        press = _press(at_hand, WAITS, "meeting", meeting.id, "menu-go-pick", **who)
        return Entries((Line("menu-offered", who),), (press,))
    if meeting.state is MeetingState.OFFERED:
        press = _press(at_hand, LATER, "meeting", meeting.id, "menu-go-offered", **who)
        return Entries((Line("menu-offer-waits", who),), (press,))
    if meeting.says(me) is None and meeting.at is not None:
        when = {"at": When(meeting.at, pair.zone, pair.now)}
        press = _press(at_hand, WAITS, "meeting", meeting.id, "menu-go-receipt", **who, **when)
        return Entries((Line("menu-receipt", when),), (press,))
    return Entries()


def wishes(
    at_hand: Hands, found: Sequence[OpenWishes], wards: Sequence[WardLine]
) -> Entries:
    """After the general meeting: one's own wishes, or a word for a child."""
    children = {one.ward_id: named(at_hand, one.name) for one in wards}
    entries = Entries()
    for one in found:
        until = When(one.until, one.zone, one.now)
        child = children.get(one.ward_id, "") if one.ward_id else ""
        who = {"name": child, "said": one.said, "until": until}
        kind = "mine" if one.ward_id is None else "ward"
        rank = NEXT if one.said or one.ward_id else WAITS
        press = _press(
            at_hand, rank, "wishes", one.participation_id, f"menu-go-wishes-{kind}", **who
        )
        entries += Entries((Line(f"menu-wishes-{kind}", who),), (press,))
    return entries


def surveys(at_hand: Hands, waiting: Sequence[OpenSurvey]) -> Entries:
    entries = Entries()
    for one in waiting:
        left = one.progress.total - one.progress.number + 1
        facts = {"title": spoken(at_hand, one.questionnaire.title), "left": left}
        until = When(one.closes_at, one.zone, one.now)
        entries += Entries(
            (Line("menu-survey", facts | {"until": until}),),
            (_press(at_hand, WAITS, "survey", one.response_id, "menu-go-survey", **facts),),
        )
    return entries


def hats(takes_part: Entries, works: Entries) -> Entries:
    """Who takes part and works in a team as well sees which is which."""
    if not takes_part.lines or not works.lines:
        return takes_part + works
    return (
        Entries(lines=(Line("menu-as-participant"),))
        + takes_part
        + Entries(lines=(Line("menu-as-team"),))
        + works
    )


def programmes(at_hand: Hands, mine: Sequence[ProgrammeLine], *, founds: bool) -> Entries:
    """Of several organisations each line says which."""
    if not mine:
        return Entries(lines=(Line("menu-no-programme" if founds else "menu-none-at-work"),))
    entries = Entries()
    several = len({one.organisation for one in mine}) > 1
    for one in mine:
        name = f"{one.name} · {one.organisation}" if several else one.name
        facts = {
            "name": name,
            "pairs": one.active_pairs,
            "waiting": one.waiting,
            "free": one.free_mentees,
        }
        waiting = one.waiting if one.opens_applications else 0  # nobody waits for who cannot
        press = _press(
            at_hand,
            WAITS if waiting else NEXT,
            "programme",
            one.programme_id,
            "menu-go-programme",
            **{**facts, "waiting": waiting},
        )
        entries += Entries((Line("menu-programme", facts),), (press,))
    return entries


def wards(at_hand: Hands, found: Sequence[WardLine]) -> Entries:
    """A line for each programme of a child, a button for each child."""
    lines = tuple(
        Line(
            f"menu-ward-{one.state}",
            {"name": named(at_hand, one.name), "programme": one.programme},
        )
        for one in found
    )
    children = {one.ward_id: named(at_hand, one.name) for one in found}
    presses = tuple(
        _press(at_hand, NEXT, "ward", id_, "menu-go-ward", name=name)
        for id_, name in children.items()
    )
    return Entries(lines, presses)


def goodbyes(at_hand: Hands, mine: Sequence[MyGoodbye]) -> Entries:
    """A goodbye under way; one that ended lately keeps its papers at hand."""
    entries = Entries()
    for one in mine:
        stage = "over" if one.ended else "open"
        facts = {"partner": one.partner, "day": Day(one.last_on, one.today)}
        key = "menu-go-goodbye-over" if one.ended else "menu-go-goodbye"
        press = _press(at_hand, LATER if one.ended else NEXT, "goodbye", one.pair_id, key, **facts)
        entries += Entries((Line(f"menu-goodbye-{stage}", facts),), (press,))
    return entries


def polls(at_hand: Hands, mine: Sequence[MyPoll]) -> Entries:
    """A time is looked for with the whole group: to tick, or to see how many have."""
    entries = Entries()
    for one in mine:
        side = "offered" if one.offered else "answered" if one.answered else "asked"
        act, rank = ("poll", NEXT) if one.offered else ("tick", LATER if one.answered else WAITS)
        press = _press(at_hand, rank, act, one.poll_id, f"menu-go-poll-{side}", mentor=one.mentor)
        entries += Entries((Line(f"menu-poll-{side}", {"mentor": one.mentor}),), (press,))
    return entries


def thanks(at_hand: Hands, asked: Sequence[ToAsk]) -> Entries:
    """There is something to thank for; said until the person has looked."""
    entries = Entries()
    for one in asked:
        line = Line("menu-thanks", {"programme": one.programme, "several": len(asked) > 1})
        press = _press(at_hand, LATER, "board", one.participation_id, "board-go")
        entries += Entries((line,), (press,))
    return entries
