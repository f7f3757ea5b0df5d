# The curator's desk: finding a person or a pair, questions, notes, letters to many, tasks.

programme-go-desk = { $desk ->
    [0] 🗂 Desk
   *[other] 🗂 Desk ({ $desk })
}
desk-room-title = 🗂 <b>Curator's desk</b> · { $name }
desk-room-questions = ❓ { $questions ->
    [one] { $questions } question waits for an answer
   *[other] { $questions } questions wait for an answer
}{ $oldest ->
    [0] {""}
    [one] , the oldest for { $oldest } day
   *[other] , the oldest for { $oldest } days
}
desk-room-tasks = ☑️ { $tasks ->
    [one] { $tasks } task for today
   *[other] { $tasks } tasks for today
}
desk-room-find = 🔎 To find a person or a pair, just type the name or a part of it.
desk-room-go-tickets = { $questions ->
    [0] ❓ Questions
   *[other] ❓ Questions ({ $questions })
}
desk-room-go-broadcasts = ✉️ Letters to many
desk-room-go-tasks = { $tasks ->
    [0] ☑️ My tasks
   *[other] ☑️ My tasks ({ $tasks })
}

desk-found = 🔎 Found for “{ $sought }”. You can type another name.
desk-found-like = Nobody is called exactly so; these are close.
desk-found-none =
    🔎 Nobody for “{ $sought }”.
    Type the first name or the surname another way; the first letters are enough.
desk-found-more = Not all are shown: type one more letter or add the surname.
desk-found-pair = 🤝 { $names }{ $state ->
    [proposed] {" "}· proposed
    [paused] {" "}· on a break
    [closing] {" "}· saying goodbye
    [completed] {" "}· ended
    [dissolved] {" "}· ended
   *[other] {""}
}
desk-found-person = 👤 { $name } · { $role } · { $state }

past-open = 🕘 History and notes
past-of-pair = 🕘 <b>History of the pair</b> · { $names }
past-of-person = 🕘 <b>History</b> · { $names }
past-line = { $day } — { $what }
past-go-notes = { $notes ->
    [0] 📝 Team notes
   *[other] 📝 Team notes ({ $notes })
}
past-to-pair = 🤝 Pair: { $partner }
past-step-propose = the pair was proposed
past-step-agree = both said yes
past-step-decline = one side said no
past-step-expire = the time to answer ran out
past-step-start = the pair began
past-step-intro-held = they got to know each other
past-step-trial-held = the trial meeting took place
past-step-confirm = they decided to go on
past-step-planning-held = they talked of goals
past-step-plan = the first goal was written down
past-step-pause = a break
past-step-resume = the break is over
past-step-close = the goodbye began
past-step-complete = the pair ended well
past-step-dissolve = the pair ended early
past-meeting-offered = 📅 times for a meeting were offered
past-meeting-agreed = 📅 a meeting is arranged
past-meeting-unsaid = 📅 a meeting, nobody said how it went
past-meeting-cancelled = 📅 a meeting was called off
past-meeting-held = 📅 a meeting took place
past-meeting-not-held = 📅 a meeting did not take place
past-meeting-moved = 📅 a meeting was moved
past-meeting-disputed = 📅 they said different things about a meeting
past-mark-called = ☎️ { $by }: talked with them, back on { $until }
past-mark-nudged = ✉️ { $by }: asked them to meet, back on { $until }
past-mark-snoozed = ⏰ { $by }: put off until { $until }
past-mark-fine = ✓ { $by }: not a problem, back on { $until }
past-note = 📝 { $by }: { $words }
past-came = beginning: opened the link
past-entered = beginning: entered by the team
past-applied = the application reached the curator
past-decided = { $state ->
    [approved] ✓ accepted
    [reserve] ✓ in reserve
    [declined] declined
    [withdrawn] consent taken back
   *[other] decided
}
past-decided-by = { $state ->
    [approved] ✓ accepted
    [reserve] ✓ in reserve
    [declined] declined
    [withdrawn] consent taken back
   *[other] decided
} ({ $by })
past-pair-begun = 🤝 pair: { $partner }
past-pair-ended = the pair ended: { $partner }

notes-title = 📝 <b>Team notes</b> · { $names }
notes-none = Nothing is written yet. Only the team sees notes: curator, deputy, psychologist.
notes-one =
    “{ $words }”
    — { $by }, { $day }
notes-seen = { "    " }👁 { $who }, { $day }
notes-erased = A note of { $day }: its words went with the person's data
notes-go-write = ✍️ New note
notes-remove = 🗑 Remove: “{ $words }”
notes-write-person =
    ✍️ <b>A note</b> · { $names }
    Type it in one message. Facts and dates are best, no verdicts: by law people may ask for a copy of their data, and then they read the words of this note.
notes-write-pair =
    ✍️ <b>A note on the pair</b> · { $names }
    Type it in one message. Facts and dates are best, no verdicts. A copy of somebody's data tells only the date of such a note: it is about two people.

tickets-title-new = ❓ <b>Questions</b> · waiting for an answer
tickets-title-answered = ❓ <b>Questions</b> · answered
tickets-title-closed = ❓ <b>Questions</b> · closed
tickets-empty-new = Every question has its answer.
tickets-empty-answered = None so far.
tickets-empty-closed = None is closed yet.
tickets-show-new = Waiting ({ $number })
tickets-show-answered = Answered ({ $number })
tickets-show-closed = Closed ({ $number })
tickets-line = { $name } · { $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
} · { $words }
tickets-card =
    ❓ <b>{ $name }</b> · { $role ->
        [mentee] mentee
        [mentor] mentor
        [alumnus] graduate
       *[guardian] parent or guardian: { $ward }
    }
    { $state ->
        [new] Waits for an answer
        [answered] ✓ Answered
       *[closed] ○ Closed
    }
tickets-said-asker =
    💬 { $by }, { $at }
    { $words }
tickets-said-team =
    ↩️ { $by }, { $at }
    { $words }
tickets-sent = ✓ The answer is sent.
tickets-type = Type the answer in one message: it goes at once. All curators of the programme see this talk.
tickets-close = ✓ Close the question
tickets-to-person = 👤 The person's card

menu-ask = ❓ Ask the curator
ask-title = ❓ <b>Ask the curator</b>
    The answer may be here already: see the frequent questions below. For a question of your own just type a message. The curators of the programme ({ $curators }) see it and the answer, and nobody else.
ask-told = ✓ The curator ({ $curators }) has your question. As a rule the answer comes here within a day or two.
ask-nowhere = You can ask the curator once you have agreed and there is a programme. Where you are now: /where
ask-go-pair = 💬 About the pair, with the curator alone
ask-which-pair = 💬 About which pair?
ask-go-mine = 💬 My questions ({ $number })
ask-answer =
    ❓ <b>{ $ask }</b>
    { $answer }

    Not what you need? Type your own question.
ask-review =
    Your question:
    “{ $words }”
    The curators of the programme will see it: { $curators }.
ask-like = It looks like these, which have an answer already:
ask-send = ✉️ Send to the curator
ask-send-about = ✉️ Send · { $what }
ask-mine = 💬 <b>Your questions</b>
ask-mine-none = None so far.
ask-line = { $state ->
    [new] ⏳
    [answered] ✓
   *[closed] ○
} { $words }
ask-card-new = ⏳ <b>The curator has your question</b>
ask-card-answered = ✓ <b>The curator has answered</b>
ask-card-closed = ○ <b>The question is closed</b>
ask-said-mine =
    💬 You, { $at }
    { $words }
ask-said-theirs =
    ↩️ { $by }, { $at }
    { $words }
ask-more = To add something, just type a message.
ask-close = ✓ Thanks, all clear
refusal-too-many-questions = { $most } of your questions wait for an answer already. Please wait a little: the curator sees them.

button-open-tickets = Open the questions
button-open-ticket = Reply or close
button-ask-curator = Ask the curator
letter-tickets-wait = ❓ “{ $programme }”: { $count ->
    [one] { $count } question waits for an answer
   *[other] { $count } questions wait for an answer
}{ $days ->
    [0] .
    [one] , the oldest for { $days } day.
   *[other] , the oldest for { $days } days.
}
letter-ticket-answered =
    ↩️ { $curator } answers “{ $question }”

    { $answer }
letter-broadcast =
    ✉️ <b>{ $programme }</b>

    { $words }

    — { $curator }

broadcasts-title =
    ✉️ <b>Letters to many</b>
    One message to many: by role, form, class or state of the pair. The bot keeps quiet hours and writes to nobody more than once a day.
broadcasts-none = None has been sent yet.
broadcasts-new = ✍️ New letter
broadcasts-line-starting = ▶️ { $what } · beginning
broadcasts-line-planned = ⏰ { $what } · { $at }
broadcasts-line-sending = ▶️ { $what } · { $done } of { $listed }
broadcasts-line-sent = ✓ { $what } · { $at }
broadcasts-line-stopped = ⏹ { $what } · { $at }
broadcasts-whom = ✉️ <b>To whom?</b>
broadcasts-role-mentee = mentees
broadcasts-role-mentor = mentors
broadcasts-role-alumnus = graduates
broadcasts-to = 👥 { $roles }
broadcasts-forms = Form: { $forms }
broadcasts-groups = Classes and groups: { $groups }
broadcasts-pair-meets = Pair: they meet
broadcasts-pair-begins = Pair: just beginning
broadcasts-pair-paused = Pair: on a break
broadcasts-pair-closing = Pair: saying goodbye
broadcasts-pair-alone = Pair: none so far
broadcasts-choose-any = Pair: any ›
broadcasts-choose-meets = Pair: they meet ›
broadcasts-choose-begins = Pair: just beginning ›
broadcasts-choose-paused = Pair: on a break ›
broadcasts-choose-closing = Pair: saying goodbye ›
broadcasts-choose-alone = Pair: none ›
broadcasts-count = { $reached } of { $number } will get it.{ $unreached ->
    [0] {""}
   *[other] {" "}Not reached: no messenger { $no_account }, stopped the bot { $lost }.
}
broadcasts-nobody = There is nobody like that now: choose more widely.
broadcasts-go-forms = Form…
broadcasts-which-forms = To whom, by the form of mentoring of their pair? People chosen now: { $number }. With none ticked I write to all.
broadcasts-go-groups = Classes and groups…
broadcasts-go-what = Next: the words ›
broadcasts-which-groups = Which classes and groups? People chosen now: { $number }. With none ticked I write to all.
broadcasts-what =
    ✍️ <b>What shall I write?</b>
    Choose a ready message or type your own, up to { $longest } characters.
broadcasts-preview = ✉️ <b>Please check</b>
broadcasts-words = “{ $words }”
broadcasts-informal =
    To pupils, informally:
    “{ $words }”
broadcasts-when = It goes last: reminders of meetings and answers come first. Who has had a message today gets it tomorrow.
broadcasts-tested = ✓ The test is the message above.
broadcasts-test = 👁 First to me alone
broadcasts-now = { $number ->
    [one] Send now: { $number } person
   *[other] Send now: { $number } people
}
broadcasts-later = ⏰ Another day
broadcasts-other-words = Other words
broadcasts-which-day = ⏰ <b>On which day?</b> I send it at 10 in the morning.
broadcasts-card-starting = ▶️ <b>It is about to go</b> · { $by }
broadcasts-card-planned = ⏰ <b>Planned</b>: { $at } · { $by }
broadcasts-card-sending = ▶️ <b>On its way</b>: { $done } of { $listed } · { $by }, { $at }
broadcasts-card-sent = ✓ <b>Finished</b>: { $done } of { $listed } · { $by }, { $at }
broadcasts-card-stopped = ⏹ <b>Stopped</b>: { $done } of { $listed } · { $by }, { $at }
broadcasts-report-sent = ✓ Delivered: { $count }
broadcasts-report-waiting = ⏳ Waiting for their turn, day or hour: { $count }
broadcasts-report-no-account = 📴 Without a messenger: { $count }
broadcasts-report-lost = 🚫 Stopped the bot: { $count }
broadcasts-report-late = ⌛ No good hour within three days: { $count }
broadcasts-report-unsure = ❔ Nobody knows whether it arrived: { $count }
broadcasts-report-left = ○ No longer in the programme: { $count }
broadcasts-report-failed = ⚠️ Could not be sent: { $count }
broadcasts-report-stopped = ⏹ Not sent, it was stopped: { $count }
broadcasts-stop = ⏹ Stop
broadcasts-refresh = 🔄 Refresh
broadcasts-go-missed = Whom it did not reach
broadcasts-missed = 📴 <b>Whom it did not reach</b>
broadcasts-missed-no-account = { $name } — no messenger
broadcasts-missed-lost = { $name } — has stopped the bot
broadcasts-missed-late = { $name } — no good hour was found
broadcasts-missed-unsure = { $name } — nobody knows whether it arrived
broadcasts-missed-left = { $name } — no longer in the programme
broadcasts-missed-failed = { $name } — could not be sent
refusal-nobody-to-write = There is nobody like that now: choose more widely.

tasks-title = ☑️ <b>My tasks</b>
tasks-hint = Press a task when it is done. A slip? Press it again.
tasks-none = No tasks. Write down what you would not like to forget: it comes up at the desk on its day.
tasks-line-late = 🔴 { $words } · { $day }
tasks-line-open = ☐ { $words } · { $day }
tasks-line-done = ☑ { $words } · { $day }
tasks-new = ✍️ New task
tasks-write = ✍️ <b>What is to be done?</b> Type it in one message.
tasks-day =
    ☑️ “{ $words }”
    By which day?
refusal-tasks-enough = There are { $most } open tasks already. Tick off what is done to add another.

desk-room-go-book = 📊 My workbook
desk-book-file = Workbook
desk-book-caption = 📊 The curator's workbook: people { $people }, pairs { $pairs }. It holds personal data: keep the file where nobody else sees it.
desk-book-pairs = Pairs
desk-book-people = People
desk-book-meetings = Meetings
desk-book-questions = Questions
desk-book-tasks = My tasks
desk-book-column-mentee = Mentee
desk-book-column-mentor = Mentor
desk-book-column-form = Form
desk-book-column-state = State
desk-book-column-light = Light
desk-book-column-why = Why
desk-book-column-since = Together since
desk-book-column-ended = Ended
desk-book-column-held = Meetings
desk-book-column-last = Last meeting
desk-book-column-next = Next meeting
desk-book-column-name = Name
desk-book-column-role = Role
desk-book-column-came = Beginning
desk-book-column-decided = Decided
desk-book-column-reached = Reached
desk-book-column-notes = Notes
desk-book-column-day = Day
desk-book-column-hour = Hour
desk-book-column-who = Who
desk-book-column-words = Words
desk-book-column-due = Due
desk-book-pair-state = { $state ->
    [proposed] proposed
    [accepted] both agreed
    [intro] first meeting ahead
    [trial] on trial
    [confirmed] going on together
    [planning] talking of goals
    [active] at work
    [paused] on a break
    [closing] saying goodbye
    [completed] ended well
   *[dissolved] ended early
}
desk-book-reached = { $reached ->
    [bot] in the bot
    [lost] has stopped the bot
   *[none] no messenger
}
desk-book-meeting-state = { $state ->
    [held] took place
    [not-held] did not take place
    [moved] moved
    [cancelled] called off
    [disputed] they said different things
    [agreed] arranged
   *[offered] offered
}
desk-book-question-state = { $state ->
    [new] waits
    [answered] answered
   *[closed] closed
}
