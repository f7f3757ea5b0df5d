"""The digest as a message: every figure true, never too long, readable with any names."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from uuid import UUID

import pytest

from bot.domain.funnels import Funnel
from bot.domain.health import Health, Light, Reason
from bot.domain.pair_marks import Done
from bot.domain.pairs import PairState
from bot.domain.spoken import Day
from bot.domain.waves import WaveEvent, WaveState
from bot.domain.words import Words
from bot.messenger.acts import Act, read_act
from bot.messenger.digest_item_view import item_message
from bot.messenger.digest_view import LONGEST_CAPTION, digest_message, digest_picture_of
from bot.profiles import load_profile
from bot.reports.drawing import draw_digest
from bot.storage.stores.meetings import PairMeetings
from bot.texts import Texts
from bot.usecases.applications.ending import EndingDocument, RenewedDocument
from bot.usecases.monitoring.digest_waits import Waits
from bot.usecases.monitoring.digests import ABOUT, Digest, DoneLine, RoadMapDate
from bot.usecases.monitoring.waves import WaveProgress
from bot.usecases.pairs.check_ins import TalksDue
from bot.usecases.pairs.marks import DigestItem
from bot.usecases.pairs.pairs import PairLine
from tests.town import MOMENT

TEXTS = Texts()
ZONE = "Asia/Yekaterinburg"
PROGRAMME = UUID(int=7)


def a_pair(
    number: int, light: Light, *, mentee: str = "Дима Орлов", mentor: str = "Олег Ким"
) -> PairLine:
    on = Day(date(2030, 2, 18), date(2030, 3, 13))
    silent = Reason("health-silent", 23, on)
    reasons = {
        Light.RED: (silent, Reason("health-differ", 3, on)),
        Light.YELLOW: (Reason("health-disputed", 23, on),),
    }
    return PairLine(
        pair_id=UUID(int=number),
        mentee=mentee,
        mentor=mentor,
        mentee_id=UUID(int=100 + number),
        mentor_id=UUID(int=200 + number),
        state=PairState.ACTIVE,
        health=Health(light, reasons.get(light, (Reason("health-met", 3, on),))),
        meetings=PairMeetings(),
        rests=False,
    )


def a_digest(*pairs: PairLine, more_urgent: int = 0) -> Digest:
    urgent = tuple(p for p in pairs if p.health.light in (Light.RED, Light.YELLOW))
    monday = date(2030, 3, 11)
    return Digest(
        programme_id=PROGRAMME,
        programme="Траектория",
        organisation="Колледж №1",
        zone=ZONE,
        now=MOMENT,
        today=date(2030, 3, 13),
        pairs=pairs,
        urgent=urgent,
        more_urgent=more_urgent,
        lights={},
        meetings_by_week=tuple((monday - timedelta(weeks=7 - n), n) for n in range(8)),
        held_this_week=31,
        held_before=27,
        waiting=5,
        waiting_for_guardian=2,
        free_mentees=3,
        wave=None,
        undelivered=0,
    )


def a_wave() -> WaveProgress:
    return WaveProgress(
        wave_id=UUID(int=9),
        title=load_profile("chelyabinsk").questionnaires["wave-mid"],
        opened_at=MOMENT,
        closes_at=MOMENT + timedelta(days=2),
        state=WaveState.OPEN,
        event=WaveEvent.DATE,
        anonymous=False,
        funnel=Funnel(unopened=15, partial=4, complete=29),
        zone=ZONE,
        now=MOMENT,
    )


def plain(html: str) -> str:
    return unescape(re.sub(r"</?[a-z]+>", "", html))


def test_who_needs_the_curator_comes_first_then_true_figures() -> None:
    digest = a_digest(a_pair(1, Light.RED), a_pair(2, Light.YELLOW), a_pair(3, Light.GREEN))
    caption, rows = digest_message(TEXTS, "ru", "vy", replace(digest, wave=a_wave(), undelivered=2))
    assert plain(caption).splitlines() == [
        "Среда, 13 марта · «Траектория» · 3 пары",
        "Нужны вы (2):",
        (
            "🔴 Дима Орлов — Олег Ким: нужны вы, 23 дня без встречи (с 18 февраля); "
            "оценки сторон разошлись (18 февраля)"
        ),
        "🟡 Дима Орлов — Олег Ким: стоит взглянуть, о встрече 18 февраля сказали по-разному",
        "За 7 дней: встреч 31 (+4)",
        "Опрос: 29 из 48, до пт 15 марта, 15:00",
        "Сейчас: заявок 5, ждут согласия родителей 2, без пары 3",
        "⚠️ За 7 дней не доставлено 2 письма",
    ]
    acts = [read_act(button.callback_data or "") for row in rows for button in row]
    assert acts == [
        Act("digest-pair", UUID(int=1), ""),
        Act("digest-pair", UUID(int=2), ""),
        Act("open-applications", PROGRAMME, ""),
        Act("open-programme", PROGRAMME, ""),
        Act("open-digest-choice", PROGRAMME, ""),
    ]


def test_the_digest_in_english() -> None:
    digest = a_digest(a_pair(1, Light.RED, mentee="Dima", mentor="Oleg"))
    caption, _ = digest_message(TEXTS, "en", "vy", replace(digest, held_before=40, free_mentees=1))
    assert "Wednesday, 13 March · “Траектория” · 1 pair" in plain(caption)
    assert "31 meetings (−9)" in caption
    assert "5 applications, 2 waiting for a parent, 1 without a mentor" in caption


def test_a_calm_week_is_said_kindly() -> None:
    caption, rows = digest_message(TEXTS, "ru", "vy", a_digest(a_pair(1, Light.GREEN)))
    assert "🟢 Все пары в порядке" in caption
    acts = [[read_act(one.callback_data or "") for one in row] for row in rows]
    assert acts == [
        [Act("open-applications", PROGRAMME, "")],
        [Act("open-programme", PROGRAMME, ""), Act("open-digest-choice", PROGRAMME, "")],
    ]
    caption, _ = digest_message(TEXTS, "ru", "vy", replace(a_digest(), waiting=0))
    assert "Пар пока нет" in caption
    assert "в порядке" not in caption


def test_who_is_without_a_mentor_again_has_a_line_and_a_button() -> None:
    digest = replace(a_digest(a_pair(1, Light.GREEN)), again=((UUID(int=5), "Дима Орлов"),))
    caption, rows = digest_message(TEXTS, "ru", "vy", replace(digest, more_again=2))
    assert "🟡 Дима Орлов: снова без наставника" in caption
    assert "…и ещё 2 человека снова без наставника" in caption
    assert "срочных дел нет" not in caption
    assert read_act(rows[0][0].callback_data or "") == Act("open-suggestion", UUID(int=5), "")


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_the_longest_names_fit_and_nobody_is_forgotten(locale: str) -> None:
    long = "<b>&" * 30
    pairs = [a_pair(n, Light.RED, mentee=long, mentor=long) for n in range(7)]
    digest = replace(a_digest(*pairs, more_urgent=40), programme="&" * 120, wave=a_wave())
    caption, rows = digest_message(TEXTS, locale, "vy", digest)
    assert len(plain(caption)) <= LONGEST_CAPTION
    named = caption.count("🔴")
    assert len(rows) == named + 3
    assert max(len(row) for row in rows) == 2, "three beside one another are cut off on a phone"
    assert read_act(rows[-3][0].callback_data or "") == Act("open-pairs", PROGRAMME, "")
    assert re.search(rf"\b{47 - named}\b", caption), "the others are counted"
    assert "<b>&<b>" not in caption


def everything(digest: Digest) -> Digest:
    """All that a digest can say, at its longest."""
    long = "Ж" * 200
    until = date(2030, 3, 28)
    words = Words.of({"ru": long, "en": long})
    documents = tuple(
        EndingDocument(
            check_id=UUID(int=n), participation_id=UUID(int=20 + n), person_id=UUID(int=30 + n),
            name=long, kind="x", title=words, until=until, left=14, reminded_on=until,
        )
        for n in range(2)
    )  # fmt: skip
    return replace(
        digest,
        programme=long,
        wave=a_wave(),
        waiting=1234,
        waiting_for_guardian=1234,
        free_mentees=1234,
        undelivered=1234,
        missed=tuple((word, 1234) for word in sorted(ABOUT)),
        again=((UUID(int=5), long), (UUID(int=6), long)),
        more_again=1234,
        blocked=1234,
        done=(DoneLine(long, long, Done.FINE, long, until, "outside", "both"),) * 9,
        aside=1234,
        behind=6,
        unsaid=6,
        talks=TalksDue(1234, 1234, 1234),
        road_map=(RoadMapDate(long, until, late=True),) * 20,
        colleagues=1234,
        waits=Waits(
            questions=1234, days=1234, tasks=50, documents=documents, more_documents=1234,
            renewed=(RenewedDocument(UUID(int=1), long, words, until),) * 9,
        ),
    )  # fmt: skip


@pytest.mark.parametrize("locale", ["ru", "en"])
@pytest.mark.parametrize("pairs", [0, 7])
def test_all_that_can_be_said_at_once_fits_and_every_thing_has_its_button(
    locale: str, pairs: int
) -> None:
    long = "Ж" * 200
    some = [a_pair(n, Light.RED, mentee=long, mentor=long) for n in range(pairs)]
    digest = everything(a_digest(*some, more_urgent=1234 if pairs else 0))
    caption, rows = digest_message(TEXTS, locale, "vy", digest)
    assert len(plain(caption)) <= LONGEST_CAPTION
    acts = [act.name for row in rows for one in row if (act := read_act(one.callback_data or ""))]
    assert {"digest-document", "open-tickets", "open-tasks", "open-talks", "open-road-map",
            "open-blocked", "open-suggestion", "open-applications"} <= set(acts)  # fmt: skip
    assert ("open-pairs" in acts) is bool(pairs)


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_the_picture_has_every_pair_and_week(locale: str) -> None:
    pairs = [a_pair(n, light) for n, light in enumerate(Light)]
    picture = digest_picture_of(TEXTS, locale, "vy", a_digest(*pairs))
    assert [p.name for p in picture.pairs] == ["Дима О. — Олег К."] * 4
    assert [w.meetings for w in picture.weeks] == list(range(8))
    assert draw_digest(picture).startswith(b"\x89PNG")


def test_pictures_begin_with_the_most_urgent_light() -> None:
    assert list(Light) == [Light.RED, Light.YELLOW, Light.GREEN, Light.GREY]


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_what_was_done_stands_in_the_digest_and_a_pair_opens_its_buttons(locale: str) -> None:
    digest = a_digest(a_pair(1, Light.RED))
    ways = [(Done.CALLED, None), (Done.NUDGED, None), (Done.SNOOZED, None), (Done.FINE, "away")]
    done = tuple(
        DoneLine("Катя", "Марат", what, "Анна", date(2030, 3, 20), reason, "mentor")
        for what, reason in ways
    )
    caption, _ = digest_message(TEXTS, locale, "vy", replace(digest, done=done, aside=4))
    assert caption.count("✓ Катя — Марат") == 4
    assert {"ru": "отложено до 20 марта", "en": "put off until 20 March"}[locale] in caption
    line = digest.pairs[0]
    item = DigestItem(
        line, PROGRAMME, digest.today, may_nudge=True, may_change=True, last=None, last_by=""
    )
    shown, rows = item_message(TEXTS, locale, "vy", item)
    assert {"ru": "• 23 дня без встречи (с 18 февраля)", "en": "• 23 days"}[locale] in shown
    acts = [read_act(button.callback_data or "") for row in rows for button in row]
    assert [(act.name, act.value) for act in acts if act] == [
        ("digest-did", "called.mentee"),
        ("digest-did", "called.mentor"),
        ("digest-did", "called.both"),
        ("digest-did", "nudged"),
        ("change-mentor", ""),
        ("digest-did", "snoozed.3"),
        ("digest-did", "snoozed.7"),
        ("digest-until", ""),
        ("digest-pair", "why"),
        ("open-pair", ""),
        ("digest-back", ""),
    ]
    _, why = item_message(TEXTS, locale, "vy", item, asks_why=True)
    assert len(why) == 5
