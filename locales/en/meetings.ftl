meeting-spot = { $place ->
    [online] online
    [on-site] on the organisation's ground
    [with-curator] with the curator
   *[in-person] in person
}{ $has_where ->
    [yes] { " " }({ $where })
   *[no] { "" }
}
meeting-kind = 🗒 { $kind }
meeting-where = 📍 { $where }
meeting-was = To be moved from { $at }. { $reason }
meeting-series = 🔁 This meeting comes round again.
meeting-counter = Another time…
meeting-agenda = 🗒 What to do there
meeting-agenda-title =
    🗒 { $kind }
    { $goal }
meeting-agenda-point = • { $point }
meeting-move = Move it…
meeting-move-why = Moving the meeting ({ $at }). Choose a reason or type it: { $partner } will read it.
meeting-no-reason = No reason
meeting-sure-why = You can give a reason: press it or type it, and the meeting is off.
meeting-cancel-series = Cancel this and all that follow
meeting-set-where = 📍 Place or link…
meeting-type-where = 📍 Where is the meeting ({ $place })? Send a link or type a place, for example “room 12”.
meeting-reminders = 🔔 Reminders…
meeting-tell-more = 📝 Tell how it went
meeting-offer-lessons = 🔔 marks lesson hours
meeting-offer-off-holidays = 🏖 This day is in the holidays.
meeting-offer-off-exams = 📚 This day is in the exams.
meeting-offer-guarded = The first meetings of an adult and a minor take place on the organisation's ground or with the curator.
meeting-offer-type-place = You can send a link for the call or type a place right here.
meeting-offer-repeat = 🔁 Repeat: { $repeats ->
    [week] every week
    [fortnight] every two weeks
    [month] every month
   *[once] no
}
meeting-offer-kind = 🗒 Another kind of meeting…
meeting-offer-which-kind = 🗒 What kind of meeting will it be?
meeting-offer-how-often = 🔁 How often should it come round? Until { $until }; you can type another last day.
meeting-repeats-once = Do not repeat
meeting-repeats-week = Every week
meeting-repeats-fortnight = Every two weeks
meeting-repeats-month = Every month
past-meeting-day = { $theirs ->
    [yes] 📝 { $name } and { $partner } have met already? Choose the day.
   *[no] 📝 You have met already ({ $partner })? Choose the day.
}
past-meeting-hour = 📝 { $day }: at what time? You can type it as well, for example 16:30
past-meeting-place = 📝 { $at }. How was it held?
past-meeting-done = ✓ Noted: { $at }. { $partner } confirms it with one tap.
reminders-title = 🔔 When should I remind you of meetings? Press to choose.
reminders-day-before = { $chosen ->
    [yes] ●
   *[no] ○
} The day before at { $hour }
reminders-never = { $chosen ->
    [yes] ●
   *[no] ○
} Not the day before
reminders-soon = { $chosen ->
    [yes] ☑
   *[no] ☐
} An hour before
afterwards-length =
    ✓ { $theirs ->
        [yes] { $name } and { $partner } met
       *[no] You met: { $partner }
    }. 🗒 { $kind }
    How long was it? You can type the minutes as well.
afterwards-length-button = { $minutes } min
afterwards-other-kind = It was another kind…
afterwards-which-kind = 🗒 What kind of meeting was it?
afterwards-progress = 🎯 Are you nearer to the goal?
afterwards-progress-forward = ▲ Yes, a step forward
afterwards-progress-same = = Where we were
afterwards-progress-back = ▼ Rather back
afterwards-mood = { $theirs ->
    [yes] How did it go, in the words of { $name }? Only the curator will see this.
   *[no] How did it go? Only the curator will see this.
}
afterwards-step = What comes before the next meeting? You can type it in your own words.
afterwards-no-step = Nothing
afterwards-skip = Skip ›
afterwards-done = ✓ Noted: { $partner }, { $at }
afterwards-kind = 🗒 { $kind }
afterwards-minutes = ⏱ { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
afterwards-mood-line = Mood: { $face }
afterwards-next = Before the next meeting: { $step }
afterwards-thanks = Thank you!
afterwards-offer = 📅 The next meeting
refusal-already-settled = You have both said the same, and it is noted. If it is a mistake, tell your curator.
refusal-already-logged = A meeting at that time is noted already. You can open it from the menu.
refusal-meeting-too-old = Meetings of the last { $days ->
    [one] { $days } day
   *[other] { $days } days
} can be noted. Tell your curator of earlier ones.
refusal-place-not-allowed = The first meetings of an adult and a minor take place on the organisation's ground or with the curator. Please choose one of these.
refusal-link-not-understood = A meeting online needs a link, for example https://meet.example.org/abc. A place may have up to 200 characters.
calendar-name = Mentoring meetings
feed-open = 📆 My calendar…
feed-about = 📆 Meetings can appear in your phone's calendar by themselves: subscribe to the address there. Moves and cancellations arrive too.
feed-address = The address is shown once. Whoever knows it sees your meetings: pass it on to nobody.
    { $address }
feed-there-is = ✓ You have an address. If it is lost or known to others, make a new one: the old one stops working at once.
feed-make = { $again ->
    [yes] A new address
   *[no] Get the address
}
feed-take-back = Switch the address off
letter-pair-rating = 🤝 How do you get on together ({ $partner })? 1 is not at all, 10 is splendid. Only the curator will see it.
button-rating = { $rating }
receipt-rated = ✓ Thank you! Your { $rating } out of 10 is noted. Only the curator will see it.
desk-ratings = { $name }: ratings of the pair: { $ratings }
