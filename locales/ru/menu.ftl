menu-greeting = 👋 { $name }
menu-greeting-nameless = 👋 Здравствуйте!
menu-empty = { $tone ->
        [ty] Пока здесь пусто. Чтобы участвовать в программе, открой ссылку-приглашение от куратора.
       *[vy] Пока здесь пусто. Чтобы участвовать в программе, откройте ссылку-приглашение от куратора.
    }
menu-path = { $tone ->
        [ty] 🤝 Твой путь · «{ $programme }»
       *[vy] 🤝 Ваш путь · «{ $programme }»
    }
menu-done-form = ✓ Анкета отправлена
menu-done-guardian = ✓ Согласие родителя получено
menu-now-consent = • Нужно согласие на обработку данных, потом — анкета: 3–4 минуты
menu-now-form = { $tone ->
        [ty] • Анкета начата: ответы сохранены, можно продолжить
            Дальше: её прочитает куратор
       *[vy] • Анкета начата: ответы сохранены, можно продолжить
            Дальше: её прочитает куратор
    }
menu-now-guardian =
    • Ждём согласия родителя или опекуна
    Дальше: анкету прочитает куратор
menu-now-guardian-first =
    • Ждём согласия родителя или опекуна
    Дальше: анкета на 3–4 минуты
menu-now-applied-mentee =
    • Куратор читает анкету, обычно это несколько дней
    Дальше: подбор наставника
menu-now-applied-mentor =
    • Куратор читает анкету, обычно это несколько дней
    Дальше: подбор пары
menu-now-applied-alumnus =
    • Куратор читает анкету, обычно это несколько дней
    Дальше: куратор свяжется и договорится о помощи
menu-now-approved-mentee =
    • Куратор подбирает наставника: я напишу, как только найдётся
    Дальше: знакомство
menu-now-approved-mentor =
    • Куратор подбирает пару: я напишу, как только найдётся
    Дальше: знакомство
menu-now-approved-alumnus = • Предложение принято: куратор свяжется, когда помощь понадобится
menu-now-reserve = • Анкета в резерве: сейчас помогать некому. Как только найдётся кому, я напишу
menu-now-declined = • В этот раз не получилось; о причине я уже писал. Вопросы — куратору
menu-now-withdrawn = • Участие закончено: согласие отозвано. Вернуться можно по ссылке куратора
menu-go-one-of-many = { $what }: «{ $programme }»
menu-go-consent = Начать
menu-go-form = 📝 Продолжить анкету
menu-go-guardian = Согласие родителя
menu-go-correct = Изменить анкету

menu-proposal-mentee = { $tone ->
        [ty] 🤝 Нашёлся наставник: { $partner }. Ответ за тобой
       *[vy] 🤝 Нашёлся наставник: { $partner }. Ответ за вами
    }
menu-proposal-mentor = { $tone ->
        [ty] 🤝 Есть предложение о паре: { $partner }. Ответ за тобой
       *[vy] 🤝 Есть предложение о паре: { $partner }. Ответ за вами
    }
menu-proposal-waits-mentee = 🤝 Наставник: { $partner }. Ждём ответа, я напишу
menu-proposal-waits-mentor = 🤝 { $partner }: ждём ответа, я напишу
menu-go-proposal-mentee = 🤝 Посмотреть: { $partner }
menu-go-proposal-mentor = 🤝 Посмотреть: { $partner }
menu-pair-mentee = { $tone ->
        [ty] 🤝 Твой наставник: { $partner }
       *[vy] 🤝 Ваш наставник: { $partner }
    }
menu-pair-mentor = 🤝 В паре: { $partner }
menu-meeting = 📅 Встреча: { $at }
menu-no-meeting-mentee = • Встреча не назначена: время предложит наставник
menu-no-meeting-mentor = { $tone ->
        [ty] • Встреча не назначена: предложи время
       *[vy] • Встреча не назначена: предложите время
    }
menu-offered = { $tone ->
        [ty] 📅 { $partner } предлагает встретиться: выбери время
       *[vy] 📅 { $partner } предлагает встретиться: выберите время
    }
menu-offer-waits = • Время предложено: { $partner } ещё выбирает
menu-receipt = 📅 Встреча ({ $at }): как прошло?
menu-go-meeting = 📅 { $partner }: { $at }
menu-go-offer = 📅 Предложить встречу: { $partner }
menu-go-offered = 📅 Предложенное время: { $partner }
menu-go-pick = 📅 Выбрать время: { $partner }
menu-go-receipt = 📅 Встреча была? { $at }
menu-survey = 📝 «{ $title }»: { $left ->
        [one] остался { $left } вопрос
        [few] осталось { $left } вопроса
       *[many] осталось { $left } вопросов
    }, ответить можно до: { $until }
menu-go-survey = 📝 «{ $title }» · { $left ->
        [one] { $left } вопрос
        [few] { $left } вопроса
       *[many] { $left } вопросов
    }

menu-no-programme = Программ пока нет. Создать первую — две минуты: название, форма, даты.
menu-none-at-work = Сейчас ни одна программа не идёт. Как только куратор её откроет, она появится здесь.
menu-as-participant = <b>Я участвую</b>
menu-as-team = <b>Я в команде</b>
menu-region = 📊 Картина по региону
menu-head = 🏫 Моя организация
menu-archive = 🗄 Архив ({ $n })
menu-programme = «{ $name }»: { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[many] { $pairs } пар
    }, { $waiting ->
        [0] новых заявок нет
        [one] { $waiting } заявка ждёт решения
        [few] { $waiting } заявки ждут решения
       *[many] { $waiting } заявок ждут решения
    }, { $free ->
        [0] без наставника никого
       *[other] без наставника: { $free }
    }
menu-go-programme = { $waiting ->
        [0] { $name } · пар: { $pairs }
       *[other] { $name } · заявок: { $waiting }
    }
menu-new-programme = ➕ Новая программа

menu-ward-consent = 👤 { $name } · «{ $programme }»: ещё знакомится с программой
menu-ward-form = 👤 { $name } · «{ $programme }»: заполняет анкету
menu-ward-guardian = 👤 { $name } · «{ $programme }»: ждём вашего согласия
menu-ward-applied = 👤 { $name } · «{ $programme }»: куратор читает анкету
menu-ward-approved = 👤 { $name } · «{ $programme }»: участвует
menu-ward-reserve = 👤 { $name } · «{ $programme }»: в резерве наставников
menu-ward-declined = 👤 { $name } · «{ $programme }»: в этот раз не участвует
menu-ward-withdrawn = 👤 { $name } · «{ $programme }»: участие закончено
menu-more = Ещё ({ $left })
menu-privacy = Мои данные, язык
menu-language = 🌐 Язык (English)
