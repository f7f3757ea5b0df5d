"""The training of a mentor: modules, and one module card by card and question by question.

- A button carries the try it belongs to and where it leads, so a second press or an old button
  changes nothing: what is not on the screen any more is only drawn anew.
- Dialogs keep the id of the try; where one stopped stands in its row, on any device and any day.
"""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import PAGE, page_of
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.subjects import PACKED, shown_id, unpack_one
from bot.dialogs.parts.typed import hint, only_buttons, typed
from bot.dialogs.states import Survey, Training
from bot.dialogs.training.certificate import send_certificate
from bot.dialogs.training.views import AGAIN, AGREE, ANSWER, GO, OPEN, card_line, show
from bot.domain.access import May
from bot.domain.errors import AnswerNotUnderstood, Gone
from bot.domain.training import View
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.training import certificates as training_certificates
from bot.usecases.training import courses as training_courses
from bot.usecases.training import training
from bot.usecases.training.courses import Course, ModuleLine
from bot.usecases.training.training import Screen

_RECORD = "record_id"
_SEEN = "training_screen"  # in the data of this update only
_IN_A_ROW = 5


def dialog() -> Screens:
    return Screens(
        whoever_may(May.LEARN),
        Window(
            Multi(
                T("training-title", programme="programme"),
                Lines("lines"),
                Lines("left"),
                sep="\n\n",
            ),
            Grid("next", "next", _choose),
            Button(
                L("training-certificate"), id="pdf", on_click=_certificate, when="certified"
            ),
            Button(L("training-feedback"), id="said", on_click=_feedback, when="to_say"),
            Grid("m", "numbers", _choose, columns=_IN_A_ROW),
            menu_button(),
            typed(_type_number),
            state=Training.modules,
            getter=modules,
        ),
        Window(
            Multi(Lines("head"), Lines("body"), Lines("foot", when="foot"), sep="\n\n"),
            Grid("s", "steps", _press, columns="columns"),
            Button(
                L("training-certificate"), id="pdf", on_click=_certificate, when="certified"
            ),
            Button(L("training-feedback"), id="said", on_click=_feedback, when="certified"),
            SwitchTo(
                L("training-reread"), id="read", state=Training.rereading, on_click=_from_the_start,
                when="ended",
            ),
            Row(
                SwitchTo(L("training-modules"), id="list", state=Training.modules),
                menu_button(),
            ),
            typed(_type),
            state=Training.module,
            getter=module,
        ),
        Window(
            Multi(Lines("head"), Lines("body"), sep="\n\n"),
            Grid("p", "steps", _turn, columns=2),
            SwitchTo(L("training-back-to-result"), id="result", state=Training.module),
            menu_button(),
            only_buttons(),
            state=Training.rereading,
            getter=rereading,
        ),
    )  # fmt: skip


def _participation(manager: DialogManager) -> UUID:
    return start_id(manager, "participation_id")


async def _course(manager: DialogManager) -> Course:
    at_hand = hands(manager)
    return await training_courses.course(
        at_hand.db,
        at_hand.actor,
        participation_id=_participation(manager),
        profile=at_hand.profile,
    )


async def modules(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, course = hands(dialog_manager), await _course(dialog_manager)
    packs = sum(bool(line.module.forms) for line in course.lines)
    left = [Line("training-left", {"left": course.total - course.done,
                                   "minutes": course.minutes_left})]  # fmt: skip
    if course.certified:
        left = [Line("training-all-passed")]
    elif packs > 1:
        left.append(Line("training-one-form-is-enough"))
    following = []
    if course.next is not None and not course.certified:
        key = "training-go-on" if course.done or _begun(course) else "training-start"
        following = [button(course.next.key, worded(at_hand, key, title=course.next.title))]
    return {
        "programme": course.programme,
        "lines": [_module_line(n, line) for n, line in enumerate(course.lines, 1)],
        "left": left,
        "next": following,
        "numbers": [button(line.module.key, str(n)) for n, line in enumerate(course.lines, 1)],
        "certified": course.certified,
        "to_say": course.certified and not course.feedback_given,
    }


def _begun(course: Course) -> bool:
    return any(line.record is not None for line in course.lines)


def _module_line(number: int, line: ModuleLine) -> Line:
    record, module = line.record, line.module
    facts: dict[str, Any] = {"number": number, "title": module.title, "minutes": module.minutes}
    if record is not None and record.passed:
        return Line("training-line-passed", facts | {"right": record.right, "total": record.total})
    if record is not None and record.ended_at is not None:
        return Line("training-line-failed", facts | {"right": record.right, "total": record.total})
    if record is not None:
        return Line("training-line-begun", facts)
    return Line("training-line-optional" if module.optional else "training-line-new", facts)


async def _choose(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    await _open(manager, key)


async def _open(manager: DialogManager, key: str) -> None:
    at_hand = hands(manager)
    screen = await training.begin(
        at_hand.db,
        at_hand.actor,
        participation_id=_participation(manager),
        module=key,
        profile=at_hand.profile,
    )
    _see(manager, screen)
    await manager.switch_to(Training.module)


async def _type_number(manager: DialogManager, raw: str) -> None:
    """The number of a module opens it."""
    course, number = await _course(manager), hands(manager).lexicon.number(raw)
    if number is None or not 1 <= number <= len(course.lines):
        await hint(manager, "typed-use-buttons")
    else:
        await _open(manager, course.lines[number - 1].module.key)


def _see(manager: DialogManager, screen: Screen) -> None:
    manager.dialog_data[_RECORD] = str(screen.record_id)
    manager.middleware_data[_SEEN] = screen


async def seen(manager: DialogManager) -> Screen:
    """The screen as the last press left it, or read anew."""
    record_id = shown_id(manager, _RECORD)
    known = manager.middleware_data.get(_SEEN)
    if isinstance(known, Screen) and known.record_id == record_id:
        return known
    at_hand = hands(manager)
    return await training.screen(
        at_hand.db, at_hand.actor, record_id=record_id, profile=at_hand.profile
    )


async def module(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, screen = hands(dialog_manager), await seen(dialog_manager)
    head, body, foot, steps = show(at_hand, screen)
    in_one_row = screen.view in (View.QUESTION, View.CARD)
    return {
        "head": [head],
        "body": body,
        "foot": foot,
        "steps": steps,
        "columns": max(len(steps), 1) if in_one_row else 1,
        "certified": screen.certified and screen.view is View.PASSED,
        "ended": screen.view in (View.PASSED, View.FAILED),
    }


async def _press(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    record_id, what, value = (
        unpack_one(pressed[:PACKED]),
        pressed[PACKED:][:1],
        pressed[PACKED + 1 :],
    )
    if str(record_id) != manager.dialog_data.get(_RECORD):
        return  # of a try that is not on the screen any more
    if what == OPEN:
        await _open(manager, value)
        return
    at_hand = hands(manager)
    db, actor, profile = at_hand.db, at_hand.actor, at_hand.profile
    if what == GO and value.isdecimal():
        shown = await training.go(db, actor, record_id=record_id, place=int(value), profile=profile)
    elif what == ANSWER and value.rpartition(":")[2].isdecimal():
        question, _sign, choice = value.rpartition(":")
        shown = await training.answer(
            db, actor, record_id=record_id, question=question, choice=int(choice), profile=profile
        )
    elif what == AGREE:
        shown = await training.agree(db, actor, record_id=record_id, profile=profile)
    elif what == AGAIN:
        shown = await training.again(db, actor, record_id=record_id, profile=profile)
    else:
        raise Gone
    _see(manager, shown)


async def _type(manager: DialogManager, raw: str) -> None:
    """A question is answered with the number of the choice, the rules are agreed to with a yes."""
    at_hand, screen = hands(manager), await seen(manager)
    db, actor, profile, lexicon = at_hand.db, at_hand.actor, at_hand.profile, at_hand.lexicon
    if screen.view is View.QUESTION and screen.question is not None:
        most = len(screen.question.choices)
        number = lexicon.number(raw)
        if number is None or not 1 <= number <= most:
            raise AnswerNotUnderstood(hint=f"1–{most}")
        shown = await training.answer(
            db, actor, record_id=screen.record_id, question=screen.question.key,
            choice=number - 1, profile=profile,
        )  # fmt: skip
        _see(manager, shown)
    elif screen.view is View.PLEDGE and lexicon.agrees(raw):
        _see(manager, await training.agree(db, actor, record_id=screen.record_id, profile=profile))
    else:
        await hint(manager, "typed-use-buttons")


async def rereading(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The cards of a module that has been done, to leaf through: nothing is kept of it."""
    at_hand, screen = hands(dialog_manager), await seen(dialog_manager)
    cards = screen.module.cards
    place = min(page_of(dialog_manager), len(cards) - 1)
    steps = [button(str(place - 1), worded(at_hand, "button-back"))] if place else []
    if place + 1 < len(cards):
        steps.append(button(str(place + 1), worded(at_hand, "button-next")))
    facts = {"title": screen.module.title, "number": place + 1, "total": len(cards)}
    return {
        "head": [Line("training-at-card", facts)],
        "body": [card_line(at_hand, cards[place])],
        "steps": steps,
    }


async def _turn(_: CallbackQuery, __: Any, manager: DialogManager, place: str) -> None:
    if not place.isdecimal():
        raise Gone
    manager.dialog_data[PAGE] = int(place)


async def _from_the_start(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    manager.dialog_data[PAGE] = 0


async def _certificate(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await send_certificate(manager, _participation(manager))


async def _feedback(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    response_id = await training_certificates.feedback(
        at_hand.db,
        at_hand.actor,
        participation_id=_participation(manager),
        profile=at_hand.profile,
    )
    about = {"response_id": str(response_id)}
    await manager.start(Survey.question, about, mode=StartMode.RESET_STACK)
