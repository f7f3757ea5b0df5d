"""What waits beside the pairs, as lines and buttons of the digest, and one document opened."""

from collections.abc import Sequence
from typing import Protocol

from aiogram.types import InlineKeyboardButton

from bot.domain.spoken import Day
from bot.messenger.acts import act_data
from bot.texts import Texts
from bot.usecases.applications.ending import DocumentsItem
from bot.usecases.monitoring.digests import Digest

LONGEST_NAME, LONGEST_DOCUMENT = 24, 40
REMIND = "remind"  # the value of the button that writes to the mentor
MOST_RENEWED = 2

Rows = list[list[InlineKeyboardButton]]


class Say(Protocol):
    def __call__(self, key: str, **args: object) -> str: ...


def shortened(name: str, longest: int) -> str:
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"


def button(text: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data)


def document_lines(say: Say, digest: Digest, locale: str, *, brief: bool) -> list[str]:
    """Those that end soon; only how many when it is to be `brief`."""
    waits = digest.waits
    shown = () if brief else waits.documents
    lines = [
        say(
            "digest-document",
            name=shortened(one.name, LONGEST_NAME),
            document=shortened(one.title.say(locale), LONGEST_DOCUMENT),
            left=one.left,
            reminded=one.reminded_on is not None,
            day=Day(one.reminded_on or digest.today, digest.today),
        )
        for one in shown
    ]
    if more := len(waits.documents) - len(shown) + waits.more_documents:
        lines.append(say("digest-more-documents", count=more))
    return lines


def renewed_lines(say: Say, digest: Digest, locale: str) -> list[str]:
    return [
        say(
            "digest-renewed",
            name=shortened(one.name, LONGEST_NAME),
            document=shortened(one.title.say(locale), LONGEST_DOCUMENT),
            until=Day(one.until, digest.today),
        )
        for one in digest.waits.renewed[:MOST_RENEWED]
    ]


def desk_lines(say: Say, digest: Digest) -> list[str]:
    waits, lines = digest.waits, []
    if waits.questions:
        lines.append(say("digest-questions", count=waits.questions, days=waits.days))
    if waits.tasks:
        lines.append(say("digest-tasks", count=waits.tasks))
    return lines


def by_two(buttons: Sequence[InlineKeyboardButton]) -> Rows:
    """Three beside one another are cut off on a phone."""
    return [list(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]


def document_rows(plain: Say, digest: Digest) -> Rows:
    """Each opens its own buttons."""
    found = [
        button(
            plain("digest-open-document", name=shortened(one.name, LONGEST_NAME)),
            act_data("digest-document", participation_id),
        )
        for participation_id, one in {
            one.participation_id: one for one in digest.waits.documents
        }.items()
    ]
    return by_two(found)


def desk_buttons(plain: Say, digest: Digest) -> Sequence[InlineKeyboardButton]:
    waits = digest.waits
    return [
        button(plain(key, count=count), act_data(act, digest.programme_id))
        for key, act, count in (
            ("digest-open-questions", "open-tickets", waits.questions),
            ("digest-open-tasks", "open-tasks", waits.tasks),
        )
        if count
    ]


def documents_message(
    texts: Texts, locale: str, tone: str, item: DocumentsItem
) -> tuple[str, Rows]:
    """HTML for the caption, and the rows of buttons."""

    def html(key: str, **args: object) -> str:
        return texts.say(locale, tone, key, args)

    def plain(key: str) -> str:
        return texts.label(locale, tone, key)

    told = [html("digest-document-title", name=shortened(item.name, LONGEST_NAME))]
    for one in item.documents:
        about = {"until": Day(one.until, item.today), "left": one.left}
        told.append(html("digest-document-until", document=one.title.say(locale), **about))
        if one.reminded_on is not None:
            told.append(html("digest-document-told", day=Day(one.reminded_on, item.today)))
    told.append(html("digest-document-then"))
    subject = item.participation_id
    rows = [[button(plain("digest-document-renewed"), act_data("open-documents", subject))]]
    if item.may_remind:
        remind = act_data("digest-document", subject, REMIND)
        rows.insert(0, [button(plain("digest-document-remind"), remind)])
    back = act_data("digest-back", item.programme_id)
    return "\n".join(told), [*rows, [button(plain("digest-item-back"), back)]]
