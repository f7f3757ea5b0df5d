# Стол куратора: найти человека или пару, вопросы участников, заметки, рассылки, дела.

programme-go-desk = { $desk ->
    [0] 🗂 Рабочий стол
   *[other] 🗂 Рабочий стол ({ $desk })
}
desk-room-title = 🗂 <b>Рабочий стол</b> · { $name }
desk-room-questions = ❓ { $questions ->
    [one] { $questions } вопрос ждёт ответа
    [few] { $questions } вопроса ждут ответа
   *[many] { $questions } вопросов ждут ответа
}{ $oldest ->
    [0] {""}
    [one] , самый давний — { $oldest } день
    [few] , самый давний — { $oldest } дня
   *[many] , самый давний — { $oldest } дней
}
desk-room-tasks = ☑️ { $tasks ->
    [one] { $tasks } дело на сегодня
    [few] { $tasks } дела на сегодня
   *[many] { $tasks } дел на сегодня
}
desk-room-find = 🔎 Чтобы найти человека или пару, просто напишите имя или его часть.
desk-room-go-tickets = { $questions ->
    [0] ❓ Вопросы участников
   *[other] ❓ Вопросы участников ({ $questions })
}
desk-room-go-broadcasts = ✉️ Рассылки
desk-room-go-tasks = { $tasks ->
    [0] ☑️ Мои дела
   *[other] ☑️ Мои дела ({ $tasks })
}

desk-found = 🔎 Нашлось по «{ $sought }». Можно написать другое имя.
desk-found-like = Точно такого имени нет, вот похожие.
desk-found-none =
    🔎 По «{ $sought }» никого нет.
    Напишите имя или фамилию по-другому, хватит и первых букв.
desk-found-more = Показаны не все: напишите на букву больше или добавьте фамилию.
desk-found-pair = 🤝 { $names }{ $state ->
    [proposed] {" "}· предложена
    [paused] {" "}· на паузе
    [closing] {" "}· прощается
    [completed] {" "}· завершена
    [dissolved] {" "}· завершена
   *[other] {""}
}
desk-found-person = 👤 { $name } · { $role } · { $state }

past-open = 🕘 История и заметки
past-of-pair = 🕘 <b>История пары</b> · { $names }
past-of-person = 🕘 <b>История</b> · { $names }
past-line = { $day } — { $what }
past-go-notes = { $notes ->
    [0] 📝 Заметки команды
   *[other] 📝 Заметки команды ({ $notes })
}
past-to-pair = 🤝 Пара: { $partner }
past-step-propose = пару предложили
past-step-agree = оба сказали «да»
past-step-decline = пришёл отказ
past-step-expire = срок ответа вышел
past-step-start = пара начала
past-step-intro-held = знакомство состоялось
past-step-trial-held = пробная встреча состоялась
past-step-confirm = решили продолжать вместе
past-step-planning-held = обсудили цели
past-step-plan = записали первую цель
past-step-pause = пауза
past-step-resume = пауза закончилась
past-step-close = началось завершение
past-step-complete = пара завершена успешно
past-step-dissolve = пара завершена раньше срока
past-meeting-offered = 📅 предложено время встречи
past-meeting-agreed = 📅 назначена встреча
past-meeting-unsaid = 📅 встреча, об итоге никто не сказал
past-meeting-cancelled = 📅 встречу отменили
past-meeting-held = 📅 встреча состоялась
past-meeting-not-held = 📅 встреча не состоялась
past-meeting-moved = 📅 встречу перенесли
past-meeting-disputed = 📅 о встрече сказали по-разному
past-mark-called = ☎️ { $by }: разговор с парой, вернуться { $until }
past-mark-nudged = ✉️ { $by }: просьба договориться о встрече, вернуться { $until }
past-mark-snoozed = ⏰ { $by }: отложено до { $until }
past-mark-fine = ✓ { $by }: всё в порядке, вернуться { $until }
past-note = 📝 { $by }: { $words }
past-came = начало: открыта ссылка
past-entered = начало: данные внесла команда
past-applied = заявка пришла куратору
past-decided = { $state ->
    [approved] ✓ заявка принята
    [reserve] ✓ заявка в резерве
    [declined] отказ
    [withdrawn] согласие отозвано
   *[other] решение по заявке
}
past-decided-by = { $state ->
    [approved] ✓ заявка принята
    [reserve] ✓ заявка в резерве
    [declined] отказ
    [withdrawn] согласие отозвано
   *[other] решение по заявке
} ({ $by })
past-pair-begun = 🤝 пара: { $partner }
past-pair-ended = пара завершена: { $partner }

notes-title = 📝 <b>Заметки команды</b> · { $names }
notes-none = Пока ничего не записано. Заметки видит только команда: куратор, заместитель, психолог.
notes-one =
    «{ $words }»
    — { $by }, { $day }
notes-seen = { "    " }👁 { $who }, { $day }
notes-erased = Заметка от { $day }: текст удалён вместе с данными участника
notes-go-write = ✍️ Новая заметка
notes-remove = 🗑 Убрать: «{ $words }»
notes-write-person =
    ✍️ <b>Заметка</b> · { $names }
    Напишите одним сообщением. Лучше факты и даты, без оценок: по закону человек может запросить копию своих данных, и тогда текст заметки он прочитает.
notes-write-pair =
    ✍️ <b>Заметка о паре</b> · { $names }
    Напишите одним сообщением. Лучше факты и даты, без оценок. В копию данных участников попадёт только дата такой заметки: она касается двоих.

tickets-title-new = ❓ <b>Вопросы участников</b> · ждут ответа
tickets-title-answered = ❓ <b>Вопросы участников</b> · с ответом
tickets-title-closed = ❓ <b>Вопросы участников</b> · закрытые
tickets-empty-new = Вопросов без ответа нет.
tickets-empty-answered = Таких пока нет.
tickets-empty-closed = Закрытых пока нет.
tickets-show-new = Ждут ответа ({ $number })
tickets-show-answered = С ответом ({ $number })
tickets-show-closed = Закрытые ({ $number })
tickets-line = { $name } · { $days ->
    [0] сегодня
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
} · { $words }
tickets-card =
    ❓ <b>{ $name }</b> · { $role ->
        [mentee] наставляемый
        [mentor] наставник
        [alumnus] выпускник
       *[guardian] родитель или опекун: { $ward }
    }
    { $state ->
        [new] Ждёт ответа
        [answered] ✓ Есть ответ
       *[closed] ○ Вопрос закрыт
    }
tickets-said-asker =
    💬 { $by }, { $at }
    { $words }
tickets-said-team =
    ↩️ { $by }, { $at }
    { $words }
tickets-sent = ✓ Ответ отправлен.
tickets-type = Напишите ответ одним сообщением: он уйдёт сразу. Переписку видят все кураторы программы.
tickets-close = ✓ Закрыть вопрос
tickets-to-person = 👤 Карточка участника

menu-ask = ❓ Спросить куратора
ask-title = ❓ <b>Спросить куратора</b>
    { $tone ->
        [ty] Может, ответ уже есть: посмотри частые вопросы ниже. Свой вопрос просто напиши сообщением. Его и ответ увидят кураторы программы ({ $curators }) и больше никто.
       *[vy] Возможно, ответ уже есть: посмотрите частые вопросы ниже. Свой вопрос просто напишите сообщением. Его и ответ увидят кураторы программы ({ $curators }) и больше никто.
    }
ask-told = { $tone ->
    [ty] ✓ Вопрос у куратора ({ $curators }). Обычно отвечают за день-два, ответ придёт сюда.
   *[vy] ✓ Вопрос у куратора ({ $curators }). Обычно отвечают за день-два, ответ придёт сюда.
}
ask-nowhere = { $tone ->
    [ty] Спросить куратора можно, когда есть согласие и программа. Где ты сейчас — /where
   *[vy] Спросить куратора можно, когда есть согласие и программа. Где вы сейчас — /where
}
ask-go-pair = 💬 О паре, наедине с куратором
ask-which-pair = 💬 О какой паре?
ask-go-mine = 💬 Мои вопросы ({ $number })
ask-answer =
    ❓ <b>{ $ask }</b>
    { $answer }

    { $tone ->
        [ty] Не помогло? Напиши свой вопрос сообщением.
       *[vy] Не помогло? Напишите свой вопрос сообщением.
    }
ask-review =
    { $tone ->
        [ty] Твой вопрос:
       *[vy] Ваш вопрос:
    }
    «{ $words }»
    Его увидят кураторы программы: { $curators }.
ask-like = Похоже на эти вопросы, ответ на них уже есть:
ask-send = ✉️ Отправить куратору
ask-send-about = ✉️ Отправить · { $what }
ask-mine = { $tone ->
    [ty] 💬 <b>Твои вопросы</b>
   *[vy] 💬 <b>Ваши вопросы</b>
}
ask-mine-none = Пока ни одного.
ask-line = { $state ->
    [new] ⏳
    [answered] ✓
   *[closed] ○
} { $words }
ask-card-new = ⏳ <b>Вопрос у куратора</b>
ask-card-answered = ✓ <b>Куратор ответил</b>
ask-card-closed = ○ <b>Вопрос закрыт</b>
ask-said-mine =
    { $tone ->
        [ty] 💬 Ты, { $at }
       *[vy] 💬 Вы, { $at }
    }
    { $words }
ask-said-theirs =
    ↩️ { $by }, { $at }
    { $words }
ask-more = { $tone ->
    [ty] Чтобы дописать, просто отправь сообщение.
   *[vy] Чтобы дописать, просто отправьте сообщение.
}
ask-close = ✓ Спасибо, всё понятно
refusal-too-many-questions = { $tone ->
    [ty] { $most } вопросов уже ждут ответа. Подожди немного: куратор их видит.
   *[vy] { $most } вопросов уже ждут ответа. Подождите немного: куратор их видит.
}

button-open-tickets = Открыть вопросы
button-open-ticket = Ответить или закрыть
button-ask-curator = Спросить куратора
letter-tickets-wait = ❓ «{ $programme }»: { $count ->
    [one] { $count } вопрос участника ждёт ответа
    [few] { $count } вопроса участников ждут ответа
   *[many] { $count } вопросов участников ждут ответа
}{ $days ->
    [0] .
    [one] , самый давний — { $days } день.
    [few] , самый давний — { $days } дня.
   *[many] , самый давний — { $days } дней.
}
letter-ticket-answered =
    ↩️ { $curator } отвечает на вопрос «{ $question }»

    { $answer }
letter-broadcast =
    ✉️ <b>{ $programme }</b>

    { $words }

    — { $curator }

broadcasts-title =
    ✉️ <b>Рассылки</b>
    Сообщение сразу многим: по роли, форме, классу или состоянию пары. Бот соблюдает тихие часы и не пишет человеку больше одного раза в день.
broadcasts-none = Рассылок ещё не было.
broadcasts-new = ✍️ Новая рассылка
broadcasts-line-starting = ▶️ { $what } · начинается
broadcasts-line-planned = ⏰ { $what } · { $at }
broadcasts-line-sending = ▶️ { $what } · { $done } из { $listed }
broadcasts-line-sent = ✓ { $what } · { $at }
broadcasts-line-stopped = ⏹ { $what } · { $at }
broadcasts-whom = ✉️ <b>Кому?</b>
broadcasts-role-mentee = наставляемые
broadcasts-role-mentor = наставники
broadcasts-role-alumnus = выпускники
broadcasts-to = 👥 { $roles }
broadcasts-forms = Форма: { $forms }
broadcasts-groups = Классы и группы: { $groups }
broadcasts-pair-meets = Пара: встречаются
broadcasts-pair-begins = Пара: только начинают
broadcasts-pair-paused = Пара: на паузе
broadcasts-pair-closing = Пара: прощаются
broadcasts-pair-alone = Пара: пока без пары
broadcasts-choose-any = Пара: любые ›
broadcasts-choose-meets = Пара: встречаются ›
broadcasts-choose-begins = Пара: только начинают ›
broadcasts-choose-paused = Пара: на паузе ›
broadcasts-choose-closing = Пара: прощаются ›
broadcasts-choose-alone = Пара: без пары ›
broadcasts-count = Получат { $reached } из { $number }.{ $unreached ->
    [0] {""}
   *[other] {" "}Не дойдёт: нет в мессенджере — { $no_account }, остановили бота — { $lost }.
}
broadcasts-nobody = Таких участников сейчас нет: выберите шире.
broadcasts-go-forms = Форма…
broadcasts-which-forms = Кому, по форме наставничества их пары? Сейчас выбрано людей: { $number }. Если ничего не отметить, напишу всем.
broadcasts-go-groups = Классы…
broadcasts-go-what = Дальше: текст ›
broadcasts-which-groups = Кому из классов и групп? Сейчас выбрано людей: { $number }. Если ничего не отметить, напишу всем.
broadcasts-what =
    ✍️ <b>Что написать?</b>
    Выберите готовое сообщение или напишите своё, до { $longest } знаков.
broadcasts-preview = ✉️ <b>Проверьте</b>
broadcasts-words = «{ $words }»
broadcasts-informal =
    Ученикам на «ты»:
    «{ $words }»
broadcasts-when = Уйдёт с самым низким приоритетом: напоминания о встречах и ответы важнее. У кого сегодня уже было сообщение, получит завтра.
broadcasts-tested = ✓ Проба отправлена, она сообщением выше.
broadcasts-test = 👁 Сначала только мне
broadcasts-now = { $number ->
    [one] Отправить сейчас: { $number } человек
    [few] Отправить сейчас: { $number } человека
   *[many] Отправить сейчас: { $number } человек
}
broadcasts-later = ⏰ В другой день
broadcasts-other-words = Другой текст
broadcasts-which-day = ⏰ <b>В какой день?</b> Отправлю в 10 утра.
broadcasts-card-starting = ▶️ <b>Рассылка начинается</b> · { $by }
broadcasts-card-planned = ⏰ <b>Рассылка запланирована</b>: { $at } · { $by }
broadcasts-card-sending = ▶️ <b>Рассылка идёт</b>: { $done } из { $listed } · { $by }, { $at }
broadcasts-card-sent = ✓ <b>Рассылка закончена</b>: { $done } из { $listed } · { $by }, { $at }
broadcasts-card-stopped = ⏹ <b>Рассылка остановлена</b>: { $done } из { $listed } · { $by }, { $at }
broadcasts-report-sent = ✓ Доставлено: { $count }
broadcasts-report-waiting = ⏳ Ждут своей очереди, дня или часа: { $count }
broadcasts-report-no-account = 📴 Нет в мессенджере: { $count }
broadcasts-report-lost = 🚫 Остановили бота: { $count }
broadcasts-report-late = ⌛ Не нашлось подходящего часа за три дня: { $count }
broadcasts-report-unsure = ❔ Неизвестно, дошло ли: { $count }
broadcasts-report-left = ○ Больше не в программе: { $count }
broadcasts-report-failed = ⚠️ Ошибка отправки: { $count }
broadcasts-report-stopped = ⏹ Не отправлено, рассылку остановили: { $count }
broadcasts-stop = ⏹ Остановить
broadcasts-refresh = 🔄 Обновить
broadcasts-go-missed = Кому не дошло
broadcasts-missed = 📴 <b>Кому не дошло</b>
broadcasts-missed-no-account = { $name } — нет в мессенджере
broadcasts-missed-lost = { $name } — бот остановлен
broadcasts-missed-late = { $name } — не нашлось подходящего часа
broadcasts-missed-unsure = { $name } — неизвестно, дошло ли
broadcasts-missed-left = { $name } — больше не в программе
broadcasts-missed-failed = { $name } — ошибка отправки
refusal-nobody-to-write = Таких участников сейчас нет: выберите шире.

tasks-title = ☑️ <b>Мои дела</b>
tasks-hint = Нажмите на дело, когда оно сделано. Ошиблись — нажмите ещё раз.
tasks-none = Дел нет. Запишите, что не хочется забыть: дело напомнит о себе на столе в свой день.
tasks-line-late = 🔴 { $words } · { $day }
tasks-line-open = ☐ { $words } · { $day }
tasks-line-done = ☑ { $words } · { $day }
tasks-new = ✍️ Новое дело
tasks-write = ✍️ <b>Что сделать?</b> Напишите одним сообщением.
tasks-day =
    ☑️ «{ $words }»
    К какому дню?
refusal-tasks-enough = Открытых дел уже { $most }. Отметьте сделанные, чтобы добавить новое.

desk-room-go-book = 📊 Моя рабочая книга
desk-book-file = Рабочая книга
desk-book-caption = 📊 Рабочая книга куратора: участников { $people }, пар { $pairs }. Внутри личные данные: храните файл там, где его не увидят другие.
desk-book-pairs = Пары
desk-book-people = Участники
desk-book-meetings = Встречи
desk-book-questions = Вопросы
desk-book-tasks = Мои дела
desk-book-column-mentee = Наставляемый
desk-book-column-mentor = Наставник
desk-book-column-form = Форма
desk-book-column-state = Состояние
desk-book-column-light = Светофор
desk-book-column-why = Почему
desk-book-column-since = Вместе с
desk-book-column-ended = Завершена
desk-book-column-held = Встреч
desk-book-column-last = Последняя встреча
desk-book-column-next = Следующая встреча
desk-book-column-name = Имя
desk-book-column-role = Роль
desk-book-column-came = Начало
desk-book-column-decided = Решение
desk-book-column-reached = Связь
desk-book-column-notes = Заметок
desk-book-column-day = День
desk-book-column-hour = Время
desk-book-column-who = Кто
desk-book-column-words = Текст
desk-book-column-due = Срок
desk-book-pair-state = { $state ->
    [proposed] предложена
    [accepted] оба согласны
    [intro] впереди знакомство
    [trial] пробный период
    [confirmed] продолжают вместе
    [planning] обсуждают цели
    [active] работает
    [paused] на паузе
    [closing] прощается
    [completed] завершена успешно
   *[dissolved] завершена раньше срока
}
desk-book-reached = { $reached ->
    [bot] в боте
    [lost] остановил бота
   *[none] нет в мессенджере
}
desk-book-meeting-state = { $state ->
    [held] состоялась
    [not-held] не состоялась
    [moved] перенесена
    [cancelled] отменена
    [disputed] сказали по-разному
    [agreed] назначена
   *[offered] предложена
}
desk-book-question-state = { $state ->
    [new] ждёт ответа
    [answered] есть ответ
   *[closed] закрыт
}
