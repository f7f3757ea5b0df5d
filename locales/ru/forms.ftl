# Анкеты программы: что спрашиваем, как переделать анкету в файле и опубликовать свою.

forms-title =
    📋 <b>Анкеты</b>
    То, о чём программа спрашивает участников. Любую можно посмотреть глазами участника, скачать и переделать под свою школу.
forms-own-sign = ✎ — спрашиваем в вашей редакции.
forms-line = { $sign ->
    [own] ✎
   *[usual] 📋
} { $title } · { $audience ->
    [mentee] наставляемым
    [mentor] наставникам
    [alumnus] выпускникам
    [guardian] родителям
    [curator] кураторам
   *[pair] обоим
}
forms-new = ＋ Новая анкета

forms-published = ✓ Опубликовано. Новые опросы пойдут с этой версией; кто начал прежнюю, её и закончит.
forms-taken-back = ✓ Вернули прежнюю версию.
forms-card =
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
forms-asked-own = Спрашиваем вашу версию { $number }: { $by }, { $at }.
forms-asked-usual = Спрашиваем так, как задумано в программе.
forms-waves = С ней опросов: идёт { $running }, закончилось { $over }.
forms-fixed = Эту анкету переделать нельзя: по её ответам подбираются пары. Посмотреть и скачать можно.
forms-not-yours = Переделывает анкеты куратор всей организации: версия действует во всех её программах.
forms-rehearse = ▶ Пройти как участник
forms-download = ⬇ Скачать файл
forms-send = ⬆ Прислать переделанный
forms-versions = Все версии
forms-take-back = Вернуть прежнюю
forms-file-caption = «{ $title }»: откройте в Excel или другой программе таблиц, поправьте и пришлите сюда. Как заполнять — на последнем листе.
forms-template-caption = Образец анкеты с тремя вопросами: замените их своими. Как заполнять — на последнем листе.

forms-versions-title = <b>{ $title }</b>: ваши версии
forms-version = Версия { $number }: { $by }, { $at }.
forms-version-taken-back = Версия { $number }: { $by }, { $at }; убрана { $back_at } ({ $back_by }).

forms-take-back-ask =
    <b>{ $title }</b>
    Убрать версию { $number }?
forms-then-own = В новых опросах будет ваша версия { $before }. Уже собранные ответы останутся.
forms-then-usual = В новых опросах будет анкета программы. Уже собранные ответы останутся.
forms-take-back-yes = Убрать

forms-file-known = Пришлите переделанный файл (скрепка, до { $megabytes } МБ). Сначала покажу, что изменилось; без вашего «Опубликовать» ничего не поменяется.
forms-file-new = Скачайте образец, замените вопросы своими и пришлите файл сюда (скрепка, до { $megabytes } МБ). Сначала покажу, что получилось.
forms-template = ⬇ Скачать образец

forms-faults = { $count ->
    [one] В файле { $count } место, которое надо поправить:
    [few] В файле { $count } места, которые надо поправить:
   *[other] В файле { $count } мест, которые надо поправить:
}
forms-fault-cell = • строка { $row }, столбец { $column }: { $why }
forms-fault-row = • строка { $row }: { $why }
forms-fault-cell-of-sheet = • лист { $sheet }, строка { $row }, столбец { $column }: { $why }
forms-fault-row-of-sheet = • лист { $sheet }, строка { $row }: { $why }
forms-fault-sheet = • лист { $sheet }: { $why }
forms-faults-more = И ещё { $more }.
forms-faults-again = Поправьте и пришлите файл снова прямо сюда.
forms-faults-all = Все замечания файлом
forms-faults-title = Замечания
forms-faults-caption = Всё, что надо поправить в анкете, по строкам.
forms-faults-sheet = Лист
forms-faults-row = Строка
forms-faults-column = Столбец
forms-faults-why = Что не так

forms-draft =
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
forms-draft-new = Это новая анкета.
forms-change-added = Добавлено ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}и ещё { $more }
}
forms-change-removed = Убрано ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}и ещё { $more }
}
forms-change-meaning = ⚠ Другие ответы ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}и ещё { $more }
}
forms-change-reworded = Другие слова ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}и ещё { $more }
}
forms-change-rules = Иначе решается, спрашивать ли ({ $count }): { $named }{ $more ->
    [0] { "" }
   *[other] {" "}и ещё { $more }
}
forms-change-title = Название другое.
forms-change-moved = Порядок вопросов другой.
forms-draft-warning = ⚠ Там, где ответы стали другими, сравнить «до» и «после» не получится. Дайте такому вопросу новое имя: тогда старые ответы останутся сами по себе.
forms-draft-unused = Эти столбцы бот не использует: { $unused }.
forms-draft-one-language = Анкета только на русском: кто читает по-английски, увидит русские слова.
forms-draft-then = Пройдите её как участник, а потом опубликуйте.
forms-publish = ✓ Опубликовать

forms-rehearsal = 👀 { $title } · { $number } из { $total } · ответы не сохраняются
    { $bar }
forms-rehearsal-leave = Хватит
forms-rehearsed = Вот и вся анкета: вы видели { $shown ->
    [one] { $shown } вопрос
    [few] { $shown } вопроса
   *[other] { $shown } вопросов
} из { $total }, это около { $minutes ->
    [one] { $minutes } минуты
    [few] { $minutes } минут
   *[other] { $minutes } минут
}. Ответы нигде не сохранены.
forms-rehearse-again = Ещё раз

refusal-other-questionnaire = В файле другая анкета: «{ $found }», а здесь «{ $wanted }». Откройте нужную в списке или верните имя на листе настроек.
refusal-key-taken = Анкета с таким именем уже есть: «{ $title }». Дайте новой другое имя на листе настроек.
refusal-questionnaire-fixed = Эту анкету переделать нельзя: по её ответам подбираются пары.
refusal-nothing-changed = В файле ровно то, что спрашиваем сейчас: менять нечего.
refusal-published-meanwhile = Пока вы смотрели, опубликовали другую версию. Скачайте её и внесите правки заново.
refusal-questionnaire-too-big = Файл больше { $megabytes } МБ: анкета столько не занимает. Проверьте, тот ли это файл.

forms-example-title = Моя анкета
forms-example-often = Как часто вы встречаетесь?
forms-example-weekly = Каждую неделю
forms-example-rarely = Реже
forms-example-never = Ещё не встречались
forms-example-useful = Насколько полезны встречи?
forms-example-low = пока без пользы
forms-example-high = очень полезны
forms-example-words = Что стоит изменить?
forms-example-hint = Можно пропустить.
