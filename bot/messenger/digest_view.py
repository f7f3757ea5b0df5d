"""The curator's digest as a message: a picture of all pairs, a caption, buttons to act at once.

A caption holds 1024 characters, so names are shortened and, if need be, the last of the urgent
pairs are only counted; the picture shows every pair.
"""

from dataclasses import dataclass
from typing import Protocol

from aiogram import Bot
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup
from babel.dates import format_date

from bot.domain.health import Light
from bot.domain.spoken import Day, When
from bot.messenger.acts import act_data
from bot.messenger.digest_waits_view import (
    LONGEST_NAME,
    Rows,
    Say,
    button,
    by_two,
    desk_buttons,
    desk_lines,
    document_lines,
    document_rows,
    renewed_lines,
    shortened,
)
from bot.reports.drawing import draw_digest
from bot.reports.pictures import DigestPicture, LightNames, PairMark, WeekMark
from bot.reports.worker import Worker
from bot.texts import Texts
from bot.usecases.monitoring.digests import Digest, DoneLine
from bot.usecases.pairs.pairs import PairLine

LONGEST_CAPTION = 1024
LONGEST_TITLE = 60
MOST_DONE, LEAST_DONE = 5, 2  # the latest; what rests is counted
LEAST_NAMED = 3  # pairs, while anything else is named
_PICTURE_NAME = 20


class Addressee(Protocol):
    """Whoever reads: a language and a tone."""

    @property
    def locale(self) -> str: ...

    @property
    def tone(self) -> str: ...


class _Speaker:
    """Says one reader's texts."""

    def __init__(self, texts: Texts, locale: str, tone: str) -> None:
        self._texts, self.locale, self._tone = texts, locale, tone

    def html(self, key: str, **args: object) -> str:
        return self._texts.say(self.locale, self._tone, key, args)

    def plain(self, key: str, **args: object) -> str:
        return self._texts.label(self.locale, self._tone, key, args)

    def day(self, facts: Digest, pattern: str) -> str:
        words = format_date(facts.today, pattern, self.locale)
        return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class _Told:
    """How much is said; what is not said is counted."""

    named: int  # urgent pairs
    reasons: int  # of each of them
    done: int  # of what was done lately
    brief: bool = False  # nobody else is named


def digest_message(texts: Texts, locale: str, tone: str, digest: Digest) -> tuple[str, Rows]:
    """HTML of at most 1024 characters after parsing, and the rows of buttons."""
    speaker = _Speaker(texts, locale, tone)
    every = len(digest.urgent)
    tries = [_Told(every, 2, MOST_DONE), _Told(every, 1, MOST_DONE)]
    tries += [_Told(named, 1, LEAST_DONE) for named in range(every, LEAST_NAMED - 1, -1)]
    tries += [_Told(named, 1, 0, brief=True) for named in range(every, -1, -1)]
    for told in tries:
        if len(_caption(speaker.plain, speaker, digest, told)) <= LONGEST_CAPTION:
            break
    else:
        raise ValueError("the digest's figures alone do not fit into a caption")
    return _caption(speaker.html, speaker, digest, told), _rows(speaker, digest, told.named)


def _caption(say: Say, speaker: _Speaker, digest: Digest, told: _Told) -> str:
    """`say` makes either HTML or what remains of it."""
    day = speaker.day(digest, "EEEE, d MMMM")
    title = shortened(digest.programme, LONGEST_TITLE)
    lines = [say("digest-title", day=day, programme=title, pairs=len(digest.pairs))]
    urgent, waits = len(digest.urgent) + digest.more_urgent, digest.waits
    needed = urgent + len(waits.documents) + waits.more_documents
    if not digest.pairs:
        lines.append(say("digest-no-pairs"))
    if needed:
        lines.append(say("digest-needed", count=needed))
        lines += [_urgent(say, speaker, one, told.reasons) for one in digest.urgent[: told.named]]
        if urgent > told.named:
            lines.append(say("digest-more", count=urgent - told.named))
        lines += document_lines(say, digest, speaker.locale, brief=told.brief)
    elif digest.pairs and not digest.again and not digest.aside and not waits.questions:
        lines.append(say("digest-all-well"))
    if told.done:
        lines += renewed_lines(say, digest, speaker.locale)
    lines += [_done(say, digest, one) for one in digest.done[: told.done]]
    if digest.aside:
        lines.append(say("digest-aside", count=digest.aside))
    again = () if told.brief else digest.again
    lines += [say("digest-again", mentee=shortened(name, LONGEST_NAME)) for _, name in again]
    if uncounted := len(digest.again) - len(again) + digest.more_again:
        lines.append(say("digest-more-again", count=uncounted))
    lines += _to_do(say, digest)
    lines += _figures(say, digest, brief=told.brief)
    return "\n".join(lines)


def _urgent(say: Say, speaker: _Speaker, pair: PairLine, told: int) -> str:
    return say(
        "digest-pair",
        light=str(pair.health.light),
        word=speaker.plain(f"light-{pair.health.light}"),
        mentee=shortened(pair.mentee, LONGEST_NAME),
        mentor=shortened(pair.mentor, LONGEST_NAME),
        why="; ".join(speaker.plain(one.key, **one.args) for one in pair.health.told[:told]),
    )


def _done(say: Say, digest: Digest, one: DoneLine) -> str:
    return say(
        "digest-done",
        what=str(one.what),
        mentee=shortened(one.mentee, LONGEST_NAME),
        mentor=shortened(one.mentor, LONGEST_NAME),
        sides=one.sides,
        by=shortened(one.by, LONGEST_NAME),
        until=Day(one.until, digest.today),
        reason=say(f"digest-fine-{one.reason}") if one.reason else "",
    )


def _to_do(say: Say, digest: Digest) -> list[str]:
    """What is due beside the pairs: questions, tasks, talks by the standard, the road map."""
    lines = desk_lines(say, digest)
    if digest.talks is not None and digest.talks.due:
        talks = digest.talks
        lines.append(say("digest-talks", count=talks.due, late=talks.late, days=talks.days))
    if digest.road_map:
        first, *others = digest.road_map
        lines.append(
            say(
                "digest-road-map",
                late=first.late,
                title=shortened(first.title, LONGEST_TITLE),
                day=Day(first.due_on, digest.today),
                more=len(others),
            )
        )
    return lines


def _figures(say: Say, digest: Digest, *, brief: bool) -> list[str]:
    change = digest.held_this_week - digest.held_before
    lines = [
        say(
            "digest-week",
            held=digest.held_this_week,
            change=abs(change),
            direction="more" if change > 0 else "fewer" if change < 0 else "same",
        )
    ]
    if digest.wave is not None:
        wave = digest.wave
        until = When(wave.closes_at, wave.zone, wave.now)
        lines.append(say("digest-wave", finished=wave.finished, planned=wave.planned, until=until))
    lines.append(
        say(
            "digest-people",
            waiting=digest.waiting,
            guardians=digest.waiting_for_guardian,
            free=digest.free_mentees,
        )
    )
    if digest.colleagues:
        lines.append(say("digest-colleagues", count=digest.colleagues))
    if digest.behind or digest.unsaid:
        lines.append(say("digest-indicators", behind=digest.behind, unsaid=digest.unsaid))
    if digest.undelivered:
        lines.append(say("digest-undelivered", count=digest.undelivered))
    if digest.missed and not brief:
        what = ", ".join(say(f"digest-missed-{word}", count=n) for word, n in digest.missed)
        lines.append(say("digest-missed", what=what))
    if digest.blocked:
        lines.append(say("digest-blocked", count=digest.blocked))
    return lines


def _rows(speaker: _Speaker, digest: Digest, named: int) -> Rows:
    rows = [
        [
            button(
                speaker.plain(
                    "digest-open-pair",
                    light=str(pair.health.light),
                    mentee=shortened(pair.mentee, LONGEST_NAME),
                    mentor=shortened(pair.mentor, LONGEST_NAME),
                ),
                act_data("digest-pair", pair.pair_id),
            )
        ]
        for pair in digest.urgent[:named]
    ]
    if len(digest.urgent) + digest.more_urgent > named:
        every = act_data("open-pairs", digest.programme_id)
        rows.append([button(speaker.plain("digest-open-pairs"), every)])
    rows += document_rows(speaker.plain, digest)
    rows += [
        [
            button(
                speaker.plain("digest-open-suggestion", mentee=shortened(name, LONGEST_NAME)),
                act_data("open-suggestion", participation_id),
            )
        ]
        for participation_id, name in digest.again
    ]
    due = []
    if digest.talks is not None and digest.talks.due:
        words = speaker.plain("digest-open-talks", count=digest.talks.due)
        due.append(button(words, act_data("open-talks", digest.programme_id)))
    if digest.road_map:
        words = speaker.plain("digest-open-road-map", count=len(digest.road_map))
        due.append(button(words, act_data("open-road-map", digest.programme_id)))
    if digest.waiting and not digest.share:
        words = speaker.plain("digest-open-applications", count=digest.waiting)
        due.append(button(words, act_data("open-applications", digest.programme_id)))
    rows += by_two([*desk_buttons(speaker.plain, digest), *due])
    last = [
        button(
            speaker.plain("digest-open-programme"),
            act_data("open-programme", digest.programme_id),
        ),
        button(
            speaker.plain("digest-open-choice"),
            act_data("open-digest-choice", digest.programme_id),
        ),
    ]
    if digest.blocked:
        words = speaker.plain("digest-open-blocked", count=digest.blocked)
        rows.append([button(words, act_data("open-blocked", digest.programme_id))])
    return [*rows, last]


def digest_picture_of(texts: Texts, locale: str, tone: str, digest: Digest) -> DigestPicture:
    """The words of the picture; the drawing itself is heavy and done elsewhere."""
    speaker = _Speaker(texts, locale, tone)
    names = {light: speaker.plain(f"light-{light}") for light in Light}
    date = format_date(digest.today, "d MMMM y", locale)
    return DigestPicture(
        title=speaker.plain("digest-picture-title", programme=digest.programme),
        date=speaker.day(digest, "EEEE, d MMMM"),
        lights=LightNames(
            red=names[Light.RED],
            yellow=names[Light.YELLOW],
            green=names[Light.GREEN],
            grey=names[Light.GREY],
        ),
        pairs=tuple(
            PairMark(
                name=f"{_picture_name(pair.mentee)} — {_picture_name(pair.mentor)}",
                light=pair.health.light,
            )
            for pair in digest.pairs
        ),
        no_pairs=speaker.plain("digest-picture-no-pairs"),
        weeks_title=speaker.plain("digest-picture-weeks"),
        weeks=tuple(
            WeekMark(label=format_date(monday, "d MMM", locale).rstrip("."), meetings=held)
            for monday, held in digest.meetings_by_week
        ),
        footer=speaker.plain("digest-picture-footer", pairs=len(digest.pairs), date=date),
    )


async def send_digest(
    bot: Bot,
    chat_id: int,
    texts: Texts,
    reader: Addressee,
    digest: Digest,
    worker: Worker,
    *,
    opened: tuple[str, Rows] | None = None,
) -> None:
    """The digest at once, as a message of its own. `opened`: what one of its lines opens."""
    caption, rows = opened or digest_message(texts, reader.locale, reader.tone, digest)
    picture = digest_picture_of(texts, reader.locale, reader.tone, digest)
    await bot.send_photo(
        chat_id,
        BufferedInputFile(await worker.run(draw_digest, picture), "digest.png"),
        caption=caption,
        reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
    )


def _picture_name(name: str) -> str:
    """Pictures are passed on more easily than messages: a word and an initial are enough."""
    first, *rest = name.split() or [name]
    initial = f" {rest[0][:1]}." if rest else ""
    return shortened(first, _PICTURE_NAME) + initial
