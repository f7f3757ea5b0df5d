# Анкеты программы: что спрашиваем, как переделать анкету в файле и опубликовать свою.

questionnaires-title =
    📋 <b>Анкеты</b>
    То, о чём программа спрашивает участников. Любую можно посмотреть глазами участника, скачать и переделать под свою школу.
questionnaires-own-sign = ✎ — спрашиваем в вашей редакции.
questionnaires-line = { $sign ->
    [own] ✎
    [new] 👀
   *[usual] 📋
} { $title } · { $audience ->
    [mentee] наставляемым
    [mentor] наставникам
    [alumnus] выпускникам
    [guardian] родителям
    [curator] кураторам
   *[pair] обоим
}
questionnaires-new = ＋ Новая анкета

questionnaires-published = ✓ Опубликовано. Новые опросы пойдут с этой версией; кто начал прежнюю, её и закончит.
questionnaires-taken-back = ✓ Вернули прежнюю версию.
questionnaires-card =
    📋 <b>{ $title }</b>
    { $audience ->
        [mentee] Наставляемым
        [mentor] Наставникам
        [alumnus] Выпускникам
        [guardian] Родителям
        [curator] Кураторам
       *[pair] Обоим в паре
    } · { $questions ->
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[other] { $questions } вопросов
    } · около { $minutes ->
        [one] { $minutes } минуты
        [few] { $minutes } минут
       *[other] { $minutes } минут
    }
questionnaires-asked-own = Спрашиваем вашу версию { $number }: { $by }, { $at }.
questionnaires-asked-usual = Спрашиваем так, как задумано в программе.
questionnaires-waves = С ней опросов: идёт { $running }, закончилось { $over }.
questionnaires-fixed = Эту анкету переделать нельзя: по её ответам подбираются пары. Посмотреть и скачать можно.
questionnaires-not-yours = Переделывает анкеты куратор всей организации: версия действует во всех её программах.
questionnaires-waiting = 👀 Присланный файл: не опубликован
questionnaires-rehearse = ▶ Пройти как участник
questionnaires-rehearse-pupil = ▶ Как ученик, на «ты»
questionnaires-download = ⬇ Скачать файл
questionnaires-send = ⬆ Прислать переделанный
questionnaires-versions = Все версии
questionnaires-take-back = Вернуть прежнюю
questionnaires-file-caption = «{ $title }»: откройте в Excel или другой программе таблиц, поправьте и пришлите сюда. Как заполнять — на последнем листе.
questionnaires-template-caption = Образец анкеты с тремя вопросами: замените их своими. Как заполнять — на последнем листе.

questionnaires-versions-title = <b>{ $title }</b>: ваши версии
questionnaires-version = Версия { $number }: { $by }, { $at }.
questionnaires-version-taken-back = Версия { $number }: { $by }, { $at }; убрана { $back_at } ({ $back_by }).

questionnaires-take-back-ask =
    <b>{ $title }</b>
    Убрать версию { $number }?
questionnaires-then-own = В новых опросах будет ваша версия { $before }. Уже собранные ответы останутся.
questionnaires-then-usual = В новых опросах будет анкета программы. Уже собранные ответы останутся.
questionnaires-take-back-yes = Убрать

questionnaires-file-known = Пришлите переделанный файл (скрепка, до { $megabytes } МБ). Сначала покажу, что изменилось; без вашего «Опубликовать» ничего не поменяется.
questionnaires-file-new = Скачайте образец, замените вопросы своими и пришлите файл сюда (скрепка, до { $megabytes } МБ). Сначала покажу, что получилось.
questionnaires-template = ⬇ Скачать образец

questionnaires-faults = { $count ->
    [one] В файле { $count } место, которое надо поправить:
    [few] В файле { $count } места, которые надо поправить:
   *[other] В файле { $count } мест, которые надо поправить:
}
questionnaires-fault-cell = • строка { $row }, столбец { $column }: { $why }
questionnaires-fault-row = • строка { $row }: { $why }
questionnaires-fault-cell-of-sheet = • лист { $sheet }, строка { $row }, столбец { $column }: { $why }
questionnaires-fault-row-of-sheet = • лист { $sheet }, строка { $row }: { $why }
questionnaires-fault-sheet = • лист { $sheet }: { $why }
questionnaires-faults-more = И ещё { $more }.
questionnaires-faults-again = Поправьте и пришлите файл снова прямо сюда.
questionnaires-faults-all = Все замечания файлом
questionnaires-faults-title = Замечания
questionnaires-faults-caption = Всё, что надо поправить в анкете, по строкам.
questionnaires-faults-sheet = Лист
questionnaires-faults-row = Строка
questionnaires-faults-column = Столбец
questionnaires-faults-why = Что не так

questionnaires-draft =
    👀 <b>{ $title }</b>: всё читается
    { $questions ->
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[other] { $questions } вопросов
    } · около { $minutes ->
        [one] { $minutes } минуты
        [few] { $minutes } минут
       *[other] { $minutes } минут
    }
questionnaires-draft-new = Это новая анкета.
questionnaires-change-added = Добавлено ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}и ещё { $more }
}
questionnaires-change-removed = Убрано ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}и ещё { $more }
}
questionnaires-change-meaning = ⚠ Другие ответы ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}и ещё { $more }
}
questionnaires-change-reworded = Другие слова ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}и ещё { $more }
}
questionnaires-change-rules = Иначе решается, спрашивать ли ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}и ещё { $more }
}
questionnaires-change-title = Название другое.
questionnaires-change-moved = Порядок вопросов другой.
questionnaires-change-audience = Спрашивать будем других людей: роль или формы наставничества теперь другие.
questionnaires-change-scales = Шкалы другие: сравните их названия на листе шкал.
questionnaires-draft-warning = ⚠ Там, где ответы стали другими, сравнить «до» и «после» не получится. Дайте такому вопросу новое имя: тогда старые ответы останутся сами по себе.
questionnaires-draft-unused = Эти столбцы бот не использует: { $unused }.
questionnaires-draft-one-language = Анкета только на русском: кто читает по-английски, увидит русские слова.
questionnaires-draft-then = Пройдите её как участник, а потом опубликуйте.
questionnaires-publish = ✓ Опубликовать

questionnaires-rehearsal = 👀 { $title } · { $number } из { $total } · ответы не сохраняются
    { $bar }
questionnaires-rehearsal-leave = Хватит
questionnaires-rehearsed = Вот и вся анкета: вы видели { $shown ->
    [one] { $shown } вопрос
    [few] { $shown } вопроса
   *[other] { $shown } вопросов
} из { $total }, это около { $minutes ->
    [one] { $minutes } минуты
    [few] { $minutes } минут
   *[other] { $minutes } минут
}. Ответы нигде не сохранены.
questionnaires-rehearse-again = Ещё раз

refusal-other-questionnaire = В файле другая анкета: «{ $found }», а здесь «{ $wanted }». Откройте нужную в списке или верните имя на листе настроек.
refusal-key-taken = Анкета с таким именем уже есть: «{ $title }». Дайте новой другое имя на листе настроек.
refusal-questionnaire-fixed = Эту анкету переделать нельзя: по её ответам подбираются пары.
refusal-consent-dropped = На эту анкету люди дают отдельное согласие, а в вашем файле оно не указано. Скачайте анкету ещё раз и правьте тот файл.
refusal-nothing-changed = В файле ровно то, что спрашиваем сейчас: менять нечего.
refusal-published-meanwhile = Пока вы смотрели, опубликовали другую версию. Скачайте её и внесите правки заново.
refusal-questionnaire-too-big = Файл больше { $megabytes } МБ: анкета столько не занимает. Проверьте, тот ли это файл.

questionnaires-example-title = Моя анкета
questionnaires-example-often = Как часто вы встречаетесь?
questionnaires-example-weekly = Каждую неделю
questionnaires-example-rarely = Реже
questionnaires-example-never = Ещё не встречались
questionnaires-example-useful = Насколько полезны встречи?
questionnaires-example-low = пока без пользы
questionnaires-example-high = очень полезны
questionnaires-example-words = Что стоит изменить?
questionnaires-example-hint = Можно пропустить.
