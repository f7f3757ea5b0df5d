# Сводка: вопросы участников, свои дела, документы, которые скоро закончатся.

digest-questions = ❓ { $count ->
    [one] { $count } вопрос куратору ждёт ответа
    [few] { $count } вопроса куратору ждут ответа
   *[other] { $count } вопросов куратору ждут ответа
}{ $days ->
    [0] {""}
    [one] , самый давний — { $days } день
    [few] , самый давний — { $days } дня
   *[other] , самый давний — { $days } дней
}
digest-open-questions = ❓ Вопросы ({ $count })
digest-tasks = 📌 { $count ->
    [one] Пора сделать: { $count } ваше дело
    [few] Пора сделать: { $count } ваших дела
   *[other] Пора сделать: { $count } ваших дел
}
digest-open-tasks = 📌 Мои дела ({ $count })
digest-document = 🟡 { $name } · { $document }: { $left ->
    [0] сегодня последний день
    [one] остался { $left } день
    [few] осталось { $left } дня
   *[other] осталось { $left } дней
}{ $reminded ->
    [yes] {" "}· письмо ушло { $day }
   *[no] {""}
}
digest-more-documents = { $count ->
    [one] …и ещё { $count } документ скоро закончится
    [few] …и ещё { $count } документа скоро закончатся
   *[other] …и ещё { $count } документов скоро закончатся
}
digest-open-document = 🪪 { $name }
digest-renewed = ✓ { $name } · { $document }: новый действует до { $until }
digest-open-pairs = Все пары

# Один документ из сводки.
digest-document-title = 🪪 <b>{ $name }</b>
digest-document-until = • { $document }: действует до { $until }, { $left ->
        [0] сегодня последний день
        [one] остался { $left } день
        [few] осталось { $left } дня
       *[other] осталось { $left } дней
    }
digest-document-then = Когда срок выйдет, пары приостановятся, пока вы не отметите новый документ.
digest-document-told = Письмо с просьбой обновить его ушло { $day }.
digest-document-remind = ✉️ Напомнить обновить
digest-document-renewed = Обновлён…
refusal-document-reminded-lately = Об этом документе уже напомнили. Ещё раз можно будет: { $again }.
