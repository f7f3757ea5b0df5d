# Дорожная карта: семь этапов, их строки и сроки.

rooms-go-road-map = 🗺 Дорожная карта
road-map-title = 🗺 <b>Дорожная карта</b> · { $programme }
road-map-empty = Пока пусто. Составлю карту по семи этапам целевой модели, сроки посчитаю от дат программы — потом всё можно поправить.
road-map-draw-up = Составить карту
road-map-progress = Готово { $done } из { $total }
road-map-line = { $mark } { $title } — { $day }
road-map-more = { $more ->
    [one] и ещё { $more } дело: срок близко или прошёл
    [few] и ещё { $more } дела: срок близко или прошёл
   *[other] и ещё { $more } дел: срок близко или прошёл
}
road-map-go-stage = { $number }. { $title } · { $done }/{ $total }{ $late ->
    [0] {""}
   *[other] {" "}🔴 { $late }
}
road-map-stage =
    🗺 <b>{ $title }</b>
    🔴 опаздывает · 🟡 скоро · ▫️ впереди · ✅ готово
road-map-tick-all = ✅ Весь этап готов
road-map-add = + Добавить строку
road-map-agreed = ✓ Карта согласована { $day }
road-map-agree = ✓ Карта согласована
road-map-not-agreed = Снять отметку о согласовании

road-map-card =
    { $mark } <b>{ $title }</b>
    { $stage }
road-map-due = { $due ->
    [overdue] Срок был: { $day } — { $days ->
        [one] { $days } день назад
        [few] { $days } дня назад
       *[other] { $days } дней назад
    }
    [done] Срок: { $day }
   *[other] Срок: { $day }{ $days ->
        [0] {" "}— сегодня
        [one] {" "}— через { $days } день
        [few] {" "}— через { $days } дня
       *[other] {" "}— через { $days } дней
    }
}
road-map-who = Отвечает: { $who }
road-map-result = Итог: { $result }
road-map-done = Готово: { $at }, отметка: { $by }
road-map-late-because = Почему задержка: { $reason }
road-map-tick = ✓ Готово
road-map-untick = Вернуть в работу
road-map-explain = Почему задержка
road-map-move = Перенести срок
road-map-entrust = Кто отвечает
road-map-remove = Убрать строку

road-map-ask-day =
    «{ $title }» · сейчас срок: { $day }
    На когда перенести? Нажмите или напишите дату: 15.10, «через неделю».
road-map-later-week = На неделю — { $day }
road-map-later-fortnight = На две недели — { $day }
road-map-later-month = На месяц — { $day }
road-map-ask-who =
    Кто отвечает за «{ $title }»?
    Выберите из команды или напишите имя. Тем, кто в команде, напомню сам.
road-map-ask-why =
    Почему задерживается «{ $title }»?
    Выберите или напишите своими словами — причина попадёт в отчёт о дорожной карте.
road-map-reason-people = Не хватает людей
road-map-reason-papers = Ждём документов
road-map-reason-partners = Ждём партнёров
road-map-reason-time = Не успели, берёмся
road-map-ask-title = Что нужно сделать? Напишите одной строкой.
road-map-ask-first-day =
    «{ $title }»
    К какому дню? Напишите дату: 15.10, «1 ноября», «через неделю».

letter-road-map-due =
    🗺 Дорожная карта «{ $programme }»: { $late ->
        [0] на этой неделе { $count ->
            [one] { $count } дело
            [few] { $count } дела
           *[other] { $count } дел
        }
       *[other] ждут вас { $count ->
            [one] { $count } дело
            [few] { $count } дела
           *[other] { $count } дел
        }, из них срок вышел у { $late }
    }
    { $first }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }
button-open-road-map = Открыть карту
