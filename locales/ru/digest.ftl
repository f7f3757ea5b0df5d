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
digest-done = { $what ->
    [called] ✓ { $mentee } — { $mentor }: { $sides ->
        [mentee] разговор с наставляемым
        [mentor] разговор с наставником
       *[both] разговор с обоими
    }
    [nudged] ✓ { $mentee } — { $mentor }: напоминание ушло обоим
    [fine] ✓ { $mentee } — { $mentor }: не проблема ({ $reason })
   *[snoozed] ✓ { $mentee } — { $mentor }: отложено до { $until }
} · { $by }
digest-aside = { $count ->
    [one] 💤 { $count } пара вернётся сама, когда придёт её день
    [few] 💤 { $count } пары вернутся сами, когда придёт их день
   *[other] 💤 { $count } пар вернутся сами, когда придёт их день
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
digest-wave = Опрос: { $finished } из { $planned }, до { $until }
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
digest-open-programme = Программа

digest-picture-title = «{ $programme }»
digest-picture-no-pairs = Пар пока нет
digest-picture-weeks = Встречи по неделям
digest-picture-footer = { $pairs ->
    [one] { $pairs } пара
    [few] { $pairs } пары
   *[other] { $pairs } пар
} · { $date }

# Одна пара из сводки: почему она здесь и что можно сделать.
digest-item-title = <b>{ $light ->
    [red] 🔴
    [yellow] 🟡
    [green] 🟢
   *[grey] ⚪
} { $mentee } — { $mentor }</b>
digest-item-why = • { $why }
digest-item-last = Последнее: { $what ->
    [called] разговор
    [nudged] напоминание
    [fine] «не проблема»
   *[snoozed] отложено
} { $day } · { $by }
digest-item-ask = Что сделано или что сделать?
digest-item-ask-why = Почему это не проблема? Пара вернётся в сводку, если появится новая причина.
digest-item-back = ‹ К сводке
digest-item-open = Открыть пару
digest-called-mentee = 📞 { $mentee }
digest-called-mentor = 📞 { $mentor }
digest-called-both = 📞 С обоими
digest-nudge = Напомнить обоим о встрече
digest-change = Подобрать другого наставника…
digest-snooze = { $days ->
    [7] Через неделю
    [one] Через { $days } день
    [few] Через { $days } дня
   *[other] Через { $days } дней
}
digest-snooze-until = До даты…
digest-fine = Не проблема…
digest-fine-agreed = обо всём договорились
digest-fine-away = каникулы, болезнь, отъезд
digest-fine-outside = встречаются, но не отмечают
digest-fine-mistake = сигнал ошибся
snooze-ask = До какого дня отложить пару { $mentee } — { $mentor }?
    Если сигнал станет хуже, она вернётся в сводку раньше. Можно выбрать день или написать его.
snooze-kept = ✓ { $mentee } — { $mentor }: вернётся в сводку { $day }.
    Сводка выше уже обновлена.
