proposal-found-mentee = 🤝 Нашёлся наставник: <b>{ $partner }</b>
proposal-found-mentor = { $tone ->
        [ty] 🤝 Тебе предлагают пару: <b>{ $partner }</b>
       *[vy] 🤝 Вам предлагают пару: <b>{ $partner }</b>
    }
proposal-waits =
    ✓ Ответ записан: знакомимся
    Теперь отвечает { $partner }, до: { $until }. Я напишу, как только будет ответ.
proposal-active-mentee = { $tone ->
        [ty] 🤝 Пара сложилась! Твой наставник — { $partner }.
            Дальше: наставник предложит время встречи, тебе останется выбрать.
       *[vy] 🤝 Пара сложилась! Ваш наставник — { $partner }.
            Дальше: наставник предложит время встречи, вам останется выбрать.
    }
proposal-active-mentor = { $tone ->
        [ty] 🤝 Пара сложилась! В паре с тобой — { $partner }.
            Дальше: предложи до трёх вариантов времени для первой встречи.
       *[vy] 🤝 Пара сложилась! В паре с вами — { $partner }.
            Дальше: предложите до трёх вариантов времени для первой встречи.
    }
proposal-declined = { $tone ->
        [ty] ✓ Хорошо, эта пара не сложится. Причину увидит только куратор.
            Он подумает о другом варианте, и я напишу.
       *[vy] ✓ Хорошо, эта пара не сложится. Причину увидит только куратор.
            Он подумает о другом варианте, и я напишу.
    }
proposal-over = Это предложение уже закрыто. Когда появится новое, я напишу.
proposal-about-needs = Нужна помощь: { $answer }
proposal-about-competences = Может помочь: { $answer }
proposal-about-interests = Интересы: { $answer }
proposal-about-workplace = Место работы или учёбы: { $answer }
proposal-about-about = О себе: { $answer }
proposal-about-formats = Встречи: { $answer }
proposal-slots = Удобно вам обоим: { $slots }
proposal-until = Ответить можно до: { $until }
proposal-accept = 🤝 Познакомиться
proposal-later = { $tone ->
        [ty] Подумаю
       *[vy] Подумаю
    }
proposal-decline = Не подходит…
proposal-why = { $tone ->
        [ty] Что не подошло? Ответ увидит только куратор — так проще подобрать другую пару. { $partner } причину не узнает.
            Можно выбрать или написать своими словами.
       *[vy] Что не подошло? Ответ увидит только куратор — так проще подобрать другую пару. { $partner } причину не узнает.
            Можно выбрать или написать своими словами.
    }
proposal-why-needs = Не то, что нужно
proposal-why-time = Не хватает времени
proposal-why-person = Лучше с кем-то другим
proposal-no-reason = Без объяснений
proposal-offer-meeting = 📅 Предложить время встречи
