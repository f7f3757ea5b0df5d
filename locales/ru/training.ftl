# Обучение наставников: модули, карточки, вопросы, сертификат, журнал куратора.

menu-training = 🎓 Обучение: { $done } из { $total }, осталось около { $minutes } мин
menu-go-training = 🎓 Обучение
menu-go-trained = 🎓 Обучение и сертификат

training-title = 🎓 <b>Обучение наставников</b> · «{ $programme }»
training-line-passed = ✓ { $number }. { $title } · { $right } из { $total }
training-line-failed = ↻ { $number }. { $title } · { $right } из { $total }, можно ещё раз
training-line-begun = • { $number }. { $title } · начат
training-line-new = ○ { $number }. { $title } · { $minutes } мин
training-line-optional = ○ { $number }. { $title } · { $minutes } мин, по желанию
training-left = { $left ->
        [one] Нужен ещё { $left } модуль
        [few] Нужно ещё { $left } модуля
       *[many] Нужно ещё { $left } модулей
    }, около { $minutes } мин. Прерваться можно в любой момент.
training-one-form-is-enough = { $tone ->
        [ty] Из модулей о формах достаточно одного, того, что про твою пару.
       *[vy] Из модулей о формах достаточно одного, того, что про вашу пару.
    }
training-all-passed = { $tone ->
        [ty] Всё нужное пройдено, сертификат твой. Модули можно перечитать.
       *[vy] Всё нужное пройдено, сертификат ваш. Модули можно перечитать.
    }
training-start = ▶ Начать: { $title }
training-go-on = ▶ Дальше: { $title }
training-certificate = 📄 Сертификат (PDF)
training-feedback = 📝 Отзыв: три нажатия
training-modules = К модулям
training-reread = Перечитать карточки
training-back-to-result = К результату

training-at-card = 🎓 { $title } · карточка { $number } из { $total }
training-card =
    <b>{ $headline }</b>

    { $text }
training-to-questions = К вопросам ›
training-at-question = 🎓 { $title } · вопрос { $number } из { $total }
training-question = <b>{ $text }</b>
training-choice = { $number }. { $text }
training-right = ✅ Верно. { $why }
training-wrong = ❌ Не совсем. { $why }
training-at-pledge = 🎓 { $title } · последний шаг
training-agree = ✓ Принимаю правила
training-passed = ✅ <b>Пройдено: { $title }</b>
training-failed = ↻ <b>{ $title }: ещё немного</b>
training-score = Верных ответов: { $right } из { $total }.
training-needed = { $tone ->
        [ty] Для этого модуля нужно { $percent } %. Ответь ещё раз только на то, что не получилось.
       *[vy] Для этого модуля нужно { $percent } %. Ответьте ещё раз только на то, что не получилось.
    }
training-again = ↻ Ответить ещё раз
training-next = Следующий модуль займёт около { $minutes } мин.
training-certified = { $tone ->
        [ty] 🎉 Всё обучение пройдено! Сертификат готов. Расскажи, как тебе обучение: два нажатия и, если захочешь, пара слов.
       *[vy] 🎉 Всё обучение пройдено! Сертификат готов. Расскажите, как вам обучение: два нажатия и, если захотите, пара слов.
    }

letter-training-open =
    🎓 Обучение наставников открыто · «{ $programme }»
    Короткие карточки и вопросы, всего около { $minutes } мин. Можно понемногу: я запомню, где мы остановились.
    В конце — сертификат, и куратор примет решение.
letter-training-nudge = { $done ->
        [0] 🎓 Первый модуль ждёт: «{ $next }». Хватит десяти минут, например по дороге домой.
       *[other] 🎓 Пройдено модулей: { $done }, осталось: { $left }. Дальше «{ $next }», до сертификата около { $minutes } мин.
    }
letter-training-reminder = { $tone ->
        [ty]
            🎓 Куратор программы «{ $programme }» просит закончить обучение: оно нужно до первой встречи.
            Дальше: «{ $next }». Если что-то мешает, скажи куратору.
       *[vy]
            🎓 Куратор программы «{ $programme }» просит закончить обучение: оно нужно до первой встречи.
            Дальше: «{ $next }». Если что-то мешает, скажите куратору.
    }
button-open-training = 🎓 К обучению

certificate-file = Сертификат { $number }
certificate-caption = 📄 Сертификат № { $number }. Его можно распечатать или переслать.
certificate-title = СЕРТИФИКАТ
certificate-confirms = Полный курс обучения наставников освоен. Сертификат получает
certificate-completed = Программа наставничества «{ $programme }»
certificate-modules = Изученные модули
certificate-volume = { $hours ->
        [0] { $minutes } мин
       *[other] { $minutes ->
            [0] { $hours } ч
           *[other] { $hours } ч { $minutes } мин
        }
    }
certificate-number = № { $number }
certificate-curator = Куратор

rooms-go-training = 🎓 Обучение
training-log-title = 🎓 <b>Журнал обучения</b>
training-log-figures = Наставников в журнале: { $learners }, с сертификатом: { $trained }. Первыми стоят те, кто начал раньше и ещё не закончил.
training-log-empty = Пока никто не дошёл до обучения. Оно откроется наставнику после собеседования, а начать можно и раньше.
training-log-learner = { $days ->
        [0] { $name } · { $done } из { $total } · сегодня
       *[other] { $name } · { $done } из { $total } · { $days } дн. назад
    }
training-log-trained = ✓ { $name } · сертификат
training-log-opinions = 📝 Отзывы ({ $count })
training-log-card = <b>{ $name }</b> · модулей { $done } из { $total }
training-log-time = Объём пройденного: { $hours ->
        [0] { $minutes } мин
       *[other] { $hours } ч { $minutes } мин
    }
training-log-since = Обучение открыто { $since }
training-log-last = Последний шаг { $last }
training-log-certificate = 📄 Сертификат № { $number }
training-log-new = ○ { $number }. { $title }
training-log-begun = • { $number }. { $title } · начат
training-log-failed = ↻ { $number }. { $title } · { $right } из { $total }, { $tries ->
        [one] { $tries } попытка
        [few] { $tries } попытки
       *[many] { $tries } попыток
    }
training-log-passed = ✓ { $number }. { $title } · { $right } из { $total } · { $on }{ $tries ->
        [1] { "" }
       *[other] , попыток: { $tries }
    }
training-log-remind = 🔔 Напомнить
training-log-reminded = ✓ Напоминание отправлено: { $name }
training-log-few-opinions = 📝 { $count ->
        [one] Есть { $count } отзыв
        [few] Есть { $count } отзыва
       *[many] Есть { $count } отзывов
    }. Средние появятся, когда отзывов будет не меньше { $fewest }: так никого не узнать.
training-log-means =
    📝 <b>Отзывы об обучении</b>: { $count }
    Полезно: { $useful } из 5
    Понятно: { $clear } из 5
training-log-words = — { $words }
