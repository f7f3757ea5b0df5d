"""A second mentor for groups: of those who lead none, one whom every member may have, at that hour.

For given groups this is exact: as many groups as possible get one, and of those the best fits.
"""

import numpy as np

from bot.solving.flow import assign
from bot.solving.groups_instance import Bools, Groups
from bot.solving.instance import NOBODY, Instance, Ints


def second_mentors(pairs: Instance, groups: Groups, room: Ints, mentor_free: Bools) -> Ints:
    """Of each mentor who leads a group the second one, or `NOBODY`.

    `pairs`: all that the rules allow; `room`: how many mentees each mentor could still take.
    """
    second = np.full(pairs.mentors, NOBODY, np.int64)
    size = np.bincount(groups.mentor[groups.mentor != NOBODY], minlength=pairs.mentors)
    leader = groups.mentor[pairs.mentee]
    chosen = (leader != NOBODY) & (size[pairs.mentor] == 0)
    key, pair_of = np.unique(
        leader[chosen] * pairs.mentors + pairs.mentor[chosen], return_inverse=True
    )
    leads, helps = np.divmod(key, max(pairs.mentors, 1))
    knows = np.bincount(pair_of, minlength=key.size)
    points = np.bincount(pair_of, pairs.gain[chosen], key.size).astype(np.int64)
    fits = (
        (knows == size[leads])
        & (room[helps] >= size[leads])
        & mentor_free[helps, groups.slot[leads]]
    )
    answer = assign(
        Instance.from_arrays(
            pairs.mentors, np.ones(pairs.mentors, np.int64), leads[fits], helps[fits], points[fits]
        )
    )
    led = answer.mentor != NOBODY
    second[led] = answer.mentor[led]
    return second
