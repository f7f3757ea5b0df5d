# Волны анкет: что идёт, что запланировано, кого спросили.

waves-title = 📝 <b>Опросы</b>
waves-line-open-day = «{ $title }»: { $finished } из { $planned }, до { $until }{ $started ->
    [0] {""}
   *[other] {" "}· в процессе: { $started }
}
waves-line-open-event = «{ $title }»: { $finished } из { $planned }, приходит каждому в свой срок{ $started ->
    [0] {""}
   *[other] {" "}· в процессе: { $started }
}
waves-line-closed = «{ $title }»: { $finished } из { $planned }, закрыта
waves-none = Опросов ещё не было. Что и когда спрашивать, решается в плане.
waves-plan = 🗓 План опросов

wave-title = 📝 <b>«{ $title }»</b>
    { $state ->
        [closed] Закрыта.
        [event] Приходит каждому в свой срок. Итоги — когда закроется: { $until }. Нужны раньше — закройте её сейчас и снова включите в плане: кого уже спросили, снова не спрошу.
       *[open] Идёт до { $until }.
    }
wave-listing = Составляю список, приглашения уже уходят…
wave-funnel = Приглашены: { $planned }
    ✓ Ответили до конца: { $complete }
    Начали и не закончили: { $partial }
    Отказались: { $refused }
    Ещё не открыли: { $unopened }
    Не дошло: { $unreachable } · ещё не отправлено: { $unsent }
wave-empty = Пока никто не приглашён: подходящих людей ещё нет.
wave-anonymous = 🔒 Анонимно: { $open ->
    [yes] ответы откроются после закрытия, если ответят пятеро или больше. Видно только, кто ответил.
   *[no] кто что ответил, неизвестно никому.
}
wave-to-calls = 📞 Кому позвонить · { $count }
wave-picture = 🖼 Картинкой
wave-picture-title = Сколько ответили: «{ $title }»
wave-picture-of-planned = До конца — { $share } % приглашённых (границы { $low }–{ $high } %)
wave-picture-of-started = и { $share } % начавших (границы { $low }–{ $high } %)
wave-picture-planned = Приглашены
wave-picture-sent = Письмо дошло
wave-picture-started = Открыли
wave-picture-complete = Ответили до конца
wave-picture-says = { $people } · { $share } %
wave-picture-unreachable = не дошло письмо: { $people }
wave-picture-unsent = письмо ещё не отправлено: { $people }
wave-picture-unopened = ещё не открыли: { $people }
wave-picture-partial = начали и не закончили: { $people }
wave-picture-refused = отказались: { $people }
wave-picture-day = На { $day }
wave-to-parts = По группам
wave-to-paper = На бумаге
wave-to-extend = Продлить
wave-to-close = Закрыть сейчас

wave-parts = <b>«{ $title }»</b>: ответили, начали и приглашены
wave-by-role = <b>По ролям</b>
wave-by-form = <b>По формам</b>
wave-by-group = <b>По классам и группам</b>
wave-part = { $name }: { $complete } · { $started } · { $planned }
wave-more = …и ещё { $count }
wave-parts-how = Отказ считается началом: человек прочитал приглашение и ответил «нет».
wave-role-mentee = Наставляемые
wave-role-mentor = Наставники
wave-role-none = Без роли
wave-none = Не указано

wave-calls = 📞 <b>Ещё не ответили</b> · «{ $title }»: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}, ждём до { $until }
wave-call-unreachable = { $name }{ $known ->
    [yes] , { $group }
   *[no] {""}
} — бот не может написать, поможет только звонок или бумага
wave-call-unopened = { $name }{ $known ->
    [yes] , { $group }
   *[no] {""}
} — приглашение не открыто
wave-call-partial = { $name }{ $known ->
    [yes] , { $group }
   *[no] {""}
} — ответов { $answered } из { $total }
wave-call-begun = { $name }{ $known ->
    [yes] , { $group }
   *[no] {""}
} — ответы начаты
wave-call-unsent = { $name }{ $known ->
    [yes] , { $group }
   *[no] {""}
} — приглашение ещё не ушло

wave-paper = 🖨 <b>«{ $title }» на бумаге</b>
    Для тех, кто не пользуется мессенджером: распечатайте бланк, а ответы внесите здесь. Кто внёс, останется видно.
wave-paper-anonymous = 🔒 Анкета анонимная: бланки собирают в коробку без имён и вносят вперемешку. Тот, кто вносит, видит бумагу — скажите об этом людям.
wave-paper-entered = <b>Уже внесено</b>
wave-paper-one = { $name } — внесено: { $by }
wave-form-ru = 🖨 Бланк
wave-form-en = 🖨 По-английски
wave-enter = ✍️ Внести ответы
wave-form-sent = Бланк для печати на листах А4.

wave-extend = «{ $title }» идёт до { $until }. Ещё не ответили: { $left }.
    На сколько продлить? Тем, кто не ответил, напомню ещё раз, но не больше трёх раз за всё время.
wave-for-days = { $days ->
    [one] На { $days } день — до { $until }
    [few] На { $days } дня — до { $until }
   *[other] На { $days } дней — до { $until }
}
wave-close = Закрыть «{ $title }»? Не ответили: { $left }. Ответить после этого будет нельзя.
wave-close-yes = Закрыть анкету

wave-plan-title = 🗓 <b>План опросов</b>
wave-plan-line = { $sign } «{ $title }»{ $who ->
    [mentee] {" "}· наставляемые
    [mentor] {" "}· наставники
   *[both] {""}
} — { wave-event }{ $known ->
    [yes] {" "}({ $day })
   *[no] {""}
}
wave-event = { $event ->
    [middle] в середине программы
    [entry] при входе в программу
    [start] когда пара начала работу
    [day-30] через 30 дней работы пары
    [closing] когда пара завершает работу
    [later] через три месяца после завершения
   *[date] в выбранный день
}
wave-plan-go = { $title }{ $who ->
    [mentee] {" "}· наставляемые
    [mentor] {" "}· наставники
   *[both] {""}
}
wave-plan-how = 🟢 идёт · 🗓 включена · ▫️ выключена. Без вашего решения никого не спрашиваю.
wave-plan-all-on = Включить весь план
wave-plan-add = ＋ Другая анкета
wave-add = Какую анкету добавить в план?

wave-planned = 📝 <b>«{ $title }»</b> · { $questions ->
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[other] { $questions } вопросов
    }
    { $state ->
        [running] 🟢 Идёт
        [on] 🗓 Включена
       *[off] ▫️ Выключена
    }: { $event ->
        [middle] в середине программы, { $day }
        [entry] при входе в программу
        [start] когда пара начала работу
        [day-30] через 30 дней работы пары
        [closing] когда пара завершает работу
        [later] через три месяца после завершения
       *[date] { $day ->
            [none] день не выбран
           *[other] { $day }
        }
    }
wave-planned-how = Кого: { $who }
    На ответ: { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
    { $secret ->
        [yes] 🔒 Анонимно
       *[no] Ответы с именами, их видит куратор
    }
wave-planned-people = Сейчас это { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[other] { $people } человек
}.
wave-start-now = Спросить сейчас
wave-open-card = Как идёт
wave-switch-on = Включить
wave-switch-off = Выключить
wave-to-day = День
wave-to-length = Срок
wave-to-audience = Кого
wave-secret = { $secret ->
    [yes] С именами
   *[no] 🔒 Анонимно
}
wave-day = В какой день начать «{ $title }»?
wave-length = Сколько дней ждать ответов на «{ $title }»?
wave-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
wave-audience = Кого спросить: «{ $title }»? Если форма не отмечена, спрошу все.
wave-groups = Какие классы и группы спросить? Если ничего не отмечено, спрошу все.
wave-to-groups = Классы и группы
wave-done = Готово
wave-who-both = наставляемые и наставники
wave-who-mentee = наставляемые
wave-who-mentor = наставники
wave-who-alone = и те, у кого нет пары

survey-intro = 📝 <b>«{ $title }»</b> · { $questions ->
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[other] { $questions } вопросов
    }

    🔒 <b>Анонимно.</b> { $tone ->
        [ty] Твои ответы сохранятся без имени и времени, вперемешку с другими: кто что ответил, не узнает никто, даже куратор. Видно только, что анкета заполнена.
       *[vy] Ваши ответы сохранятся без имени и времени, вперемешку с другими: кто что ответил, не узнает никто, даже куратор. Видно только, что анкета заполнена.
    }
    { $tone ->
        [ty] Пока анкета не закончена, ответы лежат вместе с твоим именем, чтобы можно было прерваться. Сообщения в этом чате видишь ты сам. Не пиши в ответах имён.
       *[vy] Пока анкета не закончена, ответы лежат вместе с вашим именем, чтобы можно было прерваться. Сообщения в этом чате видите вы сами. Не пишите в ответах имён.
    }
survey-begin = Начать
survey-thanks-anonymous = Спасибо! Анкета «{ $title }» заполнена. Ответы отделены от имени; итоги появятся, когда анкета закроется.
survey-refused = Хорошо, об этой анкете больше не напомню.

paper-how = Отметьте крестиком один вариант или напишите ответ. Вопрос, на который не хочется отвечать, можно оставить пустым.
paper-privacy-named = Ответы увидит куратор программы; в отчётах они будут только вместе с ответами других.
paper-privacy-anonymous = Анкета анонимная. Не подписывайтесь и не называйте имён. Бланк увидит тот, кто вносит ответы, поэтому бланки собирают вместе и вносят вперемешку.
paper-name = Имя и класс (группа):
paper-thanks = Спасибо! Верните бланк куратору.
paper-page = { $number } из { $total }
paper-hard-to-say = Трудно сказать
paper-if-it-applies = Если это про вас.
paper-most = Можно отметить не больше { $most }.
paper-several = Можно отметить несколько.
paper-other = Другое:

button-refuse-survey = Не буду отвечать
receipt-survey-refused = Хорошо, об этой анкете больше не напомню. Спасибо, что сказали!
refusal-too-few-for-anonymous = Анонимно можно спросить, когда приглашённых пятеро или больше: иначе каждого узнают по ответам.
refusal-wave-too-long = Опрос может идти от одного дня до { $most } дней.
refusal-day-in-the-past = Этот день уже прошёл. Выберите сегодняшний или будущий.
survey-note-anonymous = {"\u000A"}🔒 Анонимно: { $tone ->
    [ty] твои ответы сохранятся без имени.
   *[vy] ваши ответы сохранятся без имени.
}
