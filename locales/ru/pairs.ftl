# Пары: список и карточка.

pairs-title = 🤝 <b>Пары</b> · { $total }
pairs-lights = 🔴 нужны вы: { $red } · 🟡 стоит взглянуть: { $yellow } · 🟢 всё идёт: { $green } · ⚪ ждут ответа: { $grey }
pairs-none = Пар пока нет. Они появятся после подбора.
pairs-line = { $light ->
    [red] 🔴
    [yellow] 🟡
    [green] 🟢
   *[grey] ⚪
} { $mentee } — { $mentor } · { $why }

pairs-card-title = 🤝 <b>{ $mentee } — { $mentor }</b>
pairs-card-light = { $light ->
    [red] 🔴 нужны вы: { $why }
    [yellow] 🟡 стоит взглянуть: { $why }
    [green] 🟢 всё идёт: { $why }
   *[grey] ⚪ { $why }
}
pairs-card-over = { $state ->
    [declined] Пара не сложилась: пришёл отказ
    [expired] Пара не сложилась: срок ответа вышел
    [accepted] Оба согласны; первая встреча — когда договорятся об ожиданиях
    [rests] ⏸ Встречи отдыхают до оговорённого дня
    [paused] ⏸ Встречи на паузе, пока не хватает:
   *[closed] Пара завершена
}
pairs-card-lacks = • { $name } — { $lacks }
pairs-card-form = { $form }
pairs-card-since = Вместе с { $since }
pairs-card-proposed =
    Предложение от { $since }, ответ до: { $until }
    { $mentee }: { $mentee_says ->
        [yes] ответ «да»
        [no] ответ «нет»
       *[silent] пока без ответа
    } · { $mentor }: { $mentor_says ->
        [yes] ответ «да»
        [no] ответ «нет»
       *[silent] пока без ответа
    }
pairs-card-held = Встреч: { $held }
pairs-card-last = Последняя: { $last }
pairs-card-next = 📅 Следующая: { $next }

pairs-meeting-offered = • время предложено: { $at }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
pairs-meeting-agreed = • { $at } — встреча назначена
pairs-meeting-held = • { $at } — была
pairs-meeting-moved = • { $at } — перенесли
pairs-meeting-not-held = • { $at } — не было
pairs-meeting-cancelled = • { $at } — отменена
pairs-meeting-disputed =
    • { $at } — сказали по-разному:
    { $mentee }: { $mentee_says ->
        [held] «была»
        [moved] «перенесли»
        [not-held] «не было»
       *[silent] нет ответа
    } · { $mentor }: { $mentor_says ->
        [held] «была»
        [moved] «перенесли»
        [not-held] «не было»
       *[silent] нет ответа
    }
pairs-unreachable = ⚠️ Бот не может написать: { $lost }. Свяжитесь другим способом.

pairs-card-why-closed = { $why }
pairs-open-form = 📝 { $name }
pairs-nudge = 📅 Попросить договориться о встрече
pairs-end = Завершить пару…
pairs-take-back = Отозвать предложение…
pairs-told-nudged = ✓ Обоим уйдёт письмо с просьбой договориться о встрече. Следующее — не раньше чем через 3 дня.
pairs-told-ended = ✓ Обоим уйдёт доброе письмо. Причину они не увидят.

pairs-why-end =
    🤝 <b>{ $mentee } — { $mentor }: почему завершаем?</b>
    Причина останется у вас: обоим придёт доброе письмо без неё.
pairs-ending-finished = Прошли весь путь
pairs-ending-no-meetings = Не получается встречаться
pairs-ending-not-a-match = Не подошли друг другу
pairs-ending-leaves = Кто-то уходит из программы
pairs-ending-other = Другая причина
pairs-ending-consent-withdrawn = Согласие отозвано
pairs-sure-end =
    ⚠️ <b>Завершить пару: { $mentee } — { $mentor }?</b>
    Причина: { $reason }.
    Назначенные встречи отменятся. { $good ->
        [yes] Обоим придёт письмо с благодарностью.
       *[no] Обоим придёт доброе письмо, без причины.
    }
pairs-sure-take-back =
    ⚠️ <b>Отозвать предложение: { $mentee } — { $mentor }?</b>
    Обоим придёт письмо, что эта пара не сложилась и вы подберёте другую.
pairs-end-yes = Да, завершить
pairs-take-back-yes = Да, отозвать
pairs-keep = ‹ Оставить
