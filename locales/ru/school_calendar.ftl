# Учебный календарь: каникулы, экзамены, часы уроков.

rooms-go-calendar = 📆 Учебный календарь
school-calendar-title =
    📆 <b>Учебный календарь</b> · { $organisation }
    Во время уроков и в каникулы учащимся не пишу без нужды.
calendar-lessons = Уроки: с { $start } до { $end }, понедельник — пятница
calendar-no-lessons = Часы уроков не указаны
calendar-none = Каникул и экзаменов впереди нет.
calendar-span = { $kind ->
    [exams] 📝 { $named ->
        [no] Экзамены
       *[other] { $title }
    }
   *[holidays] 🏖 { $named ->
        [no] Каникулы
       *[other] { $title }
    }
}: { $first } — { $last }
calendar-add-usual = Добавить обычные каникулы
calendar-add-holidays = + Каникулы
calendar-add-exams = + Экзамены
calendar-set-lessons = Часы уроков
calendar-card = { $kind ->
    [exams] 📝 <b>{ $named ->
        [no] Экзамены
       *[other] { $title }
    }</b>
   *[holidays] 🏖 <b>{ $named ->
        [no] Каникулы
       *[other] { $title }
    }</b>
}
    { $first } — { $last }
calendar-remove = Убрать из календаря
calendar-ask-days = { $kind ->
    [exams] 📝 С какого по какой день экзамены?
   *[holidays] 🏖 С какого по какой день каникулы?
}
    Напишите, например: 26.10 – 3.11 или «с 26 октября по 3 ноября».
calendar-ask-lessons =
    Когда идут уроки? В эти часы учащимся не пишу.
    Выберите или напишите: 8:30–14:00.
calendar-shift = { $title }: { $start }–{ $end }
calendar-no-shift = Не учитывать уроки
refusal-hours-not-understood = Не получилось узнать часы. Напишите, например, 8:30–14:00.
