"""The report of the programme: for which days, what is in it and what is not yet, as a file."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.documents import report_texts as texts
from bot.dialogs.documents.document_states import Documents, Report
from bot.dialogs.documents.report_words import report_paper, road_map_paper, span_words
from bot.dialogs.documents.sending import send_paper
from bot.dialogs.parts.lines import Line, Lines, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent, worker_of
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.parts.typed_days import typed_day
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.access import May
from bot.domain.answer_tables import AnswerPages
from bot.domain.errors import DayNotUnderstood
from bot.domain.programme_reports import Span
from bot.domain.results import BeforeAfter, WaveResults
from bot.middlewares.policies import whoever_may
from bot.reports.before_after import before_after
from bot.reports.paper import PaperFormat
from bot.reports.wave_results import wave_results
from bot.texts import L, T
from bot.usecases.documents import report_texts, reports
from bot.usecases.documents.reports import Reckoning

_SPAN = "report_days"


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, programme_id = hands(dialog_manager), programme_of(dialog_manager)
    known = await reports.spans(hand.db, hand.actor, programme_id=programme_id)
    span = _chosen(dialog_manager) or known.whole
    words = await report_texts.written(hand.db, hand.actor, programme_id=programme_id)
    told = sum(bool(one.words) for one in words.cases)
    return {
        "programme": known.programme,
        "span": span_words(hand, span),
        "state": [
            Line("report-has-problems", {"written": bool(words.problems)}),
            Line("report-has-plans", {"written": bool(words.plans)}),
            Line("report-has-cases", {"n": told, "silent": words.silent}),
        ],
    }


def _chosen(manager: DialogManager) -> Span | None:
    raw = manager.dialog_data.get(_SPAN)
    return Span(date.fromisoformat(raw[0]), date.fromisoformat(raw[1])) if raw else None


async def _span(manager: DialogManager) -> Span:
    hand = hands(manager)
    known = await reports.spans(hand.db, hand.actor, programme_id=programme_of(manager))
    return _chosen(manager) or known.whole


async def get_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    known = await reports.spans(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    return {"whole": span_words(hand, known.whole)}


async def on_days(manager: DialogManager, raw: str) -> None:
    """Two days; without a year the first of them lies within the programme."""
    hand = hands(manager)
    known = await reports.spans(hand.db, hand.actor, programme_id=programme_of(manager))
    ends = hand.lexicon.days.ends(raw)
    if ends is None:
        raise DayNotUnderstood

    def read(text: str, earliest: date) -> date:
        return typed_day(
            text,
            locale=hand.reader.locale,
            today=known.today.last,
            words=hand.lexicon.days,
            earliest=earliest,
        )

    first = read(ends[0], known.whole.first)
    span = Span(first, read(ends[1], first))
    manager.dialog_data[_SPAN] = [span.first.isoformat(), span.last.isoformat()]
    await manager.switch_to(Report.home)


async def _on_whole(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop(_SPAN, None)
    await manager.switch_to(Report.home)


async def on_file(_: CallbackQuery, pressed: Button, manager: DialogManager) -> None:
    as_ = PaperFormat(str(pressed.widget_id))
    if just_sent(manager, f"report-{as_}"):
        return
    hand, worker = hands(manager), worker_of(manager)

    async def wave(pages: AnswerPages) -> WaveResults:
        return await worker.run(wave_results, pages)

    async def twice(before: AnswerPages, after: AnswerPages) -> BeforeAfter:
        return await worker.run(before_after, before, after)

    facts = await reports.facts(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        span=await _span(manager),
        profile=hand.profile,
        reckoning=Reckoning(wave, twice),
    )
    name = worded(hand, "report-file", programme=facts.passport.programme)
    await send_paper(
        manager,
        report_paper(hand, facts),
        as_,
        name=name,
        caption=worded(
            hand, "report-caption", span=span_words(hand, facts.span), word=as_ is PaperFormat.DOCX
        ),
    )
    note_sent(manager, f"report-{as_}")


async def on_map(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if just_sent(manager, "road-map"):
        return
    hand = hands(manager)
    facts = await reports.road_map(
        hand.db, hand.actor, programme_id=programme_of(manager), span=await _span(manager)
    )
    title = worded(hand, "report-map-title", programme=facts.programme)
    await send_paper(
        manager, road_map_paper(hand, facts), PaperFormat.DOCX, name=title, caption=title
    )
    note_sent(manager, "road-map")


def dialog() -> Screens:
    return Screens(
        whoever_may(May.MAKE_DOCUMENTS),
        Window(
            Multi(
                T("report-home", programme="programme", span="span"),
                Lines("state"),
                T("report-home-note"),
                sep="\n\n",
            ),
            Row(
                Button(L("report-word"), id=PaperFormat.DOCX, on_click=on_file),
                Button(L("report-pdf"), id=PaperFormat.PDF, on_click=on_file),
            ),
            SwitchTo(L("report-go-days"), id="days", state=Report.days),
            SwitchTo(L("report-go-texts"), id="texts", state=Report.texts),
            Button(L("report-go-map"), id="map", on_click=on_map),
            back_to(Documents.home),
            menu_button(),
            only_buttons(),
            state=Report.home,
            getter=get_home,
        ),
        Window(
            T("report-which-days", whole="whole"),
            Button(L("report-whole"), id="whole", on_click=_on_whole),
            typed(on_days),
            SwitchTo(L("button-back"), id="back", state=Report.home),
            menu_button(),
            state=Report.days,
            getter=get_days,
        ),
        *texts.windows(),
    )
