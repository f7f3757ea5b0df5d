# Чьи пары чьи: доли в команде и замена на время отсутствия.

digest-colleagues = { $count ->
    [one] У коллег: { $count } пара
    [few] У коллег: { $count } пары
   *[other] У коллег: { $count } пар
}
digest-road-map = 🗺 { $late ->
    [yes] Срок прошёл { $day }
   *[no] До { $day }
}: { $title }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
digest-open-road-map = 🗺 Сроки ({ $count })
team-go-caseloads = 🤝 Чьи пары чьи
caseloads-title = 🤝 <b>Чьи пары чьи</b> · { $programme }
caseloads-line = <b>{ $name }</b>{ $me ->
    [yes] {" "}(это вы)
   *[no] {""}
}: { $count ->
    [0] своих пар нет
    [one] { $count } пара
    [few] { $count } пары
   *[other] { $count } пар
}{ $restricted ->
    [yes] , видит только их
   *[no] {""}
}{ $away ->
    [yes] . До { $until } за ними смотрит { $to }
   *[no] {""}
}{ $stands ->
    [yes] . Замещает: { $instead }
   *[no] {""}
}
caseloads-nobodys = { $count ->
    [one] Общая: { $count } пара, о ней узнаёт каждый, кто видит всё.
    [few] Общих: { $count } пары, о них узнаёт каждый, кто видит всё.
   *[other] Общих: { $count } пар, о них узнаёт каждый, кто видит всё.
}
caseloads-share-out = Разделить общие поровну ({ $count })
caseloads-go-pairs = Выбрать пары…
caseloads-restrict = Показывать только свои пары
caseloads-open-all = Показывать все пары
caseloads-own-only = Списки, заявки и пары коллег закрыты; открыты только свои пары и люди в них.
caseloads-go-away = { $me ->
    [yes] Передать на время отсутствия…
   *[no] Передать пары на время…
}
caseloads-back-again = Вернуть пары раньше срока
caseloads-pairs = <b>{ $name }</b>: какие пары вести? Нажмите на пару, чтобы отдать её или забрать. { $total ->
    [0] Открытых пар пока нет.
   *[other] Группа одного наставника переходит целиком.
}
caseloads-pair = { $mine ->
    [yes] ☑
   *[no] ☐
} { $mentee } — { $mentor }{ $other ->
    [yes] {" "}· { $keeper }
   *[no] {""}
}
caseloads-whom = { $me ->
    [yes] Кто присмотрит за вашими парами?
   *[no] Кто присмотрит за парами, которые ведёт { $name }?
}
caseloads-until = По какой день включительно присмотрит { $to }? На следующий день пары вернутся сами.
letter-pairs-handed-over = 🤝 { $name } передаёт вам свои пары в программе «{ $programme }» по { $until } включительно. Сводка по ним будет приходить вам, потом они вернутся сами.
