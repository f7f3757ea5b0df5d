# Заявки: очередь, карточка, решение.

applications-to-guardians = Ждут родителей ({ $guardians })

applications-card = <b>{ $name }</b> · { $role ->
    [mentee] наставляемый
    [mentor] наставник
   *[alumnus] выпускник
}
    { $state ->
        [applied] { $days ->
            [0] Ждёт вашего решения с сегодняшнего дня
            [one] Ждёт вашего решения { $days } день
            [few] Ждёт вашего решения { $days } дня
           *[other] Ждёт вашего решения { $days } дней
        }
        [guardian] { $days ->
            [0] Ждём согласия родителя с сегодняшнего дня
            [one] Ждём согласия родителя { $days } день
            [few] Ждём согласия родителя { $days } дня
           *[other] Ждём согласия родителя { $days } дней
        }
        [approved] ✓ Заявка принята
        [reserve] В резерве
        [declined] Отказ отправлен
        [withdrawn] Согласие отозвано, ответы закрыты
       *[other] Анкета ещё не отправлена
    }
applications-minor = { $agreed ->
    [yes] 🔒 Нет 18 лет · согласие родителя получено
   *[no] 🔒 Нет 18 лет · нужно согласие родителя
}
applications-answer =
    <i>{ $question }</i>
    { $answer }

applications-approve = Принять
applications-decline = Отказать…
applications-reserve = В резерв
applications-reopen = Вернуть в работу
applications-paper = 📄 Бумажные согласия
applications-receipt-approved = ✓ { $name }: заявка принята, письмо отправляется
applications-receipt-declined = ✓ { $name }: отказ с объяснением отправляется
applications-receipt-reserve = ✓ { $name }: в резерве, письмо отправляется
applications-receipt-withdrawn = { $name }: согласие отозвано
applications-receipt-applied = { $name }: решения ещё нет
applications-receipt-guardian = { $name }: ждём согласия родителя
applications-receipt-form = { $name }: анкета не закончена
applications-receipt-consent = { $name }: анкета не начата

applications-why-decline =
    <b>{ $name }: почему отказ?</b>
    Причину узнает только этот человек.
applications-kind-letter = У каждой причины есть готовое доброе письмо.
applications-own-words = ✍️ Своими словами…
applications-type-reason =
    <b>{ $name }: что ответить?</b>
    Напишите одним сообщением, до { $longest } знаков. Человек прочитает эти слова без изменений.
