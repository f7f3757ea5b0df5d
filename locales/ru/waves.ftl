# Анкеты: волны опроса.

waves-title = 📝 <b>Анкеты</b>
waves-opened = ✓ Анкета запущена, приглашения отправляются
waves-line-open = «{ $title }»: { $finished } из { $planned }, до { $until }{ $started ->
    [0] {""}
   *[other] {" "}· в процессе: { $started }
}
waves-line-closed = «{ $title }»: { $finished } из { $planned }, закрыта
waves-none = Анкет ещё не было. Первую стоит провести, когда пары встретятся раза два.
waves-one-at-a-time = Новую можно начать, когда эта закроется.
waves-start = Запустить анкету

waves-who =
    📝 <b>«{ $title }»</b> · { $questions ->
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[other] { $questions } вопросов
    }
    Вопросы придут обоим в каждой работающей паре: { $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[other] { $people } человек
    }. Тем, кто не ответит, напомню.
    Сколько дней ждать ответов?
waves-nobody = 📝 Пока некого спрашивать: анкета идёт обоим в каждой работающей паре, а таких пар ещё нет.
waves-for-days = { $days ->
    [one] { $days } день — до { $until }
    [few] { $days } дня — до { $until }
   *[other] { $days } дней — до { $until }
}

button-refuse-survey = Не буду отвечать
receipt-survey-refused = Хорошо, об этой анкете больше не напомню. Спасибо, что сказали!
refusal-too-few-for-anonymous = Анонимно можно спросить, когда приглашённых пятеро или больше: иначе каждого узнают по ответам.
refusal-wave-too-long = Опрос может идти от одного дня до { $most } дней.
refusal-day-in-the-past = Этот день уже прошёл. Выберите сегодняшний или будущий.
survey-note-anonymous = {"\u000A"}🔒 Анонимно: { $tone ->
    [ty] твои ответы сохранятся без имени.
   *[vy] ваши ответы сохранятся без имени.
}
