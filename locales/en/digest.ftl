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
digest-done = { $what ->
    [called] ✓ { $mentee } — { $mentor }: { $sides ->
        [mentee] talked with the mentee
        [mentor] talked with the mentor
       *[both] talked with both
    }
    [nudged] ✓ { $mentee } — { $mentor }: both were reminded
    [fine] ✓ { $mentee } — { $mentor }: not a problem ({ $reason })
   *[snoozed] ✓ { $mentee } — { $mentor }: put off until { $until }
} · { $by }
digest-aside = { $count ->
    [one] 💤 { $count } pair will come back by itself when its day comes
   *[other] 💤 { $count } pairs will come back by themselves when their day comes
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
digest-open-programme = Programme

digest-picture-title = “{ $programme }”
digest-picture-no-pairs = No pairs yet
digest-picture-weeks = Meetings by week
digest-picture-footer = { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
} · { $date }

# One pair of the digest: why it is there and what can be done.
digest-item-title = <b>{ $light ->
    [red] 🔴
    [yellow] 🟡
    [green] 🟢
   *[grey] ⚪
} { $mentee } — { $mentor }</b>
digest-item-why = • { $why }
digest-item-last = Last: { $what ->
    [called] a talk
    [nudged] a reminder
    [fine] “not a problem”
   *[snoozed] put off
} on { $day } · { $by }
digest-item-ask = What was done, or what is to be done?
digest-item-ask-why = Why is it not a problem? The pair comes back to the digest if there is a new reason.
digest-item-back = ‹ To the digest
digest-item-open = Open the pair
digest-called-mentee = 📞 { $mentee }
digest-called-mentor = 📞 { $mentor }
digest-called-both = 📞 Both
digest-nudge = Remind both to meet
digest-change = Look for another mentor…
digest-snooze = { $days ->
    [7] In a week
    [one] In { $days } day
   *[other] In { $days } days
}
digest-snooze-until = Until a date…
digest-fine = Not a problem…
digest-fine-agreed = all is settled with them
digest-fine-away = holidays, illness, away
digest-fine-outside = they meet but do not record it
digest-fine-mistake = the signal was wrong
snooze-ask = Until which day is the pair { $mentee } — { $mentor } to be put off?
    If its light gets worse, it comes back to the digest sooner. Choose a day or type one.
snooze-kept = ✓ { $mentee } — { $mentor }: back in the digest on { $day }.
    The digest above shows it already.
