# С кем куратору пора поговорить, и отметка одним нажатием.

digest-talks = { $count ->
    [one] 📞 Пора поговорить: { $count } человек
    [few] 📞 Пора поговорить: { $count } человека
   *[other] 📞 Пора поговорить: { $count } человек
}{ $late ->
    [0] {""}
   *[other] {" "}(с опозданием { $late }, до { $days ->
        [one] { $days } дня
        [few] { $days } дней
       *[other] { $days } дней
    })
}
digest-open-talks = 📞 Поговорить ({ $count })
check-ins-title = 📞 <b>С кем поговорить</b> · { $programme }
    Правило: с каждым из пары { $times ->
        [one] { $times } раз
        [few] { $times } раза
       *[other] { $times } раз
    } за первые { $first ->
        [one] { $first } день
        [few] { $first } дня
       *[other] { $first } дней
    }, потом раз в { $every ->
        [one] { $every } день
        [few] { $every } дня
       *[other] { $every } дней
    }.
check-ins-how = Сейчас: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}{ $late ->
    [0] , опозданий нет
   *[other] , с опозданием { $late }, самое долгое — { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
}. В срок { $kept } из { $people } на { $on }.
check-ins-tap = Поговорили? Нажмите на имя — разговор будет отмечен сегодняшним днём.
check-ins-none = { $people ->
    [0] Пар за работой пока нет.
   *[other] ✓ Со всеми поговорили вовремя. Список пополнится сам.
}
check-ins-person = { $late ->
    [0] 📞 { $name } ↔ { $partner } · до { $until }
    [one] ⏰ { $name } ↔ { $partner } · опоздание { $late } день
    [few] ⏰ { $name } ↔ { $partner } · опоздание { $late } дня
   *[other] ⏰ { $name } ↔ { $partner } · опоздание { $late } дней
}
check-ins-go-today = { $count ->
    [one] ✓ Сегодня отмечен { $count } разговор
    [few] ✓ Сегодня отмечено { $count } разговора
   *[other] ✓ Сегодня отмечено { $count } разговоров
}
check-ins-today = { $some ->
    [no] Сегодня разговоров не отмечено.
   *[yes] Разговоры, отмеченные вами сегодня. Нажмите на имя, чтобы убрать отметку.
}
check-ins-undo = ✖️ { $name } ↔ { $partner }
