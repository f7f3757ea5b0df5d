# Letters: everything the bot says first. The first line is worth the buzz of the phone.

letter-doubtful = (You may have had this letter before: the connection broke, so we repeated it to be safe.)
letter-several = Several messages at once, so that you are not disturbed again and again:
letter-merged = Several messages have piled up while the bot was off:

letter-guardian-agreed-form = ✅ Your parent's consent is here! Now you can fill in the form; it takes 3–4 minutes.
letter-guardian-agreed = ✅ Your parent's consent is here! The curator has your form. I will write as soon as there is news.
letter-application-arrived = 📝 { $count ->
    [one] { $count } application is
   *[other] { $count } applications are
} waiting for your decision in “{ $programme }”.
letter-approved-mentee = ✅ You are in the programme! The curator is now looking for a mentor. I will write as soon as the right one is found.
letter-approved-mentor = ✅ Thank you for stepping forward! Your form is approved and you are on the list of mentors. The curator will find you a match, and I will write.
letter-approved-alumnus = ✅ Thank you! The curator has seen your offer and will soon be in touch to arrange things.
letter-declined-ready = { $reason }
letter-declined-mentor = Thank you for offering to help. This time the curator's answer is: { $reason }
letter-declined-mentee = Thank you for your form. This time the curator's answer is: { $reason }
letter-declined-alumnus = Thank you for offering to help. This time the curator's answer is: { $reason }
letter-consent-withdrawn = ℹ️ { $name } has withdrawn consent and left. Unfinished pairs are closed, and no more letters will be sent.
button-to-form = Fill in the form
button-correct-form = Change my answers
button-open-pair-of = Open the pair: { $name }
button-open-programme = Open the programme
button-open-applications = Open the applications

letter-pair-proposed-mentee =
    🤝 We have found a mentor: { $partner }!
    See how they could help. Please answer by: { $until }.
letter-pair-proposed-mentor =
    🤝 Somebody could use you as a mentor: { $partner }.
    See what help is needed. Please answer by: { $until }.
letter-pair-reminder-mentee = 🤝 { $partner } is still waiting for your answer: the proposal closes { $until }.
letter-pair-reminder-mentor = 🤝 { $partner } is still waiting for your answer: the proposal closes { $until }.
letter-pair-active-mentee =
    🎉 Done: you have a mentor! { $partner } will offer a time for the first meeting.
    Meanwhile, think of where you would like to start.
letter-pair-active-mentor =
    🎉 Done: you have a mentee! { $partner } is waiting for you to offer a first meeting.
    Choose up to three times; the other side agrees with one tap.
letter-pair-not-formed-mentee = The match did not work out this time. It happens, and it is not about you. The curator knows and will look for another mentor.
letter-pair-not-formed-mentor = The match did not work out this time. It happens, and it is not about you. The curator knows and will suggest somebody else.
letter-pair-expired-mentee = The proposal has closed: the time to answer is over. If you still want a mentor, there is nothing to do; the curator will look again.
letter-pair-expired-mentor = The proposal has closed: the time to answer is over. If you want to go on, there is nothing to do; the curator will suggest somebody again.
letter-pair-closed = ⚪ Your pair with { $partner } has ended, and its meetings are cancelled. The curator will tell you what comes next.

letter-pair-ended-mentee =
    🤝 Your pair with { $partner } has ended. The curator decided so; it happens, and it is not about you.
    Any meetings are cancelled. The curator will tell you what comes next and help you find another mentor.
letter-pair-ended-mentor =
    🤝 Your pair with { $partner } has ended. The curator decided so; it happens, and it is not about you.
    Thank you for your time and care! Any meetings are cancelled. The curator will tell you what comes next.
letter-pair-nudge-mentee =
    📅 The curator asks you and { $partner } to agree on a meeting.
    Your mentor gets a reminder too. Once there are times, you only need to pick one.
letter-pair-nudge-mentor =
    📅 The curator asks you and { $partner } to agree on a meeting.
    Offer a few times; it takes a minute. If something is in the way, tell the curator.
letter-pair-outcome-active = 🟢 A pair has come together: { $mentee } and { $mentor }.
letter-pair-outcome-declined = 🟡 A pair did not come together: { $mentee } and { $mentor }. No reason was given.
letter-pair-outcome-declined-because = 🟡 A pair did not come together: { $mentee } and { $mentor }. Reason: { $reason }
letter-pair-outcome-expired = 🟡 The proposal was not answered in time: { $mentee } and { $mentor }. It may be worth asking both.
letter-pair-outcome-closed = ⚪ A pair is closed: { $mentee } and { $mentor }.
button-look-at-proposal = Have a look and answer
button-offer-meeting = 📅 Offer a meeting
button-open-pair = Open the pair

letter-meeting-offered =
    📅 { $partner } offers { $counter ->
        [yes] another time
       *[no] to meet
    }, { meeting-spot }.{ $repeats ->
        [week] { " " }Every week from then on.
        [fortnight] { " " }Every two weeks from then on.
        [month] { " " }Every month from then on.
       *[once] { "" }
    }
    🗒 { $kind }. Choose a time:
letter-meeting-moved =
    📅 { $partner } asks to move the meeting ({ $at }).{ $has_reason ->
        [yes] { " " }Reason: { $reason }.
       *[no] { "" }
    }
    Choose a new time:
button-time = { $at }
button-other-time = Another time…
letter-meeting-agreed =
    📅 Agreed: { $at }, { meeting-spot }. { $partner } knows too.
    The file is for your calendar; I will remind you in time.
letter-series-agreed =
    📅 Agreed: { $at }, { meeting-spot }, and so on: { $number ->
        [one] { $number } meeting
       *[other] { $number } meetings
    } in all. { $partner } knows too.
    The file is for your calendar; each meeting can be moved or cancelled on its own.
letter-meeting-where =
    📍 { $partner } says where the meeting ({ $at }) will be: { $where }
    The file renews the entry in your calendar.
letter-series-cancelled =
    📅 { $partner } has called off the meetings that came round: { $number }.{ $has_reason ->
        [yes] { " " }Reason: { $reason }.
       *[no] { "" }
    }
    The file takes them out of your calendar.
letter-meeting-to-attend = 📅 { $mentee } and { $mentor } meet { $at } and have agreed that the curator will be there. If you cannot make it, please tell them both.
letter-meeting-tomorrow =
    📅 A reminder of your meeting: { $at }, { meeting-spot }. { $partner } will be waiting.
    🗒 { $kind }. { $bring }
letter-meeting-soon = 📅 A meeting in an hour: { $at }, { meeting-spot }. { $partner } will be waiting.
letter-meeting-receipt = 📅 { $partner }: did the meeting ({ $at }) take place?
letter-meeting-logged = 📅 { $partner } has noted a past meeting: { $at }. Did it take place?
letter-meeting-cancelled-mentee =
    📅 The meeting ({ $at }) is off: { $partner } cannot make it.{ $has_reason ->
        [yes] { " " }Reason: { $reason }.
       *[no] { "" }
    }
    I will write as soon as there is another time.
letter-meeting-cancelled-mentor =
    📅 The meeting ({ $at }) is off: { $partner } cannot make it.{ $has_reason ->
        [yes] { " " }Reason: { $reason }.
       *[no] { "" }
    }
    Please offer another time.
letter-no-time-fitted = 📅 { $partner }: none of the times fits. Please offer another.
letter-offer-withdrawn = 📅 { $partner }: the times offered no longer suit. I will write as soon as there are others.
button-move-meeting = Move it…
button-cancel-meeting = I can't make it…
button-receipt-held = ✓ Yes
button-receipt-moved = We moved it
button-receipt-not-held = No
receipt-picked = ✓ Meeting: { $at }. { $partner } knows.
receipt-no-time-fits = ✓ { $partner } will hear that another time is needed.
receipt-held = ✓ The meeting ({ $at }) took place. Thank you!
receipt-moved = ✓ Noted: the meeting was moved. { $partner } will see it too.
receipt-not-held = ✓ Noted: the meeting did not take place. It happens; do agree on a new one.
calendar-title = Meeting: { $partner }
calendar-description = Mentoring. You can move or cancel the meeting in the bot.
calendar-place = { $place ->
    [online] Online
    [on-site] On the organisation's ground
    [with-curator] With the curator
   *[in-person] In person
}
calendar-file = meeting

letter-survey-invitation =
    📝 { $title }: { $total ->
        [one] { $total } question
       *[other] { $total } questions
    }, { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Will you answer by { $until }?{ $note }
letter-survey-reminder = 📝 { $title }: your answers are still missing. It closes { $until }.{ $note }
letter-survey-go-on = 📝 { $title }: { $left ->
    [one] { $left } question left
   *[other] { $left } questions left
}. It closes { $until }.{ $note }
button-open-survey = Answer

letter-trouble = ⚠️ An error in the bot: { $number }. Details are in the log; it does not keep people from using the rest.
