# Команда отвечает за участника без мессенджера: пара, анкета, встреча.

speaking-go = 🗣 Ответить за участника ({ $count })
speaking-title =
    🗣 <b>Ответить за участника</b>
    Эти люди не пользуются мессенджером. Спросите и отметьте ответ. Будет видно, что его внесли вы.
speaking-none =
    🗣 <b>Ответить за участника</b>
    Сейчас никто без мессенджера не ждёт вопросов.
speaking-pair = 🤝 { $name }: пара — { $partner }
speaking-survey = 📝 { $name }: { $title }
speaking-offer = 📅 { $name }: выбрать время — { $partner }
speaking-receipt = 📅 { $name }: встреча была? { $at }
speaking-meeting-to-pick =
    📅 <b>{ $name }</b>: { $partner } предлагает встретиться ({ $place })
    Спросите, когда удобно, и выберите время — встреча будет назначена.
speaking-meeting-held-or-not = 📅 <b>{ $name }</b>: встреча была? { $partner }, { $at }
speaking-meeting-over = 📅 { $name }: здесь уже всё отмечено ({ $partner }).
speaking-none-fits = { $name }: ни одно время не подходит? Я сообщу, и { $partner } предложит другое.
speaking-met = ✓ { $name }: записано.
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
speaking-meeting = 📅 { $name }: назначить встречу — { $partner }
speaking-to-offer =
    📅 <b>{ $name }</b> и { $partner }: встреча пока не назначена.
    Спросите наставника, когда удобно, и предложите время — или запишите встречу, которая уже была.
speaking-offer-times = 📅 Предложить время
speaking-log-past = 📝 Встреча уже была
pairs-card-entered-meeting = 🗣 { $name }: отметка о встрече { $day } внесена со слов — { $by }
pairs-card-entered-time = 🗣 { $name }: время встречи предложено со слов — { $by }
speaking-poll = 👥 { $name }: время для группы — { $partner }, до { $at }
