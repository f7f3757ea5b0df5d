"""The draft of the order that assigns pairs: put into words here, drawn in the worker, sent."""

from aiogram_dialog import DialogManager

from bot.dialogs.matching.reasons import catalogue_words
from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.screens import Hands, hands
from bot.dialogs.parts.sending import send_file, worker_of
from bot.dialogs.programme.desk import programme_of
from bot.domain.errors import NobodyToAssign
from bot.domain.words import Words
from bot.reports.drawing import draw_paper
from bot.reports.paper import Heading, NewPage, Paper, PaperFormat, Points, Says, TableOf
from bot.usecases.matching import orders as matching_orders
from bot.usecases.matching.orders import Assigned, OrderFacts

_WIDTHS = (1.0, 4.6, 4.6, 3.6, 3.2)  # of the columns, one beside the other


async def send_order(manager: DialogManager) -> None:
    """Raises `NobodyToAssign` when nothing has been approved yet."""
    hand = hands(manager)
    facts = await matching_orders.facts(
        hand.db, hand.actor, programme_id=programme_of(manager)
    )
    if not facts.lines:
        raise NobodyToAssign
    content = await worker_of(manager).run(
        draw_paper, order_paper(hand, facts), PaperFormat.DOCX
    )
    name = hand.profile.order.file.say(hand.reader.locale)
    caption = worded(
        hand, "matching-order-caption", pairs=len(facts.lines), waiting=facts.unanswered
    )
    await send_file(manager, f"{name}.docx", content, caption)


def order_paper(hand: Hands, facts: OrderFacts) -> Paper:
    template, locale = hand.profile.order, hand.reader.locale
    first, last = facts.years
    values = {
        "organisation": facts.organisation,
        "programme": facts.programme,
        "year": str(first) if first == last else f"{first}/{last}",
        "pairs": str(len(facts.lines)),
    }

    def say(words: Words) -> str:
        return words.filled(**values).say(locale)

    return Paper(
        locale=locale,
        title=say(template.about),
        author=facts.organisation,
        page="",
        blocks=(
            Says(facts.organisation, bold=True, centred=True),
            Heading(say(template.title), 0),
            Says("«___» ______________ 20___      № ______", centred=True),
            Says(say(template.about), bold=True, centred=True),
            Says(say(template.preamble)),
            Says(say(template.command), bold=True),
            Points(tuple(say(point) for point in template.points), numbered=True),
            Says(f"\n{say(template.signature)}"),
            NewPage(),
            Says(say(template.annex), bold=True, centred=True),
            TableOf(
                tuple(say(column) for column in template.columns),
                order_rows(hand, facts),
                _WIDTHS,
            ),
            *([Says(say(template.unanswered))] if facts.unanswered else []),
        ),
    )


def order_rows(hand: Hands, facts: OrderFacts) -> tuple[tuple[str, ...], ...]:
    return tuple(_row(hand, number, one) for number, one in enumerate(facts.lines, 1))


def _row(hand: Hands, number: int, one: Assigned) -> tuple[str, ...]:
    form, locale = hand.profile.form(one.form), hand.reader.locale
    parts = []
    if one.group is not None:
        parts.append(hand.profile.order.group.filled(number=str(one.group)).say(locale))
    if one.slot:
        parts.append(catalogue_words(hand, "slots", one.slot))
    return (
        str(number),
        one.mentee if one.agreed else f"{one.mentee}*",
        one.mentor,
        form.title.say(locale) if form else one.form,
        ", ".join(parts),
    )
