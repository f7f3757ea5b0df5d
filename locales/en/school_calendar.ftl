# The school calendar: holidays, exams, lesson hours.

rooms-go-calendar = 📆 School calendar
school-calendar-title =
    📆 <b>School calendar</b> · { $organisation }
    During lessons and holidays I leave learners in peace unless it is needed.
calendar-lessons = Lessons: { $start } to { $end }, Monday to Friday
calendar-no-lessons = No lesson hours are set
calendar-none = No holidays or exams ahead.
calendar-span = { $kind ->
    [exams] 📝 { $named ->
        [no] Exams
       *[other] { $title }
    }
   *[holidays] 🏖 { $named ->
        [no] Holidays
       *[other] { $title }
    }
}: { $first } to { $last }
calendar-add-usual = Add the usual holidays
calendar-add-holidays = + Holidays
calendar-add-exams = + Exams
calendar-set-lessons = Lesson hours
calendar-card = { $kind ->
    [exams] 📝 <b>{ $named ->
        [no] Exams
       *[other] { $title }
    }</b>
   *[holidays] 🏖 <b>{ $named ->
        [no] Holidays
       *[other] { $title }
    }</b>
}
    { $first } to { $last }
calendar-remove = Remove from the calendar
calendar-ask-days = { $kind ->
    [exams] 📝 From which day to which are the exams?
   *[holidays] 🏖 From which day to which are the holidays?
}
    Type, for example, 26/10 – 3/11 or “26 October to 3 November”.
calendar-ask-lessons =
    When are lessons? I will not write to learners in these hours.
    Choose, or type 8:30–14:00.
calendar-shift = { $title }: { $start }–{ $end }
calendar-no-shift = Lessons do not matter
refusal-hours-not-understood = I could not read those hours. Type, for example, 8:30–14:00.
