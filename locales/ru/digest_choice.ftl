# Когда приходит сводка и о чём в ней говорится.

digest-open-choice = ⚙️ Когда и о чём
digest-choice-title = ⚙️ <b>Сводка</b> · { $programme }
digest-choice-weekday = { $weekday ->
    [0] понедельник
    [1] вторник
    [2] среда
    [3] четверг
    [4] пятница
    [5] суббота
   *[6] воскресенье
}
digest-choice-weekly = Приходит раз в неделю: { $weekday }, { $hour }:00. Если сказать нечего, её не будет.
digest-choice-daily = Приходит по будням в { $hour }:00, но только если кому-то нужны вы.
digest-choice-off = Сама не приходит. Открыть её можно в любой момент: /digest.
    Просьбы участников приходят отдельно, как и раньше.
digest-choice-next = Следующая: { $next }.
digest-choice-often-weekly = { $chosen ->
    [yes] ●
   *[no] ○
} Раз в неделю
digest-choice-often-daily = { $chosen ->
    [yes] ●
   *[no] ○
} По будням
digest-choice-often-off = { $chosen ->
    [yes] ●
   *[no] ○
} Не нужна
digest-choice-go-day = 📅 { $weekday }
digest-choice-go-hour = 🕘 { $hour }:00
digest-choice-go-kinds = { $off ->
    [0] О чём сообщать: обо всём
    [one] О чём сообщать: { $off } вид выключен
    [few] О чём сообщать: { $off } вида выключено
   *[other] О чём сообщать: { $off } видов выключено
}
digest-choice-ask-day = В какой день присылать сводку?
digest-choice-ask-hour = В котором часу?
digest-choice-day = { $chosen ->
    [yes] ● { $weekday }
   *[no] { $weekday }
}
digest-choice-hour = { $chosen ->
    [yes] ● { $hour }:00
   *[no] { $hour }:00
}
digest-choice-ask-kinds = О чём сообщать в сводке? Нажмите, чтобы выключить или включить.
    Две вещи не выключаются: просьба к куратору и пара, которой нельзя встречаться (нет согласия или документа). Это безопасность участников.
digest-choice-kind-silence = { $told ->
    [yes] ☑
   *[no] ☐
} Пара давно не встречалась
digest-choice-kind-receipts = { $told ->
    [yes] ☑
   *[no] ☐
} Неясно, была ли встреча
digest-choice-kind-ratings = { $told ->
    [yes] ☑
   *[no] ☐
} Оценки разошлись, упали, пропали
digest-choice-kind-plan = { $told ->
    [yes] ☑
   *[no] ☐
} План отстаёт
digest-choice-kind-survey = { $told ->
    [yes] ☑
   *[no] ☐
} Анкета вот-вот закроется
digest-choice-kind-talks = { $told ->
    [yes] ☑
   *[no] ☐
} Пора поговорить с участником
