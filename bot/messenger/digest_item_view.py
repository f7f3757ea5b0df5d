"""One pair of the digest, in the digest's own message: why it is there, and what can be done."""

from aiogram.types import InlineKeyboardButton

from bot.domain.pair_marks import SNOOZES, WHY_FINE, Done
from bot.domain.spoken import Day
from bot.messenger.acts import act_data
from bot.messenger.digest_waits_view import LONGEST_NAME, Rows, shortened
from bot.texts import Texts
from bot.usecases.pairs.marks import DigestItem

WHY = "why"  # the value of the button that asks why it is no problem
SIDES = ("mentee", "mentor", "both")


def item_message(
    texts: Texts, locale: str, tone: str, item: DigestItem, *, asks_why: bool = False
) -> tuple[str, Rows]:
    """HTML for the caption, and the rows of buttons. `asks_why`: it is no problem, but why?"""
    line = item.line
    mentee, mentor = (shortened(name, LONGEST_NAME) for name in (line.mentee, line.mentor))
    names = {"mentee": mentee, "mentor": mentor}

    def html(key: str, **args: object) -> str:
        return texts.say(locale, tone, key, args)

    def plain(key: str, **args: object) -> str:
        return texts.label(locale, tone, key, args)

    def button(text: str, act: str, value: str = "") -> InlineKeyboardButton:
        subject = item.programme_id if act == "digest-back" else line.pair_id
        return InlineKeyboardButton(text=text, callback_data=act_data(act, subject, value))

    told = [html("digest-item-title", light=str(line.health.light), **names)]
    told += [
        html("digest-item-why", why=plain(one.key, **one.args)) for one in line.health.reasons
    ]
    if item.last is not None:
        day = Day(item.last.on_day, item.today)
        told.append(html("digest-item-last", what=str(item.last.what), by=item.last_by, day=day))
    told.append(html("digest-item-ask-why" if asks_why else "digest-item-ask"))
    back = [button(plain("digest-item-back"), "digest-back")]
    if asks_why:
        rows = [
            [button(plain(f"digest-fine-{why}"), "digest-did", f"{Done.FINE}.{why}")]
            for why in WHY_FINE
        ]
        return "\n".join(told), [*rows, back]
    rows = [
        [
            button(plain(f"digest-called-{side}", **names), "digest-did", f"{Done.CALLED}.{side}")
            for side in SIDES
        ]
    ]
    if item.may_nudge:
        rows.append([button(plain("digest-nudge"), "digest-did", str(Done.NUDGED))])
    if item.may_change:
        rows.append([button(plain("digest-change"), "change-mentor")])
    rows.append(
        [
            *(
                button(plain("digest-snooze", days=days), "digest-did", f"{Done.SNOOZED}.{days}")
                for days in SNOOZES
            ),
            button(plain("digest-snooze-until"), "digest-until"),
        ]
    )
    rows.append([button(plain("digest-fine"), "digest-pair", WHY)])
    rows.append([button(plain("digest-item-open"), "open-pair"), *back])
    return "\n".join(told), rows
