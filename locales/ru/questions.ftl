question-text = <b>{ $text }</b>
question-hint = { $hint }
question-scale = { $low } — { $low_label }, { $high } — { $high_label }
question-now = Сейчас: { $answer }
question-all-answered = ✓ Все вопросы отвечены.
question-keep = Оставить как есть ›
question-skip = Пропустить
question-pause = Пауза
# Под вопросом, на который отвечают сообщением.
question-type-number = Ответ — число от { $low } до { $high }.
question-type-day = Можно выбрать день или написать: 12 марта.
question-type-date = Ответ — день, например 12.03.2026.
question-type-time = Точное время можно написать: 16:30.
question-type-words = Ответ — сообщением, своими словами.
question-lead = { $lead }
question-undo = ↶ Убрать последнее
question-hard-to-say = Затрудняюсь ответить
# В текстах анкет: кто для отвечающего второй в паре.
variable-partner = { $role ->
    [mentor] наставляемый
    [mentee] наставник
   *[other] второй участник пары
}
variable-of-partner = { $role ->
    [mentor] наставляемого
    [mentee] наставника
   *[other] второго участника пары
}
variable-to-partner = { $role ->
    [mentor] наставляемому
    [mentee] наставнику
   *[other] второму участнику пары
}
variable-with-partner = { $role ->
    [mentor] наставляемым
    [mentee] наставником
   *[other] вторым участником пары
}
variable-about-partner = { $role ->
    [mentor] наставляемом
    [mentee] наставнике
   *[other] втором участнике пары
}
variable-programme = программа наставничества
