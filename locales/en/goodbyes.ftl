# Saying goodbye: the last meeting, results, thanks, what next.

goodbye-before = 👋 <b>Saying goodbye: { $partner }</b>
    A good ending is part of the way: a last meeting, thanks, results and what comes next.
goodbye-not-yet = It can begin while the pair is at work. If you have questions, write to the curator.
goodbye-open = 👋 <b>Saying goodbye: { $partner }</b>
    { $past ->
        [yes] The last meeting was on { $day }. A little is left:
       *[no] The last meeting: { $day }. Before and after it:
    }
goodbye-over = 🎓 <b>{ $partner }: you have come all the way</b>
    Thank you for walking it together!
goodbye-begin = Set the last meeting
goodbye-to-script = 📅 The last meeting
goodbye-to-results = 🎯 What came of the goals
goodbye-to-thanks = 💌 Say thank you
goodbye-to-answers = 📝 Say how it went
goodbye-to-next = ➡️ What next
goodbye-paper-mentee = 🎓 My certificate
goodbye-paper-mentor = 🎓 Letter of thanks
goodbye-offer = 📅 Suggest a time
goodbye-move = Another day
goodbye-got = 💌 { $partner } writes:
    “{ $words }”

goodbye-thanks-none = ▫️ No thank-you note yet: { $partner }
goodbye-thanks-held = ✓ The curator has your note, and will pass it on
goodbye-thanks-passed = ✓ Your note has been passed on
goodbye-thanks-returned = 🟡 The curator asks you to put the note in other words
goodbye-answers = { $done ->
        [yes] ✓ You have said how it went
       *[no] ▫️ Say how it went: a minute
    }
goodbye-chosen-none = ▫️ What next: not chosen yet
goodbye-chosen-go-on = ✓ Next: go on together
goodbye-chosen-new-mentor = ✓ Next: a new mentor
goodbye-chosen-new-mentee = ✓ Next: a new pair
goodbye-chosen-become-mentor = ✓ Next: help others as a mentor
goodbye-chosen-alumni = ✓ Next: the alumni
goodbye-chosen-rest = ✓ Next: a rest

goodbye-ask-day = 👋 <b>{ $partner }: when is the last meeting?</b>
    In about two weeks is best: there is time to finish what you began.
goodbye-sure =
    👋 <b>{ $partner }: the last meeting on { $day }</b>
    I shall tell the curator as well. The day can be moved later.
goodbye-sure-yes = Yes, begin the goodbye
goodbye-sure-no = Not yet
goodbye-script = 📅 <b>The last meeting: { $partner }, { $day }</b>
    What to talk about, in this order:
goodbye-script-line = { $number }. { $words }
goodbye-ask-thanks = { $state ->
        [none] 💌 <b>Thank you: { $partner }</b>
            What are you thankful for? A couple of sentences will do. If one of you is under 18, the curator reads the note first.
       *[other] 💌 <b>Thank you: { $partner }</b>
            Your note says: “{ $words }”
            To change it, write it anew.
    }
goodbye-results = 🎯 <b>What came of the goals</b>
goodbye-result-reached = ✅ { $title }
goodbye-result-partly = { $bar } { $progress }% · { $title }
goodbye-result-not-yet = ▫️ { $title }: still ahead
goodbye-mend-results = Put it right in the plan
goodbye-ask-next = ➡️ <b>What next?</b>
    Choose one. Only the curator sees it, and you may change your mind.
goodbye-next-go-on = { $mine ->
        [yes] ✓ Go on with { $partner }
       *[no] Go on with { $partner }
    }
goodbye-next-new-mentor = { $mine ->
        [yes] ✓ Another mentor
       *[no] Another mentor
    }
goodbye-next-new-mentee = { $mine ->
        [yes] ✓ Help somebody new
       *[no] Help somebody new
    }
goodbye-next-become-mentor = { $mine ->
        [yes] ✓ Become a mentor
       *[no] Become a mentor
    }
goodbye-next-alumni = { $mine ->
        [yes] ✓ Join the alumni
       *[no] Join the alumni
    }
goodbye-next-rest = { $mine ->
        [yes] ✓ Take a rest
       *[no] Take a rest
    }

goodbye-left-thanks = a thank-you note
goodbye-left-answers = a short form
goodbye-left-next = what comes next
goodbye-wish-none = nothing said
goodbye-wish-go-on = go on together
goodbye-wish-new-mentor = a new mentor
goodbye-wish-new-mentee = a new pair
goodbye-wish-become-mentor = become a mentor
goodbye-wish-alumni = the alumni
goodbye-wish-rest = a rest

letter-goodbye-begun-mentee = 👋 { $partner } and you are coming to the end of the way. The last meeting: { $day }. What to do before and after it is here.
letter-goodbye-begun-mentor = 👋 { $partner } and you are coming to the end of the way. The last meeting: { $day }. What to talk about and to do is here.
letter-goodbye-begun-curator = 👋 { $mentee } — { $mentor } are saying goodbye. The last meeting: { $day }. If it is too early, talk to them.
letter-goodbye-day = 👋 { $partner }: for a good ending there is still { $left }. Two minutes.
letter-goodbye-over-mentee = 🎉 You have come all the way: your time together with { $partner } is complete. Thank you for every meeting! { $reached ->
        [0] Your certificate is ready.
        [one] { $reached } goal reached. Your certificate is ready.
       *[other] { $reached } goals reached. Your certificate is ready.
    }
letter-goodbye-over-mentor = 🎉 You have come all the way: your time together with { $partner } is complete. Thank you for your time and support! { $reached ->
        [0] A letter of thanks is ready.
        [one] { $reached } goal reached. A letter of thanks is ready.
       *[other] { $reached } goals reached. A letter of thanks is ready.
    }
letter-goodbye-outcome = 🎓 { $mentee } — { $mentor }: the pair is completed. { $planned ->
        [no] There were no goals in the plan.
       *[yes] Goals reached: { $reached } of { $goals }.
    }
    What next. { $mentee }: { $mentee_next }. { $mentor }: { $mentor_next }.
letter-goodbye-follow-up-mentee = 👋 Hello! Three months have passed. Does what you and { $partner } learned together still help?
letter-goodbye-follow-up-mentor = 👋 Hello! Three months have passed since you mentored { $partner }. Has it been of use to you?
button-follow-up-much = Yes, a lot
button-follow-up-somewhat = A little
button-follow-up-no = Not so far
receipt-follow-up = Thank you! I shall not ask about it again.
letter-thanks-held = { $count ->
        [one] 💌 “{ $programme }”: { $count } thank-you note waits for your eye. There is a young person in the pair.
       *[other] 💌 “{ $programme }”: { $count } thank-you notes wait for your eye. There are young people in the pairs.
    }
letter-thanks-passed = 💌 { $partner } writes:
    “{ $words }”
letter-thanks-returned = 💌 The curator asks you to put your thank-you note in other words. It is for { $partner }.
button-open-goodbye = 👋 Open
button-look-at-thanks = 💌 Read
button-write-thanks = 💌 Write

thanks-title = 💌 <b>Thank-you notes</b>
    { $total ->
        [0] All have been read.
        [one] { $total } note waits. There is a young person in the pair, so you read it first.
       *[other] { $total } notes wait. There are young people in the pairs, so you read them first.
    }
thanks-line = { $author } → { $reader }
thanks-card = 💌 <b>{ $author } → { $reader }</b>
    { $at }
thanks-words = “{ $words }”
thanks-pass = Pass it on
thanks-return = Ask for other words

paper-title-mentee = Certificate
paper-title-mentor = Letter of thanks
paper-confirms-mentee = of taking part
paper-confirms-mentor = Thank you
paper-completed-mentee = in the mentoring programme “{ $programme }”
paper-completed-mentor = for your time, experience and kind attention in the mentoring programme “{ $programme }”
paper-meetings = { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }
paper-time = { $since } — { $until }
paper-file-mentee = Certificate { $name }
paper-file-mentor = Thanks { $name }
paper-caption-mentee = 🎓 Your certificate, to print or to keep in your portfolio.
paper-caption-mentor = 🎓 A letter of thanks. Thank you!
pairs-paper-mentee = 🎓 Certificate
pairs-paper-mentor = 🎓 Letter of thanks

menu-goodbye-open = 👋 { $partner }: saying goodbye, last meeting { $day }
menu-goodbye-over = 🎓 { $partner }: all the way
menu-go-goodbye = 👋 Saying goodbye: { $partner }
menu-go-goodbye-over = 🎓 How it ended: { $partner }
refusal-note-under-way = The note has been passed on already and cannot be changed.
refusal-too-young-to-mentor = One can be a mentor from the age of { $age }. Until then there are other ways to help: ask the curator.
applications-fast-lane = ⚡ Was a mentee here, with a mentor all the way
diary-close = 👋 Begin the goodbye…
diary-ask-close = 👋 <b>{ $mentee } — { $mentor }: when is the last meeting?</b>
    Both will hear of the day and get all they need for a good ending.
bases-fast-lane = { $count ->
        [one] ⚡ { $count } mentee went on to become a mentor
       *[other] ⚡ { $count } mentees went on to become mentors
    }
