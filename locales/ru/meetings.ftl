meeting-spot = { $place ->
    [online] онлайн
    [on-site] на территории организации
    [with-curator] вместе с куратором
   *[in-person] очно
}{ $has_where ->
    [yes] { " " }({ $where })
   *[no] { "" }
}
meeting-kind = 🗒 { $kind }
meeting-where = 📍 { $where }
meeting-was = Перенос встречи: было { $at }. { $reason }
meeting-series = 🔁 Эта встреча повторяется.
meeting-counter = Другое время…
meeting-agenda = 🗒 План встречи
meeting-agenda-title =
    🗒 { $kind }
    { $goal }
meeting-agenda-point = • { $point }
meeting-move = Перенести…
meeting-move-why = { $tone ->
    [ty] Переносим встречу ({ $at }). Выбери причину или напиши её: { $partner } прочитает.
   *[vy] Переносим встречу ({ $at }). Выберите причину или напишите её: { $partner } прочитает.
}
meeting-no-reason = Без причины
meeting-sure-why = { $tone ->
    [ty] Можно назвать причину: нажми на неё или напиши — и встреча отменится.
   *[vy] Можно назвать причину: нажмите на неё или напишите — и встреча отменится.
}
meeting-cancel-series = Отменить эту и все следующие
meeting-set-where = 📍 Место или ссылка…
meeting-type-where = { $tone ->
    [ty] 📍 Где встреча ({ $place })? Пришли ссылку или напиши место, например: «кабинет 12».
   *[vy] 📍 Где встреча ({ $place })? Пришлите ссылку или напишите место, например: «кабинет 12».
}
meeting-reminders = 🔔 Напоминания…
meeting-tell-more = 📝 Рассказать, как прошло
meeting-offer-lessons = 🔔 — время уроков
meeting-offer-off-holidays = 🏖 В этот день каникулы.
meeting-offer-off-exams = 📚 В этот день экзамены.
meeting-offer-guarded = Первые встречи взрослого с несовершеннолетним проходят на территории организации или вместе с куратором.
meeting-offer-type-place = Можно сразу прислать ссылку на звонок или написать место.
meeting-offer-repeat = 🔁 Повторять: { $repeats ->
    [week] каждую неделю
    [fortnight] раз в две недели
    [month] раз в месяц
   *[once] нет
}
meeting-offer-kind = 🗒 Другой вид встречи…
meeting-offer-which-kind = 🗒 Что это будет за встреча?
meeting-offer-how-often = 🔁 Как часто повторять? До { $until }; другой последний день можно написать.
meeting-repeats-once = Не повторять
meeting-repeats-week = Каждую неделю
meeting-repeats-fortnight = Раз в две недели
meeting-repeats-month = Раз в месяц
past-meeting-day = { $theirs ->
    [yes] 📝 { $name } и { $partner }: встреча уже была? Выберите день.
   *[no] { $tone ->
        [ty] 📝 Встреча уже была ({ $partner })? Выбери день.
       *[vy] 📝 Встреча уже была ({ $partner })? Выберите день.
    }
}
past-meeting-hour = 📝 { $day }: во сколько? Можно и написать, например: 16:30
past-meeting-place = 📝 { $at }. Как встречались?
past-meeting-done = ✓ Записано: { $at }. { $partner } подтвердит одним нажатием.
reminders-title = { $tone ->
    [ty] 🔔 Когда напоминать о встречах? Нажми, чтобы выбрать.
   *[vy] 🔔 Когда напоминать о встречах? Нажмите, чтобы выбрать.
}
reminders-day-before = { $chosen ->
    [yes] ●
   *[no] ○
} Накануне в { $hour }
reminders-never = { $chosen ->
    [yes] ●
   *[no] ○
} Накануне не напоминать
reminders-soon = { $chosen ->
    [yes] ☑
   *[no] ☐
} За час до встречи
afterwards-length =
    ✓ Встреча была: { $theirs ->
        [yes] { $name } и { $partner }
       *[no] { $partner }
    }. 🗒 { $kind }
    Сколько она длилась? Можно и написать минуты.
afterwards-length-button = { $minutes } мин
afterwards-other-kind = Это была другая встреча…
afterwards-which-kind = 🗒 Какая это была встреча?
afterwards-progress = 🎯 Приблизились к цели?
afterwards-progress-forward = ▲ Да, шаг вперёд
afterwards-progress-same = = Пока на месте
afterwards-progress-back = ▼ Скорее назад
afterwards-mood = { $theirs ->
    [yes] Что говорит { $name }: как прошло? Ответ увидит только куратор.
   *[no] Как прошло? Увидит только куратор.
}
afterwards-step = Что до следующей встречи? Можно написать своими словами.
afterwards-no-step = Ничего
afterwards-skip = Пропустить ›
afterwards-done = ✓ Записано: { $partner }, { $at }
afterwards-kind = 🗒 { $kind }
afterwards-minutes = ⏱ { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}
afterwards-mood-line = Настроение: { $face }
afterwards-next = До следующей встречи: { $step }
afterwards-thanks = Спасибо!
afterwards-offer = 📅 Следующая встреча
refusal-already-settled = Вы оба уже ответили одинаково, ответ записан. Если это ошибка, скажите куратору.
refusal-already-logged = На это время встреча уже записана. Её можно открыть в меню.
refusal-meeting-too-old = Записать можно встречи за последние { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}. О более давних скажите куратору.
refusal-place-not-allowed = Первые встречи взрослого с несовершеннолетним проходят на территории организации или вместе с куратором. Выберите одно из двух.
refusal-link-not-understood = Для встречи онлайн нужна ссылка на звонок. Место — до 200 знаков.
calendar-name = Встречи наставничества
feed-open = 📆 Мой календарь…
feed-about = { $tone ->
    [ty] 📆 Встречи сами появятся в календаре телефона: добавь в него адрес как подписку. Переносы и отмены придут туда же.
   *[vy] 📆 Встречи сами появятся в календаре телефона: добавьте в него адрес как подписку. Переносы и отмены придут туда же.
}
feed-address = { $tone ->
    [ty] Адрес виден один раз. Кто его знает, тот видит твои встречи: никому не пересылай.
   *[vy] Адрес виден один раз. Кто его знает, тот видит ваши встречи: никому не пересылайте.
}
    { $address }
feed-there-is = { $tone ->
    [ty] ✓ Адрес уже есть. Если он потерялся или попал к чужим, сделай новый: старый сразу перестанет работать.
   *[vy] ✓ Адрес уже есть. Если он потерялся или попал к чужим, сделайте новый: старый сразу перестанет работать.
}
feed-make = { $again ->
    [yes] Новый адрес
   *[no] Получить адрес
}
feed-take-back = Отключить адрес
letter-pair-rating = { $tone ->
    [ty] 🤝 Как тебе вместе ({ $partner })? 1 — совсем не то, 10 — всё здорово. Ответ увидит только куратор.
   *[vy] 🤝 Как вам работается вместе ({ $partner })? 1 — совсем не то, 10 — всё здорово. Ответ увидит только куратор.
}
button-rating = { $rating }
receipt-rated = ✓ Спасибо! Оценка { $rating } из 10 записана. Её увидит только куратор.
desk-ratings = { $name }: оценки пары — { $ratings }
