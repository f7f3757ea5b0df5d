# Оценка программы куратором: девять критериев по 0, 1 или 2 балла.

monitoring-go-assessment = ⚖️ Оценка программы
assessment-title = ⚖️ <b>Оценка программы</b> · { $programme }
assessment-none = Девять вопросов — десять нажатий. На каждый: проявляется в полной мере, частично или нет. В сумме получится один из трёх уровней.
assessment-line = { $at ->
    [middle] Середина
   *[end] Итог
}, { $on }: <b>{ $sum } из { $most }</b> — { $level } уровень
assessment-begin-end = { $begun ->
    [yes] ⚖️ Продолжить итоговую ({ $given } из 9)
   *[other] ⚖️ Оценить: итог
}
assessment-begin-middle = { $begun ->
    [yes] ⚖️ Продолжить промежуточную ({ $given } из 9)
   *[other] ⚖️ Оценить: середина
}
assessment-open = { $at ->
    [middle] Середина
   *[end] Итог
}, { $on }
assessment-progress = ⚖️ { $at ->
    [middle] Середина
   *[end] Итог
} · { $number } из { $total } · { $bar }
assessment-criterion =
    <b>{ $title }</b>
    { $why }
assessment-fact-satisfaction-mentee = 📊 Довольны наставляемые: { $number } из { $of } ({ NUMBER($share) } %)
assessment-fact-satisfaction-mentor = 📊 Довольны наставники: { $number } из { $of } ({ NUMBER($share) } %)
assessment-fact-meetings = 📊 Состоялись встречи: { $number } из { $of } ({ NUMBER($share) } %)
assessment-fact-goals = 📊 Достигнуты цели: { $number } из { $of } ({ NUMBER($share) } %)
assessment-fact-training = 📊 Прошли обучение наставники: { $number } из { $of } ({ NUMBER($share) } %)
assessment-fact-pairs = 📊 Не распались пары: { $number } из { $of } ({ NUMBER($share) } %)
assessment-mark-2 = Проявляется в полной мере · 2
assessment-mark-1 = Частично · 1
assessment-mark-0 = Не проявляется · 0
assessment-result =
    ⚖️ <b>{ $sum } из { $most }: { $level } уровень</b>
    { $at ->
        [middle] Середина
       *[end] Итог
    }, { $on } · { $by } · этот уровень от { $least } до { $up_to }
assessment-given = { $mark } · { $title }
assessment-weakest = Начать стоит отсюда: { $weakest }.
