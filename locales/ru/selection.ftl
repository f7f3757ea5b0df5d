# Отбор наставников: шаги на карточке и в меню, документы, собеседование, история.

selection-lacks-check = нет действующих документов
selection-lacks-interview = не было собеседования
selection-lacks-training = обучение не пройдено
selection-lacks-guardian = нет согласия родителя

selection-kind = { $kind ->
    [learner] Учащийся
    [teacher] Педагог
    [alumnus] Выпускник
    [employer] С предприятия
    [parent] Родитель
   *[other] Другое
}
selection-kind-line = Категория: { $kind ->
    [learner] учащийся
    [teacher] педагог
    [alumnus] выпускник
    [employer] с предприятия
    [parent] родитель
   *[other] другое
}
selection-way-checked = { $done ->
    [yes] ✓ Документы: { $documents }
   *[no] • Документы: { $documents }
}
selection-way-interviewed = { $done ->
    [yes] ✓ Собеседование
   *[no] • Собеседование
}
selection-way-trained = { $done ->
    [yes] ✓ Обучение
   *[no] • Обучение
}
selection-document = { $seen ->
    [yes] { $ends ->
        [yes] { $document } — до { $until }
       *[no] { $document } — есть
    }
   *[no] { $document } — нет
}
selection-documents = 🪪 Документы
selection-interview = 🗣 Собеседование
selection-history-open = История
selection-history = 🕘 <b>{ $name }</b> · история
selection-history-empty = Пока ничего не происходило.
selection-history-line = { $at } · { $step ->
    [checked] документы показаны
    [interviewed] собеседование пройдено
    [trained] обучение пройдено
    [approved] заявка принята
    [reserve] отправлено в резерв
    [declined] отказ
    [reopened] возвращено в работу
    [doubted] собеседование: есть сомнения
   *[kind] категория изменена
}{ $bot ->
    [yes] { "" }
   *[no] { " " }· { $by }
}
selection-history-flag = 🚩 { $flag }
selection-history-note = <i>{ $note }</i>
selection-trained-elsewhere = 🎓 Обучение пройдено очно
selection-change-kind = Сменить категорию
selection-whose-kind =
    <b>{ $name }: какая категория?</b>
    От неё зависит, какие документы и шаги нужны.

checking-title = 🪪 <b>{ $name }</b> · документы
checking-line = { $seen ->
    [yes] { $numbered ->
        [yes] ✓ { $document } от { $issued }{ $ends ->
            [yes] , действует до { $until }
           *[no] { "" }
        }
       *[no] ✓ { $document }: показан { $issued }{ $ends ->
            [yes] , действует до { $until }
           *[no] { "" }
        }
    }
   *[no] • { $document }: ещё нет
}
checking-none = Для этой категории документы не нужны.
checking-note = { $seen ->
    [yes] Обновить: { $document }
   *[no] Отметить: { $document }
}
checking-revoke = Больше не действует: { $document }
checking-when = { $numbered ->
    [yes]
        🪪 <b>{ $document }: какого числа документ?</b>
        Напишите дату с документа: 12 марта, 12.03.2026 или «вчера».
   *[no]
        🪪 <b>{ $document }: когда вам его показали?</b>
        Напишите дату: 12 марта, «вчера» — или нажмите кнопку.
}
checking-today = Сегодня
checking-number =
    🪪 <b>{ $document }: какой номер?</b>
    Перепишите номер с документа. Я храню только его отпечаток, а сообщение с номером сразу уберу из чата.
checking-sure =
    🪪 <b>{ $name }</b> · проверьте
    { $numbered ->
        [yes] { $document } от { $issued }
       *[no] { $document }: показан { $issued }
    }
checking-number-kept = { $deleted ->
    [yes] Номер принят, сообщение с ним убрано из чата.
   *[no] Номер принят. Убрать сообщение с ним не получилось: удалите его из чата сами.
}
checking-until = { $over ->
    [yes] Срок вышел { $until }. Если на документе другой срок, напишите дату.
   *[no] { $ends ->
        [yes] Действует до { $until }. Если срок другой, напишите дату.
       *[no] Действует бессрочно. Если есть срок, напишите дату.
    }
}
checking-save = Да, документ у меня перед глазами
checking-other-day = Исправить дату
checking-revoke-sure =
    <b>{ $name }: { $document } больше не действует?</b>
    Пары приостановятся, пока не появится новый документ.
checking-revoke-yes = Да, больше не действует
checking-revoked = Этот документ уже не действует.

interview-title = 🗣 <b>{ $name }</b> · собеседование{ $held ->
    [yes] { " " }(уже было)
   *[no] { "" }
}
    Что насторожило? Это повод расспросить, а не приговор.
interview-flag = { $ticked ->
    [yes] 🚩 { $number }. { $flag }
   *[no] { $number }. { $flag }
}
interview-who-reads = Отметки видят только кураторы и психолог.
interview-type-numbers = Напишите номера через запятую, например: 2, 5.
interview-go-on = { $ticked ->
    [0] Ничего не насторожило ›
    [one] Дальше ({ $ticked } отметка) ›
    [few] Дальше ({ $ticked } отметки) ›
   *[other] Дальше ({ $ticked } отметок) ›
}
interview-note =
    🗣 <b>{ $name }</b> · заметка для команды
    Впечатление, договорённости, кому подойдёт. Одним сообщением, до { $longest } знаков.
interview-no-note = Без заметки
interview-result = 🗣 <b>{ $name }</b> · что решили? { $ticked ->
    [0] Отметок нет.
    [one] Отмечено { $ticked }:
    [few] Отмечено { $ticked }:
   *[other] Отмечено { $ticked }:
}
interview-recommend = ✅ Рекомендую
interview-doubt = 🤔 Есть сомнения

menu-selection-check = • Куратору нужно увидеть документы: { $documents }. Договоритесь о встрече
menu-selection-interview = { $tone ->
    [ty] • Впереди собеседование: куратор или психолог скоро с тобой свяжется
   *[vy] • Впереди собеседование: куратор или психолог скоро с вами свяжется
}
menu-selection-training = { $tone ->
    [ty] • Осталось пройти обучение
   *[vy] • Осталось пройти обучение
}
menu-selection-decision =
    • Всё готово, куратор принимает решение: обычно это несколько дней
    Дальше: подбор пары
menu-done-checked = ✓ Документы показаны
menu-done-interviewed = ✓ Собеседование позади
menu-done-trained = ✓ Обучение пройдено
menu-selection-lapsed = ⚠️ Нужен действующий документ: { $documents }. Покажите его куратору

letter-application-reserved = { $tone ->
    [ty] Спасибо, что откликаешься! Анкета нам подходит, но сейчас помогать пока некому. Она остаётся в резерве: как только найдётся кому помочь, я напишу.
   *[vy] Спасибо, что откликнулись! Анкета нам подходит, но сейчас помогать пока некому. Она остаётся в резерве: как только найдётся кому помочь, я напишу.
}
letter-application-reopened = { $tone ->
    [ty] 📝 Хорошая новость: куратор снова взял твою анкету в работу. Что дальше — видно в меню.
   *[vy] 📝 Хорошая новость: куратор снова взял вашу анкету в работу. Что дальше — видно в меню.
}
letter-queue-news-decision = { $tone ->
    [ty] ⏳ Твоя анкета у куратора { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }. О тебе помнят: я напомню куратору и напишу, как только будет решение.
   *[vy] ⏳ Ваша анкета у куратора { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }. О вас помнят: я напомню куратору и напишу, как только будет решение.
}
letter-queue-news-check = { $tone ->
    [ty] ⏳ Прошло { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }: ждём только документы. Покажи их куратору — какие именно, написано в меню.
   *[vy] ⏳ Прошло { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }: ждём только документы. Покажите их куратору — какие именно, написано в меню.
}
letter-queue-news-interview = { $tone ->
    [ty] ⏳ Прошло { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }: впереди собеседование. Я напомню куратору предложить тебе время.
   *[vy] ⏳ Прошло { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }: впереди собеседование. Я напомню куратору предложить вам время.
}
letter-queue-news-training = { $tone ->
    [ty] ⏳ Прошло { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }: осталось обучение. Карточки короткие, начать можно прямо сейчас из меню.
   *[vy] ⏳ Прошло { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }: осталось обучение. Карточки короткие, начать можно прямо сейчас из меню.
}
letter-queue-news-guardian = { $tone ->
    [ty] ⏳ Прошло { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }, а согласия мамы, папы или опекуна пока нет. Перешли ссылку ещё раз — или попроси куратора помочь.
   *[vy] ⏳ Прошло { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }, а согласия родителя или опекуна пока нет. Перешлите ссылку ещё раз — или попросите куратора помочь.
}
letter-queue-news-match = { $tone ->
    [ty] ⏳ Ты ждёшь наставника { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }, и о тебе помнят. Найти легче, если добавить в анкету другое время или темы. Куратору я напомню.
   *[vy] ⏳ Вы ждёте наставника { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }, и о вас помнят. Найти легче, если добавить в анкету другое время или темы. Куратору я напомню.
}
letter-queue-reminder =
    ⏳ «{ $programme }»: кто-то ждёт больше двух недель.
    { $applied ->
        [0] { "" }
       *[other] { "" }Решения команды — { $applied }.{ " " }
    }{ $guardians ->
        [0] { "" }
       *[other] { "" }Согласия родителей — { $guardians }.{ " " }
    }{ $alone ->
        [0] { "" }
       *[other] { "" }Наставника — { $alone }.
    }
    Каждый знает, что о нём помнят. Теперь слово за вами.
letter-check-expiring-curator =
    🪪 { $name }: { $left ->
        [0] сегодня последний день документа
        [one] документ действует ещё { $left } день, до { $until }
        [few] документ действует ещё { $left } дня, до { $until }
       *[other] документ действует ещё { $left } дней, до { $until }
    }.
    { $document }
    { $left ->
        [0] С завтрашнего дня пары приостановятся, пока вы не отметите новый.
       *[other] Попросите обновить: без него пары приостановятся.
    }
letter-check-expiring-mentor = { $tone ->
    [ty]
        🪪 { $document }: документ действует до { $until }.
        Обнови его, пожалуйста, и покажи куратору: так встречи не прервутся.
   *[vy]
        🪪 { $document }: документ действует до { $until }.
        Обновите его, пожалуйста, и покажите куратору: так встречи не прервутся.
}
button-open-documents = Открыть документы
button-open-menu = Открыть меню

refusal-steps-missing = Принять пока нельзя: { $lacks }.
refusal-check-in-the-future = Эта дата ещё не наступила. Проверьте число на документе.
refusal-check-over = Срок этого документа уже вышел. Нужен действующий — или проверьте даты.
refusal-number-not-understood = Это не похоже на номер документа: нужны хотя бы четыре цифры и не больше 40 знаков.
refusal-check-of-somebody-else = Документ с этим номером уже отмечен у другого человека. Проверьте номер и чей это документ.
refusal-too-many-at-once = За один раз можно принять не больше { $most }.
refusal-nobody-found = Никого с таким именем нет. Попробуйте начало имени или фамилии.
