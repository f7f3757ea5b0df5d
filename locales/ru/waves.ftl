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
