# Many pairs at once: choosing, a look at what it comes to, doing it, taking it back.

desk-room-go-mass = 🤝 Many pairs at once
mass-title = 🤝 <b>Many pairs at once</b>
    { $chosen ->
    [0] Tick pairs: there are { $total }.
   *[other] Ticked: { $chosen } of { $total }.
}
mass-none = No pairs for this filter.
mass-line = { $chosen ->
    [yes] ☑
   *[no] ☐
} { $light ->
    [red] 🔴
    [yellow] 🟡
    [green] 🟢
   *[grey] ⚪
} { $mentee } — { $mentor } · { $why }
mass-page = ☑ All on the page
mass-every = ☑ All { $shown }
mass-clear = ☐ Untick all
mass-go-filters = 🔎 Filter
mass-go-what = Next: { $chosen ->
    [one] { $chosen } pair
   *[other] { $chosen } pairs
} ›
mass-last = ↩️ Can be undone: { $what ->
    [remind] the reminder
    [snooze] what was put off
    [talk] the note of a talk
   *[entrust] the handing over
}, { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}

mass-filters = 🔎 <b>Which pairs to show?</b>
    { $shown } of { $total } fit. What is ticked stays ticked.
mass-filter-light = Light: { $what }
mass-filter-alert = Alert: { $what }
mass-filter-days = Without a meeting: { $what }
mass-filter-hands = In the care of: { $what }
mass-filter-form = Form: { $what }
mass-by-light = Light{ $set ->
    [0] {""}
   *[other] {" "}· { $set } chosen
} ›
mass-by-alert = Alert{ $set ->
    [0] {""}
   *[other] {" "}· { $set } chosen
} ›
mass-by-days = Without a meeting{ $set ->
    [0] {""}
   *[other] {" "}· chosen
} ›
mass-by-hands = In whose care{ $set ->
    [0] {""}
   *[other] {" "}· chosen
} ›
mass-by-form = Form{ $set ->
    [0] {""}
   *[other] {" "}· { $set } chosen
} ›
mass-no-filter = Show all pairs
mass-show = Show { $shown } ›
mass-set-light = <b>Which light?</b> { $shown } of { $total } pairs fit. More than one may be chosen.
mass-set-alert = <b>Which alert?</b> { $shown } of { $total } pairs fit. More than one may be chosen.
mass-set-days = <b>How many days without a meeting?</b> { $shown } of { $total } pairs fit. Only pairs that meet at present.
mass-set-hands = <b>In whose care?</b> { $shown } of { $total } pairs fit.
mass-set-form = <b>Which form?</b> { $shown } of { $total } pairs fit. More than one may be chosen.
mass-light-red = 🔴 you are needed
mass-light-yellow = 🟡 worth a look
mass-light-green = 🟢 going well
mass-light-grey = ⚪ waiting for an answer, or on a break
mass-alert-asks = ask for the curator
mass-alert-lacks = a consent or a document is missing
mass-alert-silent = long without a meeting
mass-alert-quiet = no meeting for a while, none agreed on
mass-alert-disputed = they tell differently of a meeting
mass-alert-differ = ratings differ
mass-alert-fell = a rating fell
mass-alert-unrated = two ratings in a row are missing
mass-alert-receipts = unclear whether they met
mass-alert-plan = the plan is late
mass-alert-survey = a questionnaire is about to close
mass-days = { $days ->
    [one] { $days } day or more
   *[other] { $days } days or more
}
mass-hands-mine = me
mass-hands-nobodys = everybody
mass-hands-anothers = colleagues

mass-what = ☑️ <b>Ticked: { $chosen ->
    [one] { $chosen } pair
   *[other] { $chosen } pairs
}</b>
    What is to be done? You will see first what it comes to; nothing is done without your yes.
mass-go-remind = ✉️ Remind both to meet
mass-go-snooze = ⏰ Put off until a day…
mass-go-talk = ☎️ Note a talk…
mass-go-letter = 📝 Write them a message…
mass-go-entrust = 🤝 Hand to a colleague…
mass-ask-sides = ☎️ With whom did you talk? It is noted for today, for { $chosen ->
    [one] { $chosen } pair
   *[other] { $chosen } pairs
}.
mass-side-both = With both
mass-side-mentee = With the mentees
mass-side-mentor = With the mentors
mass-ask-day = ⏰ Put off until which day? { $chosen ->
    [one] { $chosen } pair
   *[other] { $chosen } pairs
}. A pair that gets worse comes back earlier.
mass-ask-whom = 🤝 Who is to care for { $chosen ->
    [one] this pair
   *[other] these { $chosen } pairs
}?
mass-whom-one = 👤 { $name }{ $me ->
    [yes] {" "}(you)
   *[no] {""}
} · { $count ->
    [0] no pairs of their own
    [one] { $count } pair
   *[other] { $count } pairs
}{ $away ->
    [yes] {" "}· away
   *[no] {""}
}
mass-whom-all = 👥 Everybody: the pairs belong to all

mass-preview-remind = ✉️ <b>Remind { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}?</b>
    Both are asked to agree on a meeting. The digest leaves the pairs alone for three days.
mass-preview-snooze = ⏰ <b>Put off { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}?</b>
    Back in the digest on { $until }; a pair that gets worse comes back earlier.
mass-preview-talk = ☎️ <b>Note a talk: { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}?</b>
    Today, { $side ->
        [mentee] with the mentees
        [mentor] with the mentors
       *[both] with both
    }. The digest leaves the pairs alone for a week.
mass-preview-entrust = 🤝 <b>Hand over { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}?</b>
    { $shared ->
        [yes] They will belong to everybody: who sees everything hears of them.
       *[no] { $to } will care for them and hear of them in the digest.
    }
mass-preview-letter = 📝 A message to pairs: { $done }
mass-nothing = There is nothing to do: none of the ticked pairs needs it.
mass-letters = { $count ->
    [one] { $count } letter leaves
   *[other] { $count } letters leave
}{ $quiet ->
    [yes] {" "}in the morning: these are quiet hours.
   *[no] : { $at }. Who is at school gets it after lessons.
}
mass-tomorrow = { $count ->
    [one] { $count } person has been written to today and gets it tomorrow.
   *[other] { $count } people have been written to today and get it tomorrow.
}
mass-unreached = { $count ->
    [one] The bot does not reach { $count } person: not in the messenger, or the bot is stopped.
   *[other] The bot does not reach { $count } people: not in the messenger, or the bot is stopped.
}
mass-along = { $count ->
    [one] { $count } more pair goes along: the group of one mentor stays together.
   *[other] { $count } more pairs go along: the group of one mentor stays together.
}
mass-instead = { $to } is away: until then { $instead } looks after the pairs.
mass-out = { $count ->
    [one] { $count } pair is left alone:
   *[other] { $count } pairs are left alone:
}
mass-out-ended = • { $count } ended meanwhile{ $some ->
    [yes] : { $names }
   *[no] {""}
}{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
mass-out-early = • { $count } not meeting yet: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
mass-out-rests = • { $count } on a break: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
mass-out-ahead = • { $count } with a meeting agreed on: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
mass-out-lately = • { $count } reminded within the last three days: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
mass-out-away = • { $count } the bot does not reach: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
mass-out-calm = • { $count } without alerts, nothing to put off: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
mass-out-theirs = • { $count } there already: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
mass-do-remind = ✉️ Remind { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}
mass-do-snooze = ⏰ Put off { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}
mass-do-talk = ☎️ Note it for { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}
mass-do-entrust = 🤝 Hand over { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}
mass-do-letter = 📝 Write: { $done }

mass-done-remind = ✓ <b>Reminded: { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}</b>
mass-done-snooze = ✓ <b>Put off: { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}</b>
mass-done-talk = ✓ <b>Talk noted: { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}</b>
mass-done-entrust = ✓ <b>Handed over: { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}</b>
    { $shared ->
        [yes] They belong to everybody now.
       *[no] { $to } cares for them now.
    }
mass-done-letter = ✓ <b>A message: { $done ->
    [one] { $done } pair
   *[other] { $done } pairs
}</b>
mass-done-letters = { $gone ->
    [yes] Letters: { $count }, leaving since { $at }.
   *[no] Letters: { $count }, the first leave { $at }. None leaves before.
}
mass-left-out = { $count ->
    [one] { $count } pair was left alone:
   *[other] { $count } pairs were left alone:
}
mass-may-undo = It can be undone until { $until }.
mass-undo = ↩️ Undo
mass-go-list = ‹ To the pairs
mass-undone-remind = ↩️ <b>The reminder is taken back.</b> The history of the pairs says so.
mass-undone-snooze = ↩️ <b>Undone:</b> the pairs are in the digest again. Their history says so.
mass-undone-talk = ↩️ <b>The note of the talk is taken back.</b> The history of the pairs says so.
mass-undone-entrust = ↩️ <b>The pairs are back with those who cared for them.</b> Their history says so.
mass-undone-letter = ↩️ <b>The letter is stopped.</b>
mass-called-back = Called back before leaving: { $back } of { $count }.
mass-undone-sent = A letter at least had left: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}. These pairs stay noted as reminded.
mass-undone-changed = Left as it is, something newer was said since: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}.
refusal-mass-nothing = There is nothing to do: none of the ticked pairs needs it.
refusal-mass-too-late = It is too late to undo this. Each pair can be put right on its card.
refusal-mass-too-many = At most { $most } pairs at once. Untick some of them.

past-mass-remind = ✉️ { $by }: asked to agree on a meeting{ $others ->
    [0] {""}
   *[other] {" "}(with other pairs: { $others })
}
past-mass-snooze = ⏰ { $by }: put off{ $others ->
    [0] {""}
   *[other] {" "}(with other pairs: { $others })
}
past-mass-talk = ☎️ { $by }: a talk with the pair{ $others ->
    [0] {""}
   *[other] {" "}(with other pairs: { $others })
}
past-mass-entrust = 🤝 { $by }: { $shared ->
    [yes] the pair belongs to everybody
   *[no] { $to } cares for the pair
}{ $others ->
    [0] {""}
   *[other] {" "}(with other pairs: { $others })
}
past-mass-letter = 📝 { $by }: a message{ $others ->
    [0] {""}
   *[other] {" "}(with other pairs: { $others })
}
past-mass-undone-fully = ↩️ { $by }: { $what ->
    [remind] the reminder was taken back, nothing had left
    [snooze] not put off any more
    [talk] the note of the talk was taken back
    [entrust] back with who cared for it
   *[letter] the message was stopped, nothing had left
}
past-mass-undone-sent = ↩️ { $by }: { $what ->
    [letter] the message was stopped, some may have left
   *[other] taken back too late, the letter had left
}
past-mass-undone-changed = ↩️ { $by }: taken back, but something newer holds here
broadcasts-pairs = Ticked pairs: { $count }
