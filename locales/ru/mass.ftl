# Сразу много пар: выбрать, посмотреть, что получится, сделать, отменить.

desk-room-go-mass = 🤝 Сразу много пар
mass-title = 🤝 <b>Сразу много пар</b>
    { $chosen ->
    [0] Отметьте пары: всего { $total }.
   *[other] Отмечено: { $chosen } из { $total }.
}
mass-none = По такому фильтру пар нет.
mass-line = { $chosen ->
    [yes] ☑
   *[no] ☐
} { $light ->
    [red] 🔴
    [yellow] 🟡
    [green] 🟢
   *[grey] ⚪
} { $mentee } — { $mentor } · { $why }
mass-page = ☑ Все на странице
mass-every = ☑ Все { $shown }
mass-clear = ☐ Снять все
mass-go-filters = 🔎 Фильтр
mass-go-what = Дальше: { $chosen ->
    [one] { $chosen } пара
    [few] { $chosen } пары
   *[many] { $chosen } пар
} ›
mass-last = ↩️ Можно отменить: { $what ->
    [remind] напоминание
    [snooze] отложенное
    [talk] отметка о разговоре
   *[entrust] передача
}, { $done ->
    [one] { $done } пара
    [few] { $done } пары
   *[many] { $done } пар
}

mass-filters = 🔎 <b>Какие пары показать?</b>
    Подходит { $shown } из { $total }. Что уже отмечено, останется отмеченным.
mass-filter-light = Сигнал: { $what }
mass-filter-alert = Повод: { $what }
mass-filter-days = Без встречи: { $what }
mass-filter-hands = Ведёт: { $what }
mass-filter-form = Форма: { $what }
mass-by-light = Сигнал{ $set ->
    [0] {""}
   *[other] {" "}· выбрано { $set }
} ›
mass-by-alert = Повод{ $set ->
    [0] {""}
   *[other] {" "}· выбрано { $set }
} ›
mass-by-days = Без встречи{ $set ->
    [0] {""}
   *[other] {" "}· выбрано
} ›
mass-by-hands = Кто ведёт{ $set ->
    [0] {""}
   *[other] {" "}· выбрано
} ›
mass-by-form = Форма{ $set ->
    [0] {""}
   *[other] {" "}· выбрано { $set }
} ›
mass-no-filter = Показать все пары
mass-show = Показать: { $shown } ›
mass-set-light = <b>Какой сигнал?</b> Подходит пар: { $shown } из { $total }. Можно несколько.
mass-set-alert = <b>Какой повод?</b> Подходит пар: { $shown } из { $total }. Можно несколько.
mass-set-days = <b>Сколько дней без встречи?</b> Подходит пар: { $shown } из { $total }. Только пары, которые сейчас встречаются.
mass-set-hands = <b>Кто ведёт пары?</b> Подходит пар: { $shown } из { $total }.
mass-set-form = <b>Какая форма?</b> Подходит пар: { $shown } из { $total }. Можно несколько.
mass-light-red = 🔴 нужны вы
mass-light-yellow = 🟡 стоит взглянуть
mass-light-green = 🟢 всё идёт
mass-light-grey = ⚪ ждут ответа или на паузе
mass-alert-asks = просят куратора
mass-alert-lacks = не хватает согласия или документа
mass-alert-silent = давно не встречались
mass-alert-quiet = встреч не было, новая не назначена
mass-alert-disputed = о встрече сказали по-разному
mass-alert-differ = оценки разошлись
mass-alert-fell = оценка упала
mass-alert-unrated = нет двух оценок подряд
mass-alert-receipts = неясно, была ли встреча
mass-alert-plan = план отстаёт
mass-alert-survey = анкета вот-вот закроется
mass-days = { $days ->
    [one] { $days } день и больше
    [few] { $days } дня и больше
   *[many] { $days } дней и больше
}
mass-hands-mine = я
mass-hands-nobodys = общие
mass-hands-anothers = коллеги

mass-what = ☑️ <b>Отмечено: { $chosen ->
    [one] { $chosen } пара
    [few] { $chosen } пары
   *[many] { $chosen } пар
}</b>
    Что сделать? Сначала покажу, что получится, и без вашего «да» ничего не сделаю.
mass-go-remind = ✉️ Напомнить обоим о встрече
mass-go-snooze = ⏰ Отложить до дня…
mass-go-talk = ☎️ Отметить разговор…
mass-go-letter = 📝 Написать им сообщение…
mass-go-entrust = 🤝 Передать коллеге…
mass-ask-sides = ☎️ С кем вы поговорили? Отмечу сегодняшним днём, пар: { $chosen }.
mass-side-both = С обоими
mass-side-mentee = С наставляемыми
mass-side-mentor = С наставниками
mass-ask-day = ⏰ До какого дня отложить? Пар: { $chosen }. Раньше вернутся те, кому станет хуже.
mass-ask-whom = 🤝 Кто будет вести эти пары? Их { $chosen }.
mass-whom-one = 👤 { $name }{ $me ->
    [yes] {" "}(это вы)
   *[no] {""}
} · { $count ->
    [0] своих пар нет
    [one] { $count } пара
    [few] { $count } пары
   *[many] { $count } пар
}{ $away ->
    [yes] {" "}· в отъезде
   *[no] {""}
}
mass-whom-all = 👥 Все вместе: пары станут общими

mass-preview-remind = ✉️ <b>Напомнить { $done ->
    [one] { $done } паре
    [few] { $done } парам
   *[many] { $done } парам
}?</b>
    Обоим придёт просьба договориться о встрече. В сводке пары отдохнут три дня.
mass-preview-snooze = ⏰ <b>Отложить { $done ->
    [one] { $done } пару
    [few] { $done } пары
   *[many] { $done } пар
}?</b>
    Вернутся в сводку { $until }. Кому станет хуже, вернётся раньше.
mass-preview-talk = ☎️ <b>Отметить разговор: { $done ->
    [one] { $done } пара
    [few] { $done } пары
   *[many] { $done } пар
}?</b>
    Сегодня, { $side ->
        [mentee] с наставляемыми
        [mentor] с наставниками
       *[both] с обоими
    }. В сводке пары отдохнут неделю.
mass-preview-entrust = 🤝 <b>Передать { $done ->
    [one] { $done } пару
    [few] { $done } пары
   *[many] { $done } пар
}?</b>
    { $shared ->
        [yes] Пары станут общими: о них будет узнавать каждый, кто видит всё.
       *[no] Вести их будет { $to }, сводка о них пойдёт туда же.
    }
mass-preview-letter = 📝 Сообщение парам: { $done }
mass-nothing = Делать нечего: ни одну из отмеченных пар трогать не нужно.
mass-letters = { $count ->
    [one] Уйдёт { $count } письмо
    [few] Уйдёт { $count } письма
   *[many] Уйдёт { $count } писем
}{ $quiet ->
    [yes] : сейчас тихие часы, поэтому утром.
   *[no] : { $at }. У кого идут уроки, получит после них.
}
mass-tomorrow = { $count ->
    [one] { $count } человеку сегодня уже писали: получит завтра.
    [few] { $count } людям сегодня уже писали: получат завтра.
   *[many] { $count } людям сегодня уже писали: получат завтра.
}
mass-unreached = { $count ->
    [one] До { $count } человека бот не достанет: нет в мессенджере или бот остановлен.
    [few] До { $count } человек бот не достанет: нет в мессенджере или бот остановлен.
   *[many] До { $count } человек бот не достанет: нет в мессенджере или бот остановлен.
}
mass-along = { $count ->
    [one] Вместе с ними перейдёт ещё { $count } пара: группа одного наставника не делится.
    [few] Вместе с ними перейдут ещё { $count } пары: группа одного наставника не делится.
   *[many] Вместе с ними перейдут ещё { $count } пар: группа одного наставника не делится.
}
mass-instead = { $to } сейчас в отъезде: пока за парами посмотрит { $instead }.
mass-out = { $count ->
    [one] { $count } пару не тронем:
    [few] { $count } пары не тронем:
   *[many] { $count } пар не тронем:
}
mass-out-ended = • { $count } уже завершились{ $some ->
    [yes] : { $names }
   *[no] {""}
}{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
mass-out-early = • { $count } ещё не начали встречаться: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
mass-out-rests = • { $count } на паузе: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
mass-out-ahead = • { $count } уже с назначенной встречей: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
mass-out-lately = • { $count } с напоминанием за последние три дня: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
mass-out-away = • { $count } вне досягаемости бота: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
mass-out-calm = • { $count } без поводов, откладывать нечего: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
mass-out-theirs = • { $count } уже там: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
mass-do-remind = ✉️ Напомнить: { $done ->
    [one] { $done } пара
    [few] { $done } пары
   *[many] { $done } пар
}
mass-do-snooze = ⏰ Отложить: { $done ->
    [one] { $done } пара
    [few] { $done } пары
   *[many] { $done } пар
}
mass-do-talk = ☎️ Отметить: { $done ->
    [one] { $done } пара
    [few] { $done } пары
   *[many] { $done } пар
}
mass-do-entrust = 🤝 Передать: { $done ->
    [one] { $done } пара
    [few] { $done } пары
   *[many] { $done } пар
}
mass-do-letter = 📝 Написать: { $done }

mass-done-remind = ✓ <b>Напоминание: { $done ->
    [one] { $done } пара
    [few] { $done } пары
   *[many] { $done } пар
}</b>
mass-done-snooze = ✓ <b>Отложено: { $done ->
    [one] { $done } пара
    [few] { $done } пары
   *[many] { $done } пар
}</b>
mass-done-talk = ✓ <b>Разговор отмечен: { $done ->
    [one] { $done } пара
    [few] { $done } пары
   *[many] { $done } пар
}</b>
mass-done-entrust = ✓ <b>Передано: { $done ->
    [one] { $done } пара
    [few] { $done } пары
   *[many] { $done } пар
}</b>
    { $shared ->
        [yes] Теперь они общие.
       *[no] Теперь их ведёт { $to }.
    }
mass-done-letter = ✓ <b>Сообщение: { $done ->
    [one] { $done } пара
    [few] { $done } пары
   *[many] { $done } пар
}</b>
mass-done-letters = { $gone ->
    [yes] Писем: { $count }, с { $at } они уходят.
   *[no] Писем: { $count }, начнут уходить { $at }. До этого ни одно не уйдёт.
}
mass-left-out = { $count ->
    [one] { $count } пару не тронули:
    [few] { $count } пары не тронули:
   *[many] { $count } пар не тронули:
}
mass-may-undo = Отменить можно до { $until }.
mass-undo = ↩️ Отменить
mass-go-list = ‹ К списку пар
mass-undone-remind = ↩️ <b>Напоминание отменено.</b> Так и записано в истории пар.
mass-undone-snooze = ↩️ <b>Отменено:</b> пары снова в сводке. Так и записано в их истории.
mass-undone-talk = ↩️ <b>Отметка о разговоре снята.</b> Так и записано в истории пар.
mass-undone-entrust = ↩️ <b>Пары вернулись к тем, кто их вёл.</b> Так и записано в их истории.
mass-undone-letter = ↩️ <b>Рассылка остановлена.</b>
mass-called-back = Не ушло и уже не уйдёт: { $back } из { $count }.
mass-undone-sent = Хотя бы одно письмо уже ушло: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}. У этих пар напоминание остаётся отмеченным.
mass-undone-changed = Оставлено как есть, с тех пор сказали новее: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}.
refusal-mass-nothing = Делать нечего: ни одну из отмеченных пар трогать не нужно.
refusal-mass-too-late = Отменить уже нельзя: время вышло. Каждую пару можно поправить в её карточке.
refusal-mass-too-many = За один раз — не больше { $most } пар. Снимите часть отметок.

past-mass-remind = ✉️ { $by }: просьба договориться о встрече{ $others ->
    [0] {""}
   *[other] {" "}(сразу и другим парам: { $others })
}
past-mass-snooze = ⏰ { $by }: отложено{ $others ->
    [0] {""}
   *[other] {" "}(сразу и другие пары: { $others })
}
past-mass-talk = ☎️ { $by }: разговор с парой{ $others ->
    [0] {""}
   *[other] {" "}(сразу и другие пары: { $others })
}
past-mass-entrust = 🤝 { $by }: { $shared ->
    [yes] пара стала общей
   *[no] пару ведёт { $to }
}{ $others ->
    [0] {""}
   *[other] {" "}(сразу и другие пары: { $others })
}
past-mass-letter = 📝 { $by }: сообщение{ $others ->
    [0] {""}
   *[other] {" "}(сразу и другим парам: { $others })
}
past-mass-undone-fully = ↩️ { $by }: { $what ->
    [remind] напоминание отменено, ничего не ушло
    [snooze] больше не отложено
    [talk] отметка о разговоре снята
    [entrust] пара вернулась к тому, кто её вёл
   *[letter] сообщение остановлено, ничего не ушло
}
past-mass-undone-sent = ↩️ { $by }: { $what ->
    [letter] сообщение остановлено, часть могла уйти
   *[other] отмена опоздала, письмо уже ушло
}
past-mass-undone-changed = ↩️ { $by }: отмена, но здесь с тех пор сказали новее
broadcasts-pairs = Отмеченных пар: { $count }
