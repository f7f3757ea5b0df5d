# The road map: seven stages, their lines and dates.

rooms-go-road-map = 🗺 Road map
road-map-title = 🗺 <b>Road map</b> · { $programme }
road-map-empty = Nothing here yet. I can draw up a map of the seven stages, with dates counted from the programme's own; everything can be changed later.
road-map-draw-up = Draw up the map
road-map-progress = { $done } of { $total } done
road-map-line = { $mark } { $title } — { $day }
road-map-more = { $more ->
    [one] and { $more } more, due soon or overdue
   *[other] and { $more } more, due soon or overdue
}
road-map-go-stage = { $number }. { $title } · { $done }/{ $total }{ $late ->
    [0] {""}
   *[other] {" "}🔴 { $late }
}
road-map-stage =
    🗺 <b>{ $title }</b>
    🔴 late · 🟡 soon · ▫️ ahead · ✅ done
road-map-tick-all = ✅ All of this stage is done
road-map-add = + Add a line
road-map-agreed = ✓ The road map was agreed on { $day }
road-map-agree = ✓ The road map is agreed
road-map-not-agreed = Not agreed after all

road-map-card =
    { $mark } <b>{ $title }</b>
    { $stage }
road-map-due = { $due ->
    [overdue] Was due { $day }, { $days ->
        [one] { $days } day ago
       *[other] { $days } days ago
    }
    [done] Due { $day }
   *[other] Due { $day }{ $days ->
        [0] {""}, today
        [one] {""}, in { $days } day
       *[other] {""}, in { $days } days
    }
}
road-map-who = Responsible: { $who }
road-map-result = Result: { $result }
road-map-done = Done { $at }, marked by { $by }
road-map-late-because = Why it is late: { $reason }
road-map-tick = ✓ Done
road-map-untick = Reopen
road-map-explain = Why it is late
road-map-move = Change the date
road-map-entrust = Who is responsible
road-map-remove = Remove this line

road-map-ask-day =
    “{ $title }” · now due { $day }
    Until when? Tap or type a date: 15/10, “in a week”.
road-map-later-week = By a week — { $day }
road-map-later-fortnight = By two weeks — { $day }
road-map-later-month = By a month — { $day }
road-map-ask-who =
    Who is responsible for “{ $title }”?
    Choose somebody of the team or type a name. I will remind those in the team myself.
road-map-ask-why =
    Why is “{ $title }” late?
    Choose or type it in your own words; the reason goes into the road map's report.
road-map-reason-people = Not enough people
road-map-reason-papers = Waiting for documents
road-map-reason-partners = Waiting for partners
road-map-reason-time = No time so far, we are on it
road-map-ask-title = What has to be done? Type it in one line.
road-map-ask-first-day =
    “{ $title }”
    By which day? Type a date: 15/10, “1 November”, “in a week”.

letter-road-map-due =
    🗺 Road map of “{ $programme }”: { $late ->
        [0] { $count ->
            [one] { $count } thing to do
           *[other] { $count } things to do
        } this week
       *[other] { $count ->
            [one] { $count } thing waits
           *[other] { $count } things wait
        } for you, { $late } of them late
    }
    { $first }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
button-open-road-map = Open the map
