# A new programme: a short talk with the curator.

new-programme-house =
    🗂 <b>New programme</b>
    In which organisation will it be?
new-programme-introduce =
    👋 <b>First, who are you?</b>
    What is your name? Participants will see it: their consent says who reads their data.
    For example: Anna Petrova
new-programme-keep-name = Keep: { $name }
new-programme-name =
    🗂 <b>New programme · 1 of 4</b>
    What is it called? Everybody you invite will see this.
    For example: Trajectory
new-programme-forms =
    🗂 <b>{ $name } · 2 of 4</b>
    Who mentors whom? You may choose several forms.
new-programme-starts =
    🗂 <b>New programme · 3 of 4</b>
    When does it run? Take a whole academic year, or choose its first day: tap or type a date.
new-programme-ends =
    🗂 <b>New programme · 4 of 4</b>
    It begins on { $starts }.
    When does it end? Tap or type a date.
new-programme-day = { $today ->
    [yes] Today, { $day }
   *[no] { $day }
}
new-programme-year = Academic year { $year }
new-programme-other-day = 📅 Another day…
new-programme-check =
    🗂 <b>All correct?</b>
    “{ $name }”{ $chosen ->
        [yes] {" "}· { $organisation }
       *[no] {""}
    }
    { $forms }
    { $starts } to { $ends }
new-programme-create = Create the programme

refusal-day-not-understood = I could not read that date. Type it as 01/09 or “1 September”, or choose a day in the calendar.
