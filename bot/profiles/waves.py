"""`waves.yaml`: which waves of questionnaires a programme may have, and when people are written to.

`of`, `forms` of a wave: the roles and forms of mentoring that are asked; left out: all.
"""

from collections.abc import Collection
from datetime import time

from bot.domain.access import Role
from bot.domain.people import Tone
from bot.domain.waves import (
    APART,
    ASKED_ROLES,
    LONGEST_DAYS,
    MOST_REMINDERS,
    ON_A_DAY,
    Audience,
    WaveEvent,
    WaveRules,
    WaveTemplate,
)
from bot.profiles.content import Node

_TONES = {"learners": Tone.TY, "others": Tone.VY}


def waves(
    node: Node, questionnaires: Collection[str], forms: Collection[str], asked: Collection[str]
) -> WaveRules:
    """`asked`: of the questionnaires, those that fit a form of this profile; the rest have none."""
    parts = node.only(needs=["reminders", "good_hours", "waves"])
    templates = tuple(_template(one, questionnaires, forms) for one in parts["waves"].each())
    parts["waves"].once([one.key for one in templates])
    hours = parts["good_hours"].only(needs=list(_TONES))
    return WaveRules(
        templates=tuple(one for one in templates if one.questionnaire in asked),
        reminders=_reminders(parts["reminders"]),
        good_hours={tone: _hours(hours[name]) for name, tone in _TONES.items()},
    )


def _reminders(node: Node) -> tuple[int, ...]:
    days = [one.whole() for one in node.each()]
    if len(days) > MOST_REMINDERS:
        raise node.wrong(f"at most {MOST_REMINDERS} reminders")
    if any(later - earlier < APART.days for earlier, later in zip([0, *days], days, strict=False)):
        raise node.wrong(f"letters come {APART.days} days or more apart")
    return tuple(days)


def _hours(node: Node) -> tuple[time, time]:
    found = [one.time_of_day() for one in node.each()]
    if len(found) != 2 or found[0] >= found[1]:
        raise node.wrong("two times are needed, the earlier first")
    return found[0], found[1]


def _template(
    node: Node, questionnaires: Collection[str], forms: Collection[str]
) -> WaveTemplate:
    parts = node.only(
        needs=["key", "questionnaire", "event", "days"], may=["anonymous", "of", "forms", "alone"]
    )
    event = WaveEvent(parts["event"].one_of([str(one) for one in WaveEvent]))
    anonymous = parts["anonymous"].flag() if "anonymous" in parts else False
    if anonymous and event not in ON_A_DAY:
        raise parts["anonymous"].wrong("who answers alone that day would be known")
    days = parts["days"].whole()
    if not 0 < days <= LONGEST_DAYS:
        raise parts["days"].wrong(f"a wave lasts 1 to {LONGEST_DAYS} days")
    roles: tuple[Role, ...] = ASKED_ROLES
    if "of" in parts:
        named = {one.one_of([str(role) for role in ASKED_ROLES]) for one in parts["of"].each()}
        roles = tuple(role for role in ASKED_ROLES if role in named)
    return WaveTemplate(
        key=parts["key"].key(),
        questionnaire=parts["questionnaire"].one_of(sorted(questionnaires)),
        event=event,
        days=days,
        anonymous=anonymous,
        audience=Audience(
            roles=roles,
            forms=tuple(one.one_of(sorted(forms)) for one in parts["forms"].each())
            if "forms" in parts
            else (),
            alone=parts["alone"].flag() if "alone" in parts else False,
        ),
    )
