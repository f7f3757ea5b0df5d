# Сводка куратора: подпись под картинкой и слова на картинке.

digest-title = <b>{ $day }</b> · «{ $programme }» · { $pairs ->
    [one] { $pairs } пара
    [few] { $pairs } пары
   *[other] { $pairs } пар
}
digest-needed = Нужны вы ({ $count }):
digest-pair = { $light ->
    [red] 🔴
   *[yellow] 🟡
} { $mentee } — { $mentor }: { $word }, { $why }
digest-more = { $count ->
    [one] …и ещё { $count } пара
    [few] …и ещё { $count } пары
   *[other] …и ещё { $count } пар
}
digest-again = 🟡 { $mentee }: снова без наставника, можно посмотреть, кто ещё подходит
digest-more-again = { $count ->
    [one] …и ещё { $count } человек снова без наставника
    [few] …и ещё { $count } человека снова без наставника
   *[other] …и ещё { $count } человек снова без наставника
}
digest-open-suggestion = 🤝 Кто подходит: { $mentee }
digest-all-well = 🟢 Все пары в порядке: срочных дел нет.
digest-no-pairs = Пар пока нет.
digest-week = За 7 дней: встреч { $held }{ $direction ->
    [more] {" "}(+{ $change })
    [fewer] {" "}(−{ $change })
   *[same] {""}
}
digest-wave = Анкета: { $finished } из { $planned }, до { $until }
digest-people = Сейчас: заявок { $waiting }, ждут согласия родителей { $guardians }, без пары { $free }
digest-undelivered = { $count ->
    [one] ⚠️ За 7 дней не доставлено { $count } письмо
    [few] ⚠️ За 7 дней не доставлено { $count } письма
   *[other] ⚠️ За 7 дней не доставлено { $count } писем
}
digest-missed = Из них опоздали и не отправлены: { $what }
digest-missed-meeting = о встречах — { $count }
digest-missed-pair = о парах — { $count }
digest-missed-survey = об анкетах — { $count }
digest-missed-wishes = о пожеланиях — { $count }
digest-missed-training = об обучении — { $count }
digest-missed-check = о документах — { $count }
digest-missed-other = о другом — { $count }
digest-open-pair = { $light ->
    [red] 🔴
   *[yellow] 🟡
} { $mentee } — { $mentor }
digest-open-applications = Заявки ({ $count })
digest-open-programme = Открыть программу

digest-picture-title = «{ $programme }»
digest-picture-no-pairs = Пар пока нет
digest-picture-weeks = Встречи по неделям
digest-picture-footer = { $pairs ->
    [one] { $pairs } пара
    [few] { $pairs } пары
   *[other] { $pairs } пар
} · { $date }
