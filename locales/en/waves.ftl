# Waves of surveys: what is under way, what is planned, who was asked.

waves-title = 📝 <b>Surveys</b>
waves-line-open-day = “{ $title }”: { $finished } of { $planned }, until { $until }{ $started ->
    [0] {""}
   *[other] {" "}· under way: { $started }
}
waves-line-open-event = “{ $title }”: { $finished } of { $planned }, comes to each in their own time{ $started ->
    [0] {""}
   *[other] {" "}· under way: { $started }
}
waves-line-closed = “{ $title }”: { $finished } of { $planned }, closed
waves-none = No surveys yet. What is asked, and when, is decided in the survey plan.
waves-plan = 🗓 Survey plan

wave-title = 📝 <b>“{ $title }”</b>
    { $state ->
        [closed] Closed.
        [event] Comes to each in their own time. Results come when it closes: { $until }. If you need them sooner, close it now and switch it on again in the plan: whoever has been asked is not asked again.
       *[open] Open until { $until }.
    }
wave-listing = The list is being made, invitations are on their way…
wave-funnel = Invited: { $planned }
    ✓ Complete: { $complete }
    Begun, not finished: { $partial }
    Declined: { $refused }
    Not opened yet: { $unopened }
    Could not be reached: { $unreachable } · not sent yet: { $unsent }
wave-empty = Nobody is invited yet: there is nobody it is meant for so far.
wave-anonymous = 🔒 Anonymous: { $open ->
    [yes] answers open after the close, if five people or more have answered. Only who has answered can be seen.
   *[no] nobody knows who gave which answer.
}
wave-to-calls = 📞 Whom to call · { $count }
wave-picture = 🖼 As a picture
wave-picture-title = How many answered: “{ $title }”
wave-picture-of-planned = Complete: { $share } % of those invited (between { $low } and { $high } %)
wave-picture-of-started = and { $share } % of those who began (between { $low } and { $high } %)
wave-picture-planned = Invited
wave-picture-sent = The letter arrived
wave-picture-started = Opened it
wave-picture-complete = Complete
wave-picture-says = { $people } · { $share } %
wave-picture-unreachable = the letter did not arrive: { $people }
wave-picture-unsent = the letter is not sent yet: { $people }
wave-picture-unopened = not opened yet: { $people }
wave-picture-partial = begun and not finished: { $people }
wave-picture-refused = refused: { $people }
wave-picture-day = As of { $day }
wave-to-parts = By group
wave-to-paper = On paper
wave-to-extend = Extend
wave-to-close = Close now

wave-parts = <b>“{ $title }”</b>: complete, begun and invited
wave-by-role = <b>By role</b>
wave-by-form = <b>By form</b>
wave-by-group = <b>By class or group</b>
wave-part = { $name }: { $complete } · { $started } · { $planned }
wave-more = …and { $count } more
wave-parts-how = Declining counts as begun: the person has read the invitation and said no.
wave-role-mentee = Mentees
wave-role-mentor = Mentors
wave-role-none = No role
wave-none = Not given

wave-calls = 📞 <b>Not answered yet</b> · “{ $title }”: { $count ->
    [one] { $count } person
   *[other] { $count } people
}, open until { $until }
wave-call-unreachable = { $name }{ $known ->
    [yes] , { $group }
   *[no] {""}
} — the bot cannot write to them: call, or use paper
wave-call-unopened = { $name }{ $known ->
    [yes] , { $group }
   *[no] {""}
} — invitation not opened
wave-call-partial = { $name }{ $known ->
    [yes] , { $group }
   *[no] {""}
} — { $answered } of { $total } answered
wave-call-begun = { $name }{ $known ->
    [yes] , { $group }
   *[no] {""}
} — begun
wave-call-unsent = { $name }{ $known ->
    [yes] , { $group }
   *[no] {""}
} — invitation not sent yet

wave-paper = 🖨 <b>“{ $title }” on paper</b>
    For people who use no messenger: print the form, then enter the answers here. Who entered them stays visible.
wave-paper-anonymous = 🔒 This survey is anonymous: forms are collected in a box without names and entered in mixed order. Whoever enters them sees the paper; tell people so.
wave-paper-entered = <b>Entered so far</b>
wave-paper-one = { $name } — entered by { $by }
wave-form-ru = 🖨 In Russian
wave-form-en = 🖨 In English
wave-enter = ✍️ Enter answers
wave-form-sent = The form, to be printed on A4.

wave-extend = “{ $title }” is open until { $until }. Not answered: { $left }.
    How much longer? Whoever has not answered is reminded again, but never more than three times in all.
wave-for-days = { $days ->
    [one] { $days } day more, until { $until }
   *[other] { $days } days more, until { $until }
}
wave-close = Close “{ $title }”? Not answered: { $left }. Nobody can answer after that.
wave-close-yes = Close the survey

wave-plan-title = 🗓 <b>Survey plan</b>
wave-plan-line = { $sign } “{ $title }”{ $who ->
    [mentee] {" "}· mentees
    [mentor] {" "}· mentors
   *[both] {""}
} — { wave-event }{ $known ->
    [yes] {" "}({ $day })
   *[no] {""}
}
wave-event = { $event ->
    [middle] half-way through the programme
    [entry] on entering the programme
    [start] when the pair has begun
    [day-30] after the pair’s 30 days
    [closing] when the pair comes to its end
    [later] three months after the end
   *[date] on a day you choose
}
wave-plan-go = { $title }{ $who ->
    [mentee] {" "}· mentees
    [mentor] {" "}· mentors
   *[both] {""}
}
wave-plan-how = 🟢 open · 🗓 switched on · ▫️ off. Nobody is asked anything before you decide.
wave-plan-all-on = Switch the whole plan on
wave-plan-add = ＋ Another questionnaire
wave-add = Which questionnaire joins the plan?

wave-planned = 📝 <b>“{ $title }”</b> · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
    { $state ->
        [running] 🟢 Open
        [on] 🗓 Switched on
       *[off] ▫️ Off
    }: { $event ->
        [middle] half-way through the programme, { $day }
        [entry] on entering the programme
        [start] when the pair has begun
        [day-30] after the pair’s 30 days
        [closing] when the pair comes to its end
        [later] three months after the end
       *[date] { $day ->
            [none] no day chosen
           *[other] { $day }
        }
    }
wave-planned-how = Asked: { $who }
    Time to answer: { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
    { $secret ->
        [yes] 🔒 Anonymous
       *[no] With names; the curator sees them
    }
wave-planned-people = That is { $people ->
    [one] { $people } person
   *[other] { $people } people
} now.
wave-start-now = Ask now
wave-open-card = How it goes
wave-switch-on = Switch on
wave-switch-off = Switch off
wave-to-day = Day
wave-to-length = Length
wave-to-audience = Who
wave-secret = { $secret ->
    [yes] With names
   *[no] 🔒 Anonymous
}
wave-day = On which day is “{ $title }” to begin?
wave-length = How many days to answer “{ $title }”?
wave-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
wave-audience = Who is asked “{ $title }”? With no form ticked, all are.
wave-groups = Which classes and groups? With none ticked, all are asked.
wave-to-groups = Classes and groups
wave-done = Done
wave-who-both = mentees and mentors
wave-who-mentee = mentees
wave-who-mentor = mentors
wave-who-alone = also those without a pair

survey-intro = 📝 <b>“{ $title }”</b> · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }

    🔒 <b>Anonymous.</b> Your answers are kept without name or time, mixed with the others: nobody, not even the curator, will learn who gave which. All that can be seen is that you have answered.
    Until you finish, the answers lie with your name, so that you can pause. The messages in this chat stay with you. Do not write names in your answers.
survey-begin = Begin
survey-thanks-anonymous = Thank you! “{ $title }” is complete. Your answers have been parted from your name; results come when the survey closes.
survey-refused = All right, no more reminders about this one.

paper-how = Put a cross by one answer, or write it down. A question you would rather not answer may stay empty.
paper-privacy-named = The programme’s curator will see your answers; reports only have them together with those of others.
paper-privacy-anonymous = This form is anonymous. Do not sign it and name nobody. Whoever enters the answers sees the paper, so forms are collected together and entered in mixed order.
paper-name = Name and class (group):
paper-thanks = Thank you! Please return this form to the curator.
paper-page = { $number } of { $total }
paper-hard-to-say = Hard to say
paper-if-it-applies = If this applies to you.
paper-most = Tick { $most } at most.
paper-several = You may tick several.
paper-other = Other:

button-refuse-survey = I’d rather not answer
receipt-survey-refused = All right, no more reminders about this one. Thank you for saying so!
refusal-too-few-for-anonymous = An anonymous survey needs five people or more: of fewer, each is known by the answers.
refusal-wave-too-long = A survey may run from one day to { $most } days.
refusal-day-in-the-past = That day is over. Choose today or a later one.
survey-note-anonymous = {"\u000A"}🔒 Anonymous: your answers are kept without your name.
