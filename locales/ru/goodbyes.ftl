# Завершение: последняя встреча, итоги, благодарность, что дальше.

goodbye-before = 👋 <b>Завершение: { $partner }</b>
    Хороший конец — тоже часть пути: последняя встреча, спасибо друг другу, итоги и что дальше.
goodbye-not-yet = Начать можно, когда пара работает. Если есть вопросы, напишите куратору.
goodbye-open = 👋 <b>Прощаемся: { $partner }</b>
    { $past ->
        [yes] Последняя встреча была { $day }. Осталось немного:
       *[no] Последняя встреча: { $day }. До неё и после неё:
    }
goodbye-over = 🎓 <b>{ $partner }: путь пройден</b>
    Спасибо, что вы прошли его вместе!
goodbye-begin = Назначить последнюю встречу
goodbye-to-script = 📅 Последняя встреча
goodbye-to-results = 🎯 Итоги по целям
goodbye-to-thanks = 💌 Сказать спасибо
goodbye-to-answers = 📝 Ответить, как всё прошло
goodbye-to-next = ➡️ Что дальше
goodbye-paper-mentee = 🎓 Мой сертификат
goodbye-paper-mentor = 🎓 Благодарственное письмо
goodbye-offer = 📅 Предложить время встречи
goodbye-move = Другой день
goodbye-got = 💌 { $partner } пишет:
    «{ $words }»

goodbye-thanks-none = ▫️ Спасибо ещё не сказано: { $partner }
goodbye-thanks-held = ✓ Записка у куратора: прочитает и передаст
goodbye-thanks-passed = ✓ Записка передана
goodbye-thanks-returned = 🟡 Куратор просит написать записку другими словами
goodbye-answers = { $done ->
        [yes] ✓ Анкета «Как всё прошло» заполнена
       *[no] ▫️ Анкета «Как всё прошло»: минута
    }
goodbye-chosen-none = ▫️ Ещё не решено, что дальше
goodbye-chosen-go-on = ✓ Дальше: продолжить вместе
goodbye-chosen-new-mentor = ✓ Дальше: новый наставник
goodbye-chosen-new-mentee = ✓ Дальше: новая пара
goodbye-chosen-become-mentor = ✓ Дальше: стать наставником
goodbye-chosen-alumni = ✓ Дальше: сообщество выпускников
goodbye-chosen-rest = ✓ Дальше: отдохнуть

goodbye-ask-day = 👋 <b>{ $partner }: когда последняя встреча?</b>
    Лучше недели через две: успеете закончить начатое.
goodbye-sure =
    👋 <b>{ $partner }: последняя встреча — { $day }</b>
    Я сообщу об этом и куратору. День потом можно перенести.
goodbye-sure-yes = Да, начать прощание
goodbye-sure-no = Пока нет
goodbye-script = 📅 <b>Последняя встреча: { $partner }, { $day }</b>
    О чём поговорить, по порядку:
goodbye-script-line = { $number }. { $words }
goodbye-ask-thanks = { $state ->
        [none] { $tone ->
            [ty] 💌 <b>Спасибо: { $partner }</b>
                За что хочется поблагодарить? Напиши пару предложений. Если кому-то из вас нет 18, записку сначала прочитает куратор.
           *[vy] 💌 <b>Спасибо: { $partner }</b>
                За что хочется поблагодарить? Напишите пару предложений. Если кому-то из вас нет 18, записку сначала прочитает куратор.
        }
       *[other] { $tone ->
            [ty] 💌 <b>Спасибо: { $partner }</b>
                Сейчас в записке: «{ $words }»
                Чтобы изменить, напиши её заново.
           *[vy] 💌 <b>Спасибо: { $partner }</b>
                Сейчас в записке: «{ $words }»
                Чтобы изменить, напишите её заново.
        }
    }
goodbye-results = 🎯 <b>Итоги по целям</b>
goodbye-result-reached = ✅ { $title }
goodbye-result-partly = { $bar } { $progress } % · { $title }
goodbye-result-not-yet = ▫️ { $title }: впереди
goodbye-mend-results = Поправить в плане
goodbye-ask-next = { $tone ->
        [ty] ➡️ <b>Что дальше?</b>
            Выбери одно. Увидит только куратор; передумать можно.
       *[vy] ➡️ <b>Что дальше?</b>
            Выберите одно. Увидит только куратор; передумать можно.
    }
goodbye-next-go-on = { $mine ->
        [yes] ✓ Продолжить: { $partner }
       *[no] Продолжить: { $partner }
    }
goodbye-next-new-mentor = { $mine ->
        [yes] ✓ Другой наставник
       *[no] Другой наставник
    }
goodbye-next-new-mentee = { $mine ->
        [yes] ✓ Помогать следующему
       *[no] Помогать следующему
    }
goodbye-next-become-mentor = { $mine ->
        [yes] ✓ Стать наставником
       *[no] Стать наставником
    }
goodbye-next-alumni = { $mine ->
        [yes] ✓ К выпускникам программы
       *[no] К выпускникам программы
    }
goodbye-next-rest = { $mine ->
        [yes] ✓ Пока отдохнуть
       *[no] Пока отдохнуть
    }

goodbye-left-thanks = записка «спасибо»
goodbye-left-answers = короткая анкета
goodbye-left-next = выбор «что дальше»
goodbye-wish-none = не сказано
goodbye-wish-go-on = продолжить вместе
goodbye-wish-new-mentor = новый наставник
goodbye-wish-new-mentee = новая пара
goodbye-wish-become-mentor = стать наставником
goodbye-wish-alumni = к выпускникам
goodbye-wish-rest = отдых

letter-goodbye-begun-mentee = { $tone ->
        [ty] 👋 { $partner } и ты подходите к концу пути. Последняя встреча: { $day }. Что сделать до неё и после — здесь.
       *[vy] 👋 { $partner } и вы подходите к концу пути. Последняя встреча: { $day }. Что сделать до неё и после — здесь.
    }
letter-goodbye-begun-mentor = { $tone ->
        [ty] 👋 { $partner } и ты подходите к концу пути. Последняя встреча: { $day }. О чём поговорить и что сделать — здесь.
       *[vy] 👋 { $partner } и вы подходите к концу пути. Последняя встреча: { $day }. О чём поговорить и что сделать — здесь.
    }
letter-goodbye-begun-curator = 👋 { $mentee } — { $mentor }: прощаются. Последняя встреча: { $day }. Если это рано, поговорите с ними.
letter-goodbye-day = 👋 { $partner }: чтобы красиво закончить, осталось: { $left }. Это две минуты.
letter-goodbye-over-mentee = { $tone ->
        [ty] 🎉 Вы прошли весь путь: { $partner } и ты завершаете работу в паре. Спасибо тебе за встречи!
            { $reached ->
                [0] Сертификат и что дальше — здесь.
                [one] Достигнута { $reached } цель. Сертификат и что дальше — здесь.
                [few] Достигнуто { $reached } цели. Сертификат и что дальше — здесь.
               *[other] Достигнуто { $reached } целей. Сертификат и что дальше — здесь.
            }
       *[vy] 🎉 Вы прошли весь путь: { $partner } и вы завершаете работу в паре. Спасибо вам за встречи!
            { $reached ->
                [0] Сертификат и что дальше — здесь.
                [one] Достигнута { $reached } цель. Сертификат и что дальше — здесь.
                [few] Достигнуто { $reached } цели. Сертификат и что дальше — здесь.
               *[other] Достигнуто { $reached } целей. Сертификат и что дальше — здесь.
            }
    }
letter-goodbye-over-mentor = { $tone ->
        [ty] 🎉 Вы прошли весь путь: { $partner } и ты завершаете работу в паре. Спасибо тебе за время и поддержку!
            { $reached ->
                [0] Благодарственное письмо и что дальше — здесь.
                [one] Достигнута { $reached } цель. Благодарственное письмо и что дальше — здесь.
                [few] Достигнуто { $reached } цели. Благодарственное письмо и что дальше — здесь.
               *[other] Достигнуто { $reached } целей. Благодарственное письмо и что дальше — здесь.
            }
       *[vy] 🎉 Вы прошли весь путь: { $partner } и вы завершаете работу в паре. Спасибо вам за время и поддержку!
            { $reached ->
                [0] Благодарственное письмо и что дальше — здесь.
                [one] Достигнута { $reached } цель. Благодарственное письмо и что дальше — здесь.
                [few] Достигнуто { $reached } цели. Благодарственное письмо и что дальше — здесь.
               *[other] Достигнуто { $reached } целей. Благодарственное письмо и что дальше — здесь.
            }
    }
letter-goodbye-outcome = 🎓 { $mentee } — { $mentor }: пара завершена. { $planned ->
        [no] Целей в плане не было.
       *[yes] Достигнуто целей: { $reached } из { $goals }.
    }
    Что дальше. { $mentee }: { $mentee_next }. { $mentor }: { $mentor_next }.
letter-goodbye-follow-up-mentee = { $tone ->
        [ty] 👋 Привет! Прошло три месяца. Помогает ли то, чему ты и { $partner } научились вместе?
       *[vy] 👋 Здравствуйте! Прошло три месяца. Помогает ли то, чему вы и { $partner } научились вместе?
    }
letter-goodbye-follow-up-mentor = { $tone ->
        [ty] 👋 Привет! Прошло три месяца, как закончилось твоё наставничество: { $partner }. Пригодился ли тебе этот опыт?
       *[vy] 👋 Здравствуйте! Прошло три месяца, как закончилось ваше наставничество: { $partner }. Пригодился ли вам этот опыт?
    }
button-follow-up-much = Да, очень
button-follow-up-somewhat = Немного
button-follow-up-no = Пока нет
receipt-follow-up = Спасибо за ответ! Больше спрашивать об этом не буду.
letter-thanks-held = { $count ->
        [one] 💌 «{ $programme }»: { $count } записка с благодарностью ждёт вашего взгляда. В паре есть подросток.
        [few] 💌 «{ $programme }»: { $count } записки с благодарностью ждут вашего взгляда. В парах есть подростки.
       *[other] 💌 «{ $programme }»: { $count } записок с благодарностью ждут вашего взгляда. В парах есть подростки.
    }
letter-thanks-passed = 💌 { $partner } пишет:
    «{ $words }»
letter-thanks-returned = 💌 { $partner }: куратор просит написать записку с благодарностью другими словами. Так она точно обрадует.
button-open-goodbye = 👋 Открыть
button-look-at-thanks = 💌 Прочитать
button-write-thanks = 💌 Написать

thanks-title = 💌 <b>Записки с благодарностью</b>
    { $total ->
        [0] Все прочитаны.
        [one] Ждёт { $total } записка. В паре есть подросток, поэтому сначала читаете вы.
        [few] Ждут { $total } записки. В парах есть подростки, поэтому сначала читаете вы.
       *[other] Ждут { $total } записок. В парах есть подростки, поэтому сначала читаете вы.
    }
thanks-line = { $author } → { $reader }
thanks-card = 💌 <b>{ $author } → { $reader }</b>
    { $at }
thanks-words = «{ $words }»
thanks-pass = Передать
thanks-return = Попросить другие слова

paper-title-mentee = Сертификат
paper-title-mentor = Благодарственное письмо
paper-confirms-mentee = подтверждает участие
paper-confirms-mentor = Благодарим
paper-completed-mentee = в программе наставничества «{ $programme }»
paper-completed-mentor = за время, опыт и доброе внимание в программе наставничества «{ $programme }»
paper-meetings = { $count ->
        [one] { $count } встреча
        [few] { $count } встречи
       *[other] { $count } встреч
    }
paper-time = { $since } — { $until }
paper-file-mentee = Сертификат { $name }
paper-file-mentor = Благодарность { $name }
paper-caption-mentee = { $tone ->
        [ty] 🎓 Твой сертификат. Его можно распечатать и добавить в портфолио.
       *[vy] 🎓 Сертификат. Его можно распечатать и добавить в портфолио.
    }
paper-caption-mentor = 🎓 Благодарственное письмо. Спасибо!
pairs-paper-mentee = 🎓 Сертификат
pairs-paper-mentor = 🎓 Благодарность

menu-goodbye-open = 👋 { $partner }: прощание, последняя встреча { $day }
menu-goodbye-over = 🎓 { $partner }: путь пройден
menu-go-goodbye = 👋 Завершение: { $partner }
menu-go-goodbye-over = 🎓 Итоги: { $partner }
refusal-note-under-way = Записка уже у получателя, изменить её нельзя.
refusal-too-young-to-mentor = Наставником можно стать с { $age } лет. До этого времени можно помогать иначе: спросите куратора.
applications-fast-lane = ⚡ Из наставляемых: путь с наставником пройден здесь
diary-close = 👋 Начать прощание…
diary-ask-close = 👋 <b>{ $mentee } — { $mentor }: когда последняя встреча?</b>
    Оба узнают об этом дне, получат подсказки и всё, что нужно для хорошего конца.
bases-fast-lane = { $count ->
        [one] ⚡ { $count } наставляемый пошёл в наставники
        [few] ⚡ { $count } наставляемых пошли в наставники
       *[other] ⚡ { $count } наставляемых пошли в наставники
    }
