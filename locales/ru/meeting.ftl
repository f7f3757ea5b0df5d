meeting-offer-title-new = 📅 Новая встреча: { $theirs ->
    [yes] { $name } и { $partner }
   *[no] { $partner }
}
meeting-offer-title-counter = 📅 Другое время: { $partner }
meeting-offer-title-move = 📅 Перенос встречи: { $partner }
meeting-offer-choose = { $theirs ->
        [yes] Когда удобно? Отметьте до { $most } вариантов. Первые в своих анкетах отметили и { $name }, и { $partner }.
       *[no] { $tone ->
            [ty] Когда удобно? Выбери до { $most } вариантов. Первые — те, что в анкетах отмечены у вас обоих.
           *[vy] Когда удобно? Выберите до { $most } вариантов. Первые — те, что в анкетах отмечены у вас обоих.
        }
    }
meeting-offer-no-shared = { $tone ->
        [ty] Общего времени в анкетах на ближайшие две недели нет. Выбери день в календаре.
       *[vy] Общего времени в анкетах на ближайшие две недели нет. Выберите день в календаре.
    }
meeting-offer-next-new = Дальше ({ $count }) ›
meeting-offer-next-counter = Предложить ({ $count }) ›
meeting-offer-next-move = Предложить ({ $count }) ›
meeting-offer-other-day = Другой день…
meeting-offer-day = 📅 Какой день? { $partner } увидит только предложенное время.
meeting-offer-hour = 📅 { $day }: во сколько?
meeting-offer-star = ⭐ — время, отмеченное в обеих анкетах
meeting-offer-no-hours = { $tone ->
        [ty] В этот день свободных часов нет. Выбери другой день.
       *[vy] В этот день свободных часов нет. Выберите другой день.
    }
meeting-offer-type-hour = Можно и написать, например: 16:30
meeting-offer-place =
    📅 { $theirs ->
        [yes] { $name } и { $partner }: где встреча?
       *[no] Где встречаетесь?
    }
    🗒 { $kind }
meeting-offer-time = • { $at }
meeting-offer-sent = ✓ Отправлено. { $partner } выбирает из этого:
meeting-offer-sent-next = { $theirs ->
    [yes] Когда { $partner } выберет, время появится в карточке пары. Передайте его: { $name }.
   *[no] Я напишу, как только будет выбор, и напомню заранее.
}
meeting-offer-anew = 📅 Предложить другое время
meeting-to-pick = { $tone ->
        [ty] 📅 { $partner } предлагает встретиться ({ $place })
            Выбери время — и встреча назначена.
       *[vy] 📅 { $partner } предлагает встретиться ({ $place })
            Выберите время — и встреча назначена.
    }
meeting-offer-waits = 📅 Время предложено ({ $place }). { $partner } ещё выбирает, я напишу.
meeting-offer-passed = 📅 { $partner }: предложенное время прошло, выбора не было.
meeting-agreed =
    📅 Встреча: { $partner }
    { $at }, { $place }
    Напомню заранее.
meeting-cancelled = Эта встреча отменена ({ $partner }).
meeting-held-or-not = 📅 Встреча была? { $partner }, { $at }
meeting-held = ✓ Встреча состоялась: { $partner }, { $at }
meeting-not-held = ✓ Записано: встречи не было ({ $partner }, { $at })
meeting-moved = ✓ Записано: встречу перенесли ({ $partner }, { $at })
meeting-disputed = ✓ Ответ записан. { $partner } говорит об этой встрече иначе: куратор увидит оба ответа и поможет разобраться.
meeting-word-held = ✓ Да, встреча была
meeting-word-moved = Перенесли
meeting-word-not-held = Нет
meeting-cancel-none-fits = Ничего не подходит…
meeting-cancel-offer = Отменить предложение…
meeting-cancel-meeting = Отменить встречу…
meeting-sure-none-fits = Ни одно время не подходит? Я сообщу, и { $partner } предложит другое.
meeting-sure-offer = Отменить предложение? { $partner } больше не увидит это время.
meeting-sure-meeting = Отменить встречу ({ $at })? { $partner } узнает об этом сразу.
meeting-cancel-yes-none-fits = Да, нужно другое время
meeting-cancel-yes-offer = Да, отменить
meeting-cancel-yes-meeting = Да, отменить
meeting-cancel-no = ‹ Назад
