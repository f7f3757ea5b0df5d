wards-title = 👤 { $name }
wards-programme = <b>{ $programme }</b>
wards-state-consent = • ещё не началось: ждём ответа ребёнка
wards-state-form = • ребёнок заполняет анкету
wards-state-guardian = • ждём вашего согласия
wards-state-applied = • анкета у куратора, он ответит ребёнку здесь
wards-state-approved = • участвует в программе
wards-state-reserve = • в резерве: подходящей пары пока нет
wards-state-declined = • заявку пока не приняли
wards-state-withdrawn = • участие закончено
wards-mentor = 🤝 наставник: { $name }
wards-mentors = 🤝 помогает другому участнику
wards-paused = ⏸ встречи на паузе, пока обновляют документы
wards-meeting = 📅 следующая встреча: { $at }
wards-documents = 🔒 Согласия
wards-withdraw = Отозвать участие…
wards-erase = Удалить данные ребёнка…
menu-go-ward = 👤 { $name }
menu-go-documents = 🔒 Документы
menu-pair-paused-mentee = { $tone ->
        [ty] ⏸ { $partner }, наставник: встречи на паузе, пока обновляют документы. Я напишу, когда можно продолжать.
       *[vy] ⏸ { $partner }, наставник: встречи на паузе, пока обновляют документы. Я напишу, когда можно продолжать.
    }
menu-pair-paused-mentor = ⏸ { $partner }: встречи на паузе, пока обновляют документы. Я напишу, когда можно продолжать.
guardian-to-optional = Ещё согласия — по желанию
