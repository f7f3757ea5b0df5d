# The curator's assessment of a programme: nine criteria of 0, 1 or 2.

monitoring-go-assessment = ⚖️ Programme assessment
assessment-title = ⚖️ <b>Programme assessment</b> · { $programme }
assessment-none = Nine questions, ten taps. Each is fully shown, partly shown or not shown. The sum gives one of three levels.
assessment-line = { $at ->
    [middle] Halfway
   *[end] Final
}, { $on }: <b>{ $sum } of { $most }</b>, level: { $level }
assessment-begin-end = { $begun ->
    [yes] ⚖️ Go on with the final one ({ $given } of 9)
   *[other] ⚖️ Assess: final
}
assessment-begin-middle = { $begun ->
    [yes] ⚖️ Go on with the halfway one ({ $given } of 9)
   *[other] ⚖️ Assess: halfway
}
assessment-open = { $at ->
    [middle] Halfway
   *[end] Final
}, { $on }
assessment-progress = ⚖️ { $at ->
    [middle] Halfway
   *[end] Final
} · { $number } of { $total } · { $bar }
assessment-criterion =
    <b>{ $title }</b>
    { $why }
assessment-fact-satisfaction-mentee = 📊 Satisfied mentees: { $number } of { $of } ({ NUMBER($share) } %)
assessment-fact-satisfaction-mentor = 📊 Satisfied mentors: { $number } of { $of } ({ NUMBER($share) } %)
assessment-fact-meetings = 📊 Meetings that took place: { $number } of { $of } ({ NUMBER($share) } %)
assessment-fact-goals = 📊 Goals reached: { $number } of { $of } ({ NUMBER($share) } %)
assessment-fact-training = 📊 Mentors who finished the training: { $number } of { $of } ({ NUMBER($share) } %)
assessment-fact-pairs = 📊 Pairs that did not break up: { $number } of { $of } ({ NUMBER($share) } %)
assessment-mark-2 = Fully shown · 2
assessment-mark-1 = Partly · 1
assessment-mark-0 = Not shown · 0
assessment-result =
    ⚖️ <b>{ $sum } of { $most }: { $level }</b>
    { $at ->
        [middle] Halfway
       *[end] Final
    }, { $on } · { $by } · this level goes from { $least } to { $up_to }
assessment-given = { $mark } · { $title }
assessment-weakest = A good place to begin: { $weakest }.
