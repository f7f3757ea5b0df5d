# «Где я?»: что сделано, чего ждём, от кого и до какого дня.

menu-where = 🤝 Где я?
command-where = Где я: что сделано и чего ждём

where-empty = Пока здесь пусто: участия в программах нет. Начать можно по ссылке куратора.
where-gap = { "" }
where-title = { $tone ->
        [ty] 🤝 <b>Твой путь</b> · «{ $programme }»
       *[vy] 🤝 <b>Ваш путь</b> · «{ $programme }»
    }
where-done-consent = ✓ Согласие на обработку данных{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-guardian = ✓ Согласие родителя или опекуна{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-form = ✓ Анкета отправлена{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-decision = { $role ->
        [alumnus] ✓ Предложение принято
       *[other] ✓ Заявка принята
    }{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-pair = { $role ->
        [mentee] ✓ Наставник: { $partner }
       *[other] ✓ В паре: { $partner }
    }{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-meeting = ✓ Первая встреча{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-now-consent = { $tone ->
        [ty] • Согласие на обработку данных — ждём тебя
       *[vy] • Согласие на обработку данных — ждём вас
    }
where-now-guardian = • Согласие родителя или опекуна — ждём взрослого; ссылку можно переслать ещё раз
where-now-form = { $tone ->
        [ty] • Анкета — ждём тебя; все ответы сохранены
       *[vy] • Анкета — ждём вас; все ответы сохранены
    }
where-now-decision = { $role ->
        [mentor] • Куратор ({ $curator }) принимает решение
       *[other] • Куратор ({ $curator }) читает анкету
    }{ $dated ->
        [yes] { $late ->
            [yes] { " " }— дольше обычного, об этом можно спросить напрямую
           *[no] { " " }— обычно до { $day }
        }
       *[no] { "" }
    }
where-now-pair = { $role ->
        [mentee] • Куратор ({ $curator }) подбирает наставника — я напишу, как только найдётся
       *[other] • Куратор ({ $curator }) подбирает пару — я напишу, как только найдётся
    }
where-now-answer = { $tone ->
        [ty] • { $partner }: предложение ждёт твоего ответа до { $day }
       *[vy] • { $partner }: предложение ждёт вашего ответа до { $day }
    }
where-now-answer-theirs = • { $partner }: ждём ответа на предложение до { $day }
where-now-meeting = { $dated ->
        [yes] • Первая встреча — { $day }
       *[no] { $role ->
            [mentee] • Первая встреча — время предложит наставник
           *[other] • Первая встреча — нужно предложить время
        }
    }
where-next-consent = ○ Согласие на обработку данных
where-next-guardian = ○ Согласие родителя или опекуна
where-next-form = ○ Анкета: 3–4 минуты
where-next-decision = ○ Решение куратора
where-next-pair = { $role ->
        [mentee] ○ Знакомство с наставником
       *[other] ○ Знакомство
    }
where-next-answer = ○ Ответ на предложение: { $partner }
where-next-answer-theirs = ○ Ответ на предложение: { $partner }
where-next-meeting = ○ Первая встреча
where-done-checked = ✓ Документы в порядке{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-interviewed = ✓ Собеседование{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-done-trained = ✓ Обучение{ $dated ->
        [yes] { " " }· { $day }
       *[no] { "" }
    }
where-now-checked = • Документы — их нужно показать куратору ({ $curator })
where-now-interviewed = • Собеседование — куратор ({ $curator }) договорится о времени
where-now-trained = { $tone ->
        [ty] • Обучение — ждём тебя
       *[vy] • Обучение — ждём вас
    }
where-now-reserve = • Резерв: пары пока нет, куратор ({ $curator }) напишет, когда она появится
where-next-checked = ○ Документы
where-next-interviewed = ○ Собеседование
where-next-trained = ○ Обучение
where-now-paused = • Встречи на паузе: обновляем документы. Как только всё будет готово, я напишу
where-next-paused = ○ Встречи: пока на паузе
where-go-learn = 🎓 К обучению
where-next-reserve = ○ Резерв
where-declined = • В этот раз не получилось; о причине я уже писал. Вопросы — куратору: { $curator }
where-withdrawn = • Участие закончено: согласие отозвано. Вернуться можно по ссылке куратора
where-offer-new = • { $what } — куратор свяжется
where-offer-talking = • { $what } — обсуждаем
where-offer-agreed = ✓ { $what } — договорились
where-offer-done = ✓ { $what } — сделано, спасибо!
where-offer-declined = ○ { $what } — в этот раз не понадобится
where-go-join = Продолжить
where-go-correct = Изменить анкету
where-go-mentor = 🎓 Стать наставником
