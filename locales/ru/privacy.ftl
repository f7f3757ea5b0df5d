privacy-title = { $tone ->
        [ty] 🔒 Что бот знает о тебе
       *[vy] 🔒 Что бот знает о вас
    }
privacy-account = • номер чата в мессенджере и язык
privacy-name = • имя: { $name }
privacy-birth-year = • год рождения: { $year }
privacy-roles = • роль: { $roles }
privacy-counts = • работающих пар: { $pairs }, встреч: { $meetings }
privacy-wards = • согласия за ребёнка: { $wards }
privacy-consent = ✓ { $title }: { $organisation }, { $day } (текст от { $version })
privacy-consent-withdrawn = ✗ { $title }: { $organisation }, отозвано { $day } (текст от { $version })
privacy-answers = { $tone ->
        [ty] Мои ответы в анкетах
       *[vy] Мои ответы в анкетах
    }
privacy-answers-title = { $total ->
        [1] 📝 Ответы в анкетах
       *[other] 📝 Ответы в анкетах · { $number } из { $total }
    }
privacy-form = <b>{ $title }</b>
privacy-answer = { $question } <b>{ $answer }</b>
privacy-withdraw-one = Отозвать согласие…
privacy-withdraw-of = Отозвать согласие: { $organisation }…
privacy-withdraw-ward = Отозвать согласие за ребёнка: { $ward }…
privacy-sure-own = { $tone ->
        [ty] ⚠️ Отозвать согласие ({ $organisation })?
            Участие закончится сразу: пара закроется, встречи отменятся, сообщений больше не будет. Куратор узнает, причину спрашивать не станем.
            На учёбе это не скажется. Вернуться можно по новой ссылке куратора.
       *[vy] ⚠️ Отозвать согласие ({ $organisation })?
            Участие закончится сразу: пара закроется, встречи отменятся, сообщений больше не будет. Куратор узнает, причину спрашивать не станем.
            На учёбе и работе это не скажется. Вернуться можно по новой ссылке куратора.
    }
privacy-sure-ward =
    ⚠️ Отозвать согласие за ребёнка ({ $ward })?
    Участие ребёнка закончится сразу: пара закроется, встречи отменятся. Куратор узнает, причину спрашивать не станем.
    На учёбе это не скажется.
privacy-keep = ‹ Оставить
privacy-withdraw-yes = Да, отозвать
privacy-withdrawn-own = { $tone ->
        [ty] ✓ Согласие отозвано, участие закончено.
            Данные удалят в срок, установленный законом.
       *[vy] ✓ Согласие отозвано, участие закончено.
            Данные удалят в срок, установленный законом.
    }
privacy-withdrawn-ward =
    ✓ Согласие отозвано, участие ребёнка закончено.
    Данные удалят в срок, установленный законом.
privacy-birth-date = • дата рождения: { $day }
privacy-work = • справок: { $checks }, учебных модулей: { $trainings }, предложений помощи: { $offers }
privacy-letters = • сообщений бота: { $letters }
privacy-consent-refused = ☐ { $title }: { $organisation }, отказ { $day }
privacy-documents = 🔒 Все согласия
privacy-correct = ✏️ Исправить анкету
privacy-correct-of = ✏️ Исправить анкету: { $programme }
privacy-copy = 📦 Скачать копию
privacy-erase = Удалить всё…
privacy-copy-title = Что хранит бот
privacy-copy-caption = { $tone ->
        [ty] 📦 Всё, что бот о тебе хранит. Внутри страница, чтобы прочитать, и файл для других программ.
       *[vy] 📦 Всё, что хранит бот. Внутри страница, чтобы прочитать, и файл для других программ.
    }
