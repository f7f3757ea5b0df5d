# Settings of a programme and its organisation, the questions after making one, the archive.

set-up-later = Later, to the programme ›

house-kind =
    🏫 <b>{ $organisation }</b>
    What kind of organisation is it? Reports will need it.
house-zone =
    🕒 <b>By which clock does the organisation live?</b>
    Reminders and quiet hours depend on it.
house-contingent =
    👥 <b>How many learners do you have?</b>
    The indicators are worked out from these numbers: what share takes part in mentoring.

numbers-skip = Skip this number
numbers-ask-total = { $number } of { $of }: how many learners in all? Type a number.
numbers-ask-from-10-to-19 = { $number } of { $of }: how many of them are aged 10 to 19?
numbers-ask-from-15-to-19 = { $number } of { $of }: how many are aged 15 to 19?
numbers-ask-mentees = { $number } of { $of }: how many mentees would you like to have? Type a number.
numbers-ask-mentors = { $number } of { $of }: how many mentors?
numbers-ask-pairs = { $number } of { $of }: how many pairs?
numbers-has-total = Learners in all: { $n }
numbers-has-from-10-to-19 = Aged 10 to 19: { $n }
numbers-has-from-15-to-19 = Aged 15 to 19: { $n }
numbers-has-mentees = Target, mentees: { $n }
numbers-has-mentors = Target, mentors: { $n }
numbers-has-pairs = Target, pairs: { $n }

settings-title = ⚙️ <b>{ $name }</b> · { $organisation }
settings-facts =
    { $starts } to { $ends }
    { $forms }
settings-go-name = Name
settings-go-dates = Dates
settings-go-forms = Forms
settings-go-targets = Targets
settings-go-house = 🏫 Organisation
settings-go-year = 🗓 End of the year…
settings-go-copy = The same for next year
settings-go-archive = 🗄 Put into the archive
settings-name =
    ⚙️ The programme is called “{ $name }” now.
    Type its new name.
settings-starts =
    ⚙️ <b>Dates of the programme</b>
    When does it begin? Tap or type a date.
settings-ends =
    ⚙️ <b>Dates of the programme</b>
    It begins on { $starts }. When does it end?
settings-targets =
    🎯 <b>What does the programme aim at?</b>
    You will see how much is there already and how much is to go.
settings-forms =
    ⚙️ <b>Who mentors whom</b>
    Tap a form to use it, to leave it out, or to choose its variants.
settings-form = { $used ->
    [yes] ☑ { $title } · { $variants }/{ $every }
   *[no] ☐ { $title }
}
settings-form-variants =
    ⚙️ <b>{ $title }</b>
    Which variants suit you? If you choose none, all do.
settings-form-unused =
    ⚙️ <b>{ $title }</b>
    This form is not in use.
settings-form-take-in = Use this form
settings-form-leave-out = Leave this form out
settings-house =
    🏫 <b>{ $organisation }</b>
    { $known ->
        [yes] { $kind }
       *[no] Kind not given
    } · clock: { $zone }
settings-counted = Numbers as of { $on }
settings-go-kind = Kind of organisation
settings-go-zone = Time zone
settings-go-contingent = Numbers of learners
settings-go-counted = Day of the numbers
settings-counted-when =
    👥 Of which day are these numbers?
    Tap or type a date.
settings-year =
    🗓 <b>End of the year</b>
    The programme runs until { $ends }. You can set up the same for next year in advance, and put this one into the archive when everything in it is done.
settings-copy =
    📄 <b>The same for next year</b>
    “{ $name }”, { $starts } to { $ends }.
    { $forms ->
        [one] { $forms } form
       *[other] { $forms } forms
    } with variants, targets, settings and the road map. There is nobody in it yet: new links will bring people in.
settings-copy-do = Create
settings-archive =
    🗄 <b>Put “{ $name }” into the archive?</b>
    Links stop working, reminders and questionnaires end, proposed pairs are taken back. Everything written down stays, and you can bring the programme back on any day.
settings-archive-do = Put into the archive

archive-title =
    🗄 <b>Archive</b>
    Programmes that are over. You can read them and bring them back.
archive-none = 🗄 The archive is empty.
archive-line = { $several ->
    [yes] { $name } · { $organisation }
   *[no] { $name }
}
archive-card =
    🗄 <b>{ $name }</b> · { $organisation }
    { $starts } to { $ends }, in the archive since { $since }
    People: { $people } · pairs that worked: { $pairs }
archive-look = Have a look
archive-restore = Bring it back
