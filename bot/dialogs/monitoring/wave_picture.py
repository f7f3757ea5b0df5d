"""The funnel of a wave as a picture: who was invited, reached, began, came to the end."""

from babel.dates import format_date

from bot.dialogs.monitoring.result_words import percent
from bot.dialogs.parts.lines import spoken, worded
from bot.dialogs.parts.screens import Hands
from bot.domain import moments
from bot.domain.funnels import Funnel
from bot.domain.statistics.figures import Estimate, Interval, Withheld
from bot.reports.pictures import FunnelPicture, FunnelStage
from bot.usecases.monitoring.waves import WaveCard

# Each stage, and who of it is not on the next one.
STAGES = (
    ("planned", ("unreachable", "unsent")),
    ("sent", ("unopened",)),
    ("started", ("partial", "refused")),
    ("complete", ()),
)


def counted(funnel: Funnel) -> tuple[tuple[int, int], ...]:
    """What shares with bounds are wanted of: came to the end, of all and of those who began."""
    return (funnel.complete, funnel.planned), (funnel.complete, funnel.started)


def funnel_picture(
    hand: Hands, card: WaveCard, shares: tuple[Estimate | Withheld, ...]
) -> FunnelPicture:
    wave, funnel = card.progress, card.progress.funnel
    title = spoken(hand, wave.title.title)
    day = moments.local(wave.now, wave.zone).date()
    names = ("planned", "started")
    return FunnelPicture(
        title=worded(hand, "wave-picture-title", title=title),
        lines=tuple(
            _share(hand, name, share) for name, share in zip(names, shares, strict=True)
            if isinstance(share, Estimate)
        ),
        stages=tuple(_stage(hand, funnel, name, lost) for name, lost in STAGES),
        footer=worded(
            hand, "wave-picture-day", day=format_date(day, "d MMMM y", hand.reader.locale)
        ),
    )  # fmt: skip


def _share(hand: Hands, name: str, share: Estimate) -> str:
    bounds = {"low": 0, "high": 100}
    if isinstance(share.interval, Interval):
        low, high = share.interval.low, share.interval.high
        bounds = {"low": percent(low, 1), "high": percent(high, 1)}
    return worded(hand, f"wave-picture-of-{name}", share=percent(share.value, 1), **bounds)


def _stage(hand: Hands, funnel: Funnel, name: str, lost: tuple[str, ...]) -> FunnelStage:
    people = getattr(funnel, name)
    return FunnelStage(
        label=worded(hand, f"wave-picture-{name}"),
        says=worded(
            hand, "wave-picture-says", people=people, share=percent(people, funnel.planned)
        ),
        part=people / funnel.planned if funnel.planned else 0,
        lost=tuple(
            worded(hand, f"wave-picture-{one}", people=getattr(funnel, one))
            for one in lost
            if getattr(funnel, one)
        ),
    )
