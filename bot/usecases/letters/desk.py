"""Letters of the curator's desk: questions that wait, answers, letters to many."""

from collections.abc import Sequence

from bot.domain.broadcasts import BroadcastState
from bot.domain.notices import Notice
from bot.domain.tickets import TicketState
from bot.usecases.joining.intake import curator_name
from bot.usecases.letters.base import Desk, Letter, Letters, Press

_SHOWN = 200  # characters of the question above its answer


async def tickets_wait(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """How many have no answer, and for how long."""
    ids = {notice.subject for notice in notices}
    waiting = await desk.tx.tickets.waiting(ids)
    programmes = await desk.tx.programmes.many(ids)
    letters = {}
    for notice in notices:
        if notice.subject not in waiting:
            continue
        number, since = waiting[notice.subject]
        letters[notice.id] = Letter(
            "letter-tickets-wait",
            {
                "programme": programmes[notice.subject].name,
                "count": number,
                "days": (desk.tx.now - since).days,
            },
            ((Press("button-open-tickets", "open-tickets", notice.subject),),),
        )
    return letters


async def answered(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """The curator's last words, under the question."""
    tx = desk.tx
    tickets = await tx.tickets.many({notice.subject for notice in notices})
    said_in = await tx.tickets.messages(list(tickets)) if tickets else {}
    names = await tx.people.names({one.person_id for some in said_in.values() for one in some})
    letters = {}
    for notice in notices:
        ticket = tickets.get(notice.subject)
        if ticket is None or ticket.state is not TicketState.ANSWERED:
            continue
        said = said_in[ticket.id]
        asked = [one.words for one in said if one.person_id == ticket.person_id]
        replies = [one for one in said if one.person_id != ticket.person_id]
        if not asked or not replies:
            continue
        letters[notice.id] = Letter(
            "letter-ticket-answered",
            {
                "question": asked[-1] if len(asked[-1]) <= _SHOWN else asked[-1][:_SHOWN] + "…",
                "answer": replies[-1].words,
                "curator": names.get(replies[-1].person_id, "—"),
            },
            ((Press("button-open-ticket", "open-ticket", ticket.id),),),
        )
    return letters


async def broadcast(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """A ready message in the reader's language, or the curator's own words."""
    tx = desk.tx
    found = await tx.broadcasts.many({notice.subject for notice in notices})
    programmes = await tx.programmes.many({one.programme_id for one in found.values()})
    curators = {
        one.programme_id: await curator_name(tx, one.organisation_id, one.programme_id)
        for one in {one.programme_id: one for one in found.values()}.values()
    }
    letters = {}
    for notice in notices:
        one = found.get(notice.subject)
        if one is None or one.state is BroadcastState.STOPPED:
            continue
        message = desk.profile.ready_message(one.ready) if one.ready else None
        if message is None and not one.words:  # the profile has it no more
            continue
        letters[notice.id] = Letter(
            "letter-broadcast",
            {
                "programme": programmes[one.programme_id].name,
                "words": message.text if message is not None else one.words,
                "curator": curators[one.programme_id],
            },
            ((Press("button-ask-curator", "ask-curator", one.programme_id),),),
        )
    return letters
