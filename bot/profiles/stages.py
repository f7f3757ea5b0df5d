"""What a profile says of the seven stages, and what a school year usually looks like."""

import re
from datetime import date

from bot.domain.roadmap import ProgrammeStage, RoadMapTemplate, TemplateItem
from bot.domain.school_calendar import LessonHours, UsualSpan, UsualYear
from bot.profiles.content import Node

_STAGES = [stage.value for stage in ProgrammeStage]
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)", re.ASCII)


def road_map(node: Node) -> RoadMapTemplate:
    parts = node.only(needs=["stages", "items"])
    titles = parts["stages"].only(needs=_STAGES)
    items = tuple(_item(one) for one in parts["items"].each())
    return RoadMapTemplate({s: titles[s].words() for s in ProgrammeStage}, items)


def _item(node: Node) -> TemplateItem:
    parts = node.only(
        needs=["stage", "title", "result", "responsible"], may=["after_start", "before_end"]
    )
    days = {name: parts[name].whole() for name in ("after_start", "before_end") if name in parts}
    if len(days) != 1:
        raise node.wrong("either after_start or before_end is needed, in days")
    return TemplateItem(
        stage=ProgrammeStage(parts["stage"].one_of(_STAGES)),
        title=parts["title"].words(),
        result=parts["result"].words(),
        responsible=parts["responsible"].words(),
        **days,
    )


def usual_year(node: Node) -> UsualYear:
    parts = node.only(needs=["holidays", "lessons"])
    holidays = []
    for one in parts["holidays"].each():
        span = one.only(needs=["title", "from", "until"])
        days = (_month_day(span["from"]), _month_day(span["until"]))
        holidays.append(UsualSpan(span["title"].words(), *days))
    lessons = []
    for one in parts["lessons"].each():
        shift = one.only(needs=["key", "title", "from", "until"])
        start, end = shift["from"].time_of_day(), shift["until"].time_of_day()
        if start >= end:
            raise one.wrong("lessons end after they begin")
        lessons.append(LessonHours(shift["key"].key(), shift["title"].words(), start, end))
    return UsualYear(tuple(holidays), tuple(lessons))


def _month_day(node: Node) -> tuple[int, int]:
    found = _MONTH_DAY.fullmatch(node.text())
    if found is None:
        raise node.wrong("a day such as 10-26 is needed: month and day")
    month, day = int(found[1]), int(found[2])
    try:
        date(2001, month, day)  # a common year: 02-29 would not be there every year
    except ValueError as error:
        raise node.wrong(f"no such day: {error}") from error
    return month, day
