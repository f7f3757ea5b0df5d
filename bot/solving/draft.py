"""From candidates to the best draft of pairs, proved, with other mentors and what they would cost.

Meant for the worker process. The solver is loaded when it is first needed, so that the bot itself
may import this module.
"""

from uuid import UUID

from bot.domain.matching import Alternative, Draft, Problem


def best(problem: Problem) -> Draft:
    """The best fit first. The answer does not depend on the order of the input and is proved.

    Groups come with what their bound leaves open.
    """
    if any(form.key in problem.tuning.group_forms for form in problem.forms):
        from bot.solving.groups_draft import draft_with_groups

        return draft_with_groups(problem)
    from bot.solving.drafting import Drafting

    return Drafting(problem).draft()


def insist(problem: Problem, *, mentee: UUID, mentor: UUID) -> Alternative:
    """Exactly what one pair (participation ids) would cost everybody, were it given.

    Raises ValueError when the rules do not allow it, or the answer is a stable one.
    """
    from bot.solving.drafting import Drafting

    return Drafting(problem).insisted(mentee, mentor)
