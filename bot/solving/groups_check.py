"""Whether groups keep every promise: checked person by person, without anything of the solver."""

from bot.solving.groups_instance import GroupInstance, Groups
from bot.solving.instance import NOBODY


class BrokenGroups(ValueError):
    """A group too small or too large, without an hour that all share, or with a forbidden pair."""


def check(instance: GroupInstance, groups: Groups) -> None:
    """Raises `BrokenGroups`. That nobody sits twice follows from one mentor for each mentee."""
    pairs = instance.pairs
    if groups.mentor.shape != (instance.mentees,) or groups.slot.shape != (instance.mentors,):
        raise BrokenGroups("not an answer to this instance")
    allowed = set(zip(pairs.mentee.tolist(), pairs.mentor.tolist(), strict=True))
    members: dict[int, list[int]] = {}
    for mentee, mentor in enumerate(groups.mentor.tolist()):
        if mentor == NOBODY:
            continue
        if (mentee, mentor) not in allowed:
            raise BrokenGroups(f"mentee {mentee} is not allowed with mentor {mentor}")
        members.setdefault(mentor, []).append(mentee)
    for mentor, slot in enumerate(groups.slot.tolist()):
        group = members.get(mentor, [])
        if not group:
            if slot != -1:
                raise BrokenGroups(f"mentor {mentor} has a slot and nobody to meet")
            continue
        if not instance.smallest[mentor] <= len(group) <= pairs.places[mentor]:
            raise BrokenGroups(f"mentor {mentor} has a group of {len(group)}")
        if not 0 <= slot < instance.mentor_free.shape[1] or not instance.mentor_free[mentor, slot]:
            raise BrokenGroups(f"mentor {mentor} is not free in slot {slot}")
        for mentee in group:
            if not instance.mentee_free[mentee, slot]:
                raise BrokenGroups(f"mentee {mentee} is not free in slot {slot}")
