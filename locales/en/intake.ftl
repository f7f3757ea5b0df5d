# The form at the beginning: what was not understood, what is missing.

refusal-choice-uncertain = Did you mean “{ $option }”? If so, press its button; if not, put it another way.
refusal-times-not-understood = That time was not understood, or it is not offered here. Tick it with the buttons, or write, for example: Tue evening, Sat morning.
refusal-date-not-understood = That date was not understood. A day, a month and a year are needed, for example 12.03.2011 or 12 March 2011.
refusal-date-impossible = There is no such day in the calendar. Please check the day and the month.
refusal-date-ahead = That day has not come yet. Please check the year.
refusal-date-unlikely = { $years ->
    [one] That would make you { $years } year old
   *[other] That would make you { $years } years old
}, which looks like a slip. Please check the year.

form-sent-known =
    ✓ Thank you! The curator has your offer
    { $curator } will get in touch and agree the details with you.
form-become-mentor = 🎓 Next: the mentor's form

changed-title = ✏️ <b>Changed since it was sent</b> · { $day }
changed-answer = • { $question } <s>{ $before }</s> → { $after }
changed-nothing = no answer

letter-form-nudge =
    📝 Your form for “{ $programme }” is waiting: { $left ->
        [one] { $left } question to go
       *[other] { $left } questions to go
    }.
    Every answer is kept; it takes a couple of minutes to finish.
letter-form-nudge-last =
    📝 Your form for “{ $programme }” is still waiting, { $left ->
        [one] { $left } question to go
       *[other] { $left } questions to go
    }. I will not remind you again: come back any day, your answers are kept.
letter-form-corrected = ✏️ “{ $programme }”: { $count ->
    [one] { $count } person has changed answers in the form
   *[other] { $count } people have changed answers in their forms
}. Each card shows before and after.
button-open-application-of = { $name }
