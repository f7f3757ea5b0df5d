# Очередь заявок: списки по шагам и ролям, поиск по имени, решение сразу о нескольких.

queue-title-all = 📝 <b>Заявки</b> · ждут вас и команду
queue-title-decision = 📝 <b>Заявки</b> · ждут решения
queue-title-check = 📝 <b>Заявки</b> · ждут документов
queue-title-interview = 📝 <b>Заявки</b> · ждут собеседования
queue-title-training = 📝 <b>Заявки</b> · проходят обучение
queue-title-guardian =
    📝 <b>Ждут согласия родителей</b>
    Решать пока нечего: ответы откроются, когда взрослый согласится.
queue-title-reserve =
    📝 <b>Резерв</b>
    Подходят, но пока некому помогать. Любого можно вернуть в работу.
queue-title-declined =
    📝 <b>Отказы</b>
    Передумали? Откройте карточку и верните заявку в работу.
queue-title-search = 🔎 <b>«{ $typed }»</b>
queue-only-role = { $role ->
    [mentee] Только наставляемые
    [mentor] Только наставники
   *[alumnus] Только выпускники
}
queue-search-hint = Ищете кого-то? Напишите имя или фамилию.

queue-empty-all = Всё разобрано. О новых заявках напишу.
queue-empty-decision = Решения никто не ждёт.
queue-empty-check = Документов ни от кого не ждём.
queue-empty-interview = Собеседования никто не ждёт.
queue-empty-training = Обучение сейчас никто не проходит.
queue-empty-guardian = Сейчас никто не ждёт.
queue-empty-reserve = В резерве никого.
queue-empty-declined = Отказов нет.
queue-empty-search = Больше никого с таким именем.

queue-line = { $name } · { $role ->
    [mentee] наставляемый
    [mentor] наставник
   *[alumnus] выпускник
}{ $stands ->
    [check] : документы · { $days ->
        [0] сегодня
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
    [interview] : беседа · { $days ->
        [0] сегодня
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
    [training] : учёба · { $days ->
        [0] сегодня
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
    [decision] : решение · { $days ->
        [0] сегодня
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
    [approved] { " " }· в программе
    [reserve] { " " }· резерв
    [declined] { " " }· отказ
   *[other] { " " }· { $days ->
        [0] сегодня
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
}

queue-filter = ☰ Кого показать
queue-to-all = Вся очередь
queue-filter-title =
    ☰ <b>Кого показать?</b>
    Сначала роль, если нужна одна, потом шаг.
queue-show-all = Все в очереди ({ $count })
queue-show-decision = Ждут решения ({ $count })
queue-show-check = Документы ({ $count })
queue-show-interview = Беседа ({ $count })
queue-show-training = Обучение ({ $count })
queue-show-guardian = Ждут родителей ({ $count })
queue-show-reserve = Резерв ({ $count })
queue-show-declined = Отказы ({ $count })
queue-role = { $chosen ->
    [yes] { "✓ " }
   *[no] { "" }
}{ $role ->
    [mentee] Наставляемые
    [mentor] Наставники
    [alumnus] Выпускники
   *[other] Все роли
} ({ $count })

queue-several = { $count ->
    [one] ✓ Принять сразу нескольких ({ $count } готова)
    [few] ✓ Принять сразу нескольких ({ $count } готовы)
   *[other] ✓ Принять сразу нескольких ({ $count } готовы)
}
queue-batch-title =
    ✓ <b>Кого принять?</b>
    Здесь те, у кого есть всё, кроме вашего решения. Отмечено { $ticked } из { $all }.
queue-batch-empty = Таких заявок больше нет.
queue-tick-all = Отметить всех ({ $count })
queue-approve-ticked = Дальше: принять отмеченных ({ $count })
queue-batch-sure = { $count ->
    [0] Все отмеченные заявки уже решены или изменились.
    [one] <b>Принять { $count } человека?</b> Письмо уйдёт сразу.
    [few] <b>Принять { $count } человек?</b> Каждому сразу уйдёт письмо.
   *[other] <b>Принять { $count } человек?</b> Каждому сразу уйдёт письмо.
}
    { $names }
queue-batch-more = …и ещё { $more }
queue-approve-yes = Да, принять ({ $count })
queue-receipt-several = { $count ->
    [one] ✓ Принята { $count } заявка, письмо отправляется
    [few] ✓ Приняты { $count } заявки, письма отправляются
   *[other] ✓ Принято { $count } заявок, письма отправляются
}
