# Анкета куратора: заполнить в чате и перечитать рядом с прежними.

assessment-curator-survey = 📝 Анкета куратора
curator-survey-title =
    📝 <b>{ $title }</b>
    Всё ли есть в организации для программы. Ответы с вашим именем видят кураторы программы.
curator-survey-none = Её ещё не заполняли. В ней { $questions ->
    [one] { $questions } вопрос, можно прерваться в любой момент.
    [few] { $questions } вопроса, можно прерваться в любой момент.
   *[other] { $questions } вопросов, можно прерваться в любой момент.
}
curator-survey-line = ▸ <b>{ $day }</b> · { $by }
curator-survey-sum = { $title }: { $points } из { $most }
curator-survey-begin = ✍️ Заполнить
curator-survey-go-on = ✍️ Продолжить · { $number } из { $total }
curator-survey-open = { $day } · { $by }
curator-survey-given = ✓ <b>{ $title }</b>: заполнена
curator-survey-answer = { $question } — <b>{ $said }</b>
