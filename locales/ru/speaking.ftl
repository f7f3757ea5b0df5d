# Команда отвечает за участника без мессенджера: пара, анкета.

speaking-go = 🗣 Ответить за участника ({ $count })
speaking-title =
    🗣 <b>Ответить за участника</b>
    Эти люди не пользуются мессенджером. Спросите и отметьте ответ — будет видно, что его внесли вы.
speaking-none =
    🗣 <b>Ответить за участника</b>
    Сейчас никто без мессенджера не ждёт вопросов.
speaking-pair = 🤝 { $name }: пара — { $partner }
speaking-survey = 📝 { $name }: { $title }
speaking-proposal = { $side ->
    [mentor] 🤝 <b>{ $name }</b>: предложен наставляемый — { $partner }
   *[mentee] 🤝 <b>{ $name }</b>: предложен наставник — { $partner }
}
speaking-slots = Удобно обоим: { $slots }
speaking-until = Расскажите и спросите. Ответ нужен до: { $until }
speaking-accept = ✓ Ответ «да»
speaking-decline = Ответ «нет»…
speaking-why =
    <b>{ $name }: почему нет?</b>
    Выберите или напишите словами. Причина останется у команды: второй стороне уйдёт доброе письмо без неё.
speaking-progress = 🗣 За участника · { $title } · { $number } из { $total } · { $bar }
speaking-answered = { $over ->
    [yes] { $name }: эта анкета уже закрыта.
   *[no] ✓ { $name }: ответ записан, рядом — ваше имя.
}
pairs-card-entered = 🗣 { $name }: ответ внесён со слов — { $by }
