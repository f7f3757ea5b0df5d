"""Before and after as a picture: what is worse is said by the question and not by the line."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.answer_tables import AnswerPages, AnswerRow, AnswerTable
from bot.reports.before_after import before_after
from bot.reports.pictures import Slope, SlopesPicture
from bot.reports.result_charts import result_picture
from tests.answered import QUESTIONNAIRE

DAY = datetime(2030, 3, 13, tzinfo=UTC)


def asked_of_ten(**answers: int) -> AnswerPages:
    """Ten people, every second of whom answers one more."""
    rows = (
        AnswerRow(str(n), {}, {key: value + n % 2 for key, value in answers.items()}, {})
        for n in range(10)
    )
    pages = AnswerPages(QUESTIONNAIRE, DAY)
    pages.add(AnswerTable.of(QUESTIONNAIRE, rows, DAY))
    return pages


@pytest.mark.parametrize(("by", "worse"), [(-1, {"open", "heard"}), (+1, {"closed"})])
def test_less_of_what_is_awkward_is_not_worse(by: int, worse: set[str]) -> None:
    """The picture drew every fall in the colour of what is worse, anxiety's too."""
    asked = {"useful": 5, "open": 2, "heard": 2, "closed": 2}
    found = before_after(
        asked_of_ten(**asked), asked_of_ten(**{key: value + by for key, value in asked.items()})
    )
    assert {one.key for one in found.compared} > {"useful", "closed"}
    # of "useful", which is of no scale, nobody has said what is better
    assert {one.key for one in found.compared if one.worse and not one.scale} == worse


def test_a_fall_for_the_better_is_drawn_as_one() -> None:
    fall = Slope(label="", before=0.8, after=0.2, before_says="8", after_says="2", note="",
                 worse=False)  # fmt: skip
    drawn = [
        result_picture(
            SlopesPicture(title="", lines=(), before="", after="", slopes=(one,), footer="")
        )
        for one in (fall, replace(fall, worse=True))
    ]
    assert drawn[0] != drawn[1]
