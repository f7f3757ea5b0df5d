# The curator's digest: the caption under the picture and the words in it.

digest-title = <b>{ $day }</b> · “{ $programme }” · { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
}
digest-needed = Need you ({ $count }):
digest-pair = { $light ->
    [red] 🔴
   *[yellow] 🟡
} { $mentee } and { $mentor }: { $word }, { $why }
digest-more = { $count ->
    [one] …and { $count } more pair
   *[other] …and { $count } more pairs
}
digest-again = 🟡 { $mentee }: without a mentor again; see who else fits
digest-more-again = { $count ->
    [one] …and { $count } more person without a mentor again
   *[other] …and { $count } more people without a mentor again
}
digest-open-suggestion = 🤝 Who fits: { $mentee }
digest-all-well = 🟢 All pairs are well: nothing urgent.
digest-no-pairs = No pairs yet.
digest-week = Last 7 days: { $held ->
    [one] { $held } meeting
   *[other] { $held } meetings
}{ $direction ->
    [more] {" "}(+{ $change })
    [fewer] {" "}(−{ $change })
   *[same] {""}
}
digest-wave = Survey: { $finished } of { $planned }, until { $until }
digest-people = Now: { $waiting ->
    [one] { $waiting } application
   *[other] { $waiting } applications
}, { $guardians } waiting for a parent, { $free } without a mentor
digest-undelivered = { $count ->
    [one] ⚠️ { $count } letter undelivered in 7 days
   *[other] ⚠️ { $count } letters undelivered in 7 days
}
digest-missed = Too late and not sent: { $what }
digest-missed-meeting = on meetings { $count }
digest-missed-pair = on pairs { $count }
digest-missed-survey = on surveys { $count }
digest-missed-wishes = on wishes { $count }
digest-missed-training = on training { $count }
digest-missed-check = on documents { $count }
digest-missed-other = on other things { $count }
digest-open-pair = { $light ->
    [red] 🔴
   *[yellow] 🟡
} { $mentee } and { $mentor }
digest-open-applications = Applications ({ $count })
digest-open-programme = Open the programme

digest-picture-title = “{ $programme }”
digest-picture-no-pairs = No pairs yet
digest-picture-weeks = Meetings by week
digest-picture-footer = { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
} · { $date }
