"""`health.yaml`: the points of every sign by which a pair gets its light."""

from bot.domain.health import Alert, HealthRules
from bot.profiles.content import Node

# the measure that a sign has besides its points
_MEASURES = {
    Alert.SILENT: "days",
    Alert.QUIET: "days",
    Alert.DIFFER: "by",
    Alert.FELL: "by",
    Alert.RECEIPTS: "meetings",
    Alert.PLAN: "days",
    Alert.SURVEY: "days",
}
MOST_POINTS = 100
LONGEST = 365


def health(node: Node) -> HealthRules:
    parts = node.only(needs=["yellow", "red", "signs"])
    yellow, red = parts["yellow"].within(1, MOST_POINTS), parts["red"].within(1, MOST_POINTS)
    if yellow > red:
        raise parts["red"].wrong("red is worse than yellow: it needs more points")
    signs = parts["signs"].only(needs=[str(one) for one in Alert])
    points, measures = {}, {}
    for alert in Alert:
        measure = _MEASURES.get(alert)
        found = signs[alert].only(needs=["points", measure] if measure else ["points"])
        points[alert] = found["points"].within(0, MOST_POINTS)
        if measure:
            measures[alert] = found[measure].within(1, LONGEST)
    if measures[Alert.QUIET] > measures[Alert.SILENT]:
        raise signs[Alert.QUIET].wrong("a pair is quiet before it is silent")
    return HealthRules(
        yellow=yellow,
        red=red,
        points=points,
        quiet_days=measures[Alert.QUIET],
        silent_days=measures[Alert.SILENT],
        receipts=measures[Alert.RECEIPTS],
        rating_gap=measures[Alert.DIFFER],
        rating_drop=measures[Alert.FELL],
        survey_days=measures[Alert.SURVEY],
        overdue_days=measures[Alert.PLAN],
    )
