# Итоги анкет: по вопросам, шкалам, до и после, и файлы с ответами.

monitoring-go-results = 📊 Итоги анкет
wave-results = 📊 Итоги
results-title =
    📊 <b>Итоги</b>
    Какую анкету посмотрим?
results-none =
    📊 <b>Итоги</b>
    Законченных анкет пока нет.
results-going = «{ $title }» ещё идёт: итоги появятся, когда она закроется, { $until }.
results-wave = { $title } · { $day }
results-home =
    📊 <b>{ $title }</b>
    { $n ->
        [one] Ответил { $n } человек
        [few] Ответили { $n } человека
       *[other] Ответили { $n } человек
    }. Анкета закрыта { $day }.
results-begun = Дошли до конца: { $complete }. Ответы тех, кто не закончил, тоже посчитаны.
results-few =
    📊 <b>{ $title }</b>
    Ответили меньше пяти человек. Чтобы никого нельзя было узнать, итогов по такой анкете нет.
results-anonymous = 🔒 Анкета анонимная: кто что ответил, не знает никто.
results-careless = { $n ->
        [one] В { $n } анкете
        [few] В { $n } анкетах
       *[other] В { $n } анкетах
    } есть признаки спешки: ответы слишком быстрые или все одинаковые. Они посчитаны вместе со всеми.
results-secret = 🔒 Отдельные ответы видит только психолог: здесь общие цифры, без файлов.
results-by-question = По вопросам
results-scales = Шкалы
results-compare = Было и стало
results-files = Скачать ответы…
results-item =
    📊 Вопрос { $number } из { $total }
    <b>{ $question }</b>
results-hidden = 🔒 Здесь ничего не показываем: ответов слишком мало, и по ним можно было бы узнать людей.
results-blurred = 🔒 По отдельным ответам не показываем: было бы видно, кто ответил не как все.
results-joined = Соседние или редкие ответы объединены, чтобы за числом стояло не меньше пяти человек.
results-n = { $n ->
        [one] Ответил { $n } человек
        [few] Ответили { $n } человека
       *[other] Ответили { $n } человек
    }, без ответа { $missing } %
results-hard = Трудно сказать: { $n }
results-mean = Среднее { $value }
results-mean-between = Среднее { $value }, границы { $low } – { $high }
results-median = Половина ответов не выше { $value }
results-bar = { $bar } { $label } · { $n } ({ $percent } %)
results-place = { $label }: среднее место { $place }
results-day = <i>На { $day }</i>
results-earlier = ‹ Прошлый
results-later = Следующий ›
results-picture = 🖼 Картинкой
results-groups = По ролям и группам
results-texts = Прочитать ответы
results-means = Что значат эти числа?
results-everybody = Все
results-role-mentee = Наставляемые
results-role-mentor = Наставники
results-role-alumnus = Выпускники
results-role-curator = Кураторы
results-group = Группа { $name }
results-groups-title =
    👥 По ролям и группам
    <b>{ $question }</b>
results-group-mean = { $group }: среднее { $value } ({ $n } отв.)
results-group-most = { $group }: чаще всего «{ $label }», { $percent } % ({ $n } отв.)
results-group-n = { $group }: { $n } отв., подробнее не показываем
results-groups-note = Показаны только группы, в которых никого нельзя узнать: от пяти человек, и при вычитании тоже.
results-meaning-title =
    ❓ Что значат эти числа
    <b>{ $question }</b>
results-meaning = <b>{ $name }</b>
results-texts-title =
    💬 <b>{ $question }</b>
    Ответов: { $n }. Без имён и вперемешку.
results-text = — { $text }
results-scales-title =
    📐 Шкалы · «{ $title }»
    Несколько вопросов об одном вместе говорят больше, чем каждый.
results-scale =
    ▸ <b>{ $title }</b> · { $n ->
        [one] { $n } человек ответил
        [few] { $n } человека ответили
       *[other] { $n } человек ответили
    } на все вопросы
results-alpha = Альфа Кронбаха { $value }
results-alpha-between = Альфа Кронбаха { $value }, границы { $low } – { $high }
results-omega = Омега Макдональда { $value }
results-alpha-without = Без вопроса «{ $question }» альфа была бы { $value }: он выбивается из шкалы.
results-floor = Многие ответили самым низким баллом: дальше вниз шкала не покажет.
results-ceiling = Многие ответили самым высоким баллом: роста шкала уже не покажет.
results-scales-note = Альфа и омега показывают, говорят ли вопросы шкалы об одном: хорошо от 0,7 до 0,95.
results-before-title =
    ↕️ <b>Было и стало</b>
    С какой прежней анкетой сравнить? Считаем только тех, кто ответил оба раза.
results-before-none =
    ↕️ <b>Было и стало</b>
    Сравнить пока не с чем: раньше не было закрытой анкеты с такими же вопросами и именами участников.
results-change-title =
    ↕️ <b>Было и стало</b> · «{ $title }»
    { $n ->
        [one] Оба раза ответил { $n } человек
        [few] Оба раза ответили { $n } человека
       *[other] Оба раза ответили { $n } человек
    }.
results-change-none =
    ↕️ <b>Было и стало</b> · «{ $title }»
    🔒 Оба раза ответили слишком мало людей: показать изменения и никого не выдать нельзя.
results-change =
    ▸ <b>{ $title }</b>
    { $before } → { $after } ({ $n } чел.)
results-change-sure = Изменение заметное: от { $low } до { $high }
results-change-unsure = Могло и не измениться: от { $low } до { $high }
results-moved = Выше у { $up }, так же у { $same }, ниже у { $down }
results-left-out = Случайно не посчитаны { $n } чел. из ответивших оба раза: иначе по разнице были бы видны ответы тех, кто ответил один раз.
results-left = Второй раз не ответили { $left } чел., ответили { $stayed }.
results-smd = Наибольшая разница между ушедшими и оставшимися в начале: { $value } стандартного отклонения.
results-change-note = О группе, а не об одном человеке: у одного изменение может быть случайным.
results-change-picture = Было и стало: те же люди
results-both = Оба раза: { $n } чел.
results-before = было
results-after = стало
results-slope = { $way ->
    [up] выше на { $by }
    [down] ниже на { $by }
   *[same] без изменений
} · { $n } чел.
results-picture-footer = { $title } · { $day }
results-files-title =
    📁 <b>Ответы в файле</b> · «{ $title }»
    Имён в файлах нет. Для чего нужен файл?
results-file-xlsx = Таблица Excel
results-file-csv = CSV для программ
results-file-sav = SPSS с подписями
results-file-research = Набор для исследования
results-confirm-xlsx =
    📁 <b>Таблица Excel</b> · «{ $title }»
    Ответы { $people } чел. под кодами, словарь и итоги.
results-confirm-csv =
    📁 <b>CSV</b> · «{ $title }»
    Ответы { $people } чел. под кодами. Что значат числа, сказано в словаре таблицы Excel.
results-confirm-sav =
    📁 <b>SPSS</b> · «{ $title }»
    Ответы { $people } чел. под кодами, с подписями вопросов и вариантов.
results-confirm-research =
    📁 <b>Набор для исследования</b> · «{ $title }»
    Ответы { $people } чел. в трёх форматах. Коды людей одни и те же во всех анкетах программы.
results-confirm-left = Не войдут { $n } чел.: их согласие это не покрывает, или без них было бы видно чужие ответы.
results-confirm-rule = Узнавать людей по ответам и передавать файл дальше нельзя. Запишем, кто и когда его взял.
results-taken = { $day } · { $kind } · { $who }
results-take = Прислать файл
results-file-caption = Ответы { $people } чел. Не передавайте файл дальше и не пытайтесь узнать в нём людей.
results-name-answers = Ответы
results-name-research = Набор для исследования
results-absence-not-reached = не дошли до вопроса
results-absence-not-asked = не спрашивали по логике анкеты
results-absence-skipped = вопрос пропущен
results-absence-hard-to-say = трудно сказать
results-absence-refused = отказ от анкеты
results-fact-id = Код участника
results-fact-role = Роль
results-fact-form = Форма наставничества
results-fact-group = Класс или группа
results-joined-group = объединено
results-own-words = своими словами
results-yes = да
results-no = нет
results-codebook-name = Столбец
results-codebook-question = Вопрос
results-codebook-kind = Вид
results-codebook-codes = Что значат числа
results-column-question = Вопрос
results-column-group = Кто
results-column-n = Ответили
results-column-missing = Доля без ответа
results-column-mean = Среднее
results-column-between = Границы, 95 %
results-column-answers = Ответы
results-sheet-data = Данные
results-sheet-codebook = Словарь
results-sheet-results = Итоги
results-sheet-about = О файле
results-measure-words = текст
results-measure-nominal = варианты
results-measure-ordinal = шкала
results-measure-scale = число
results-about-title = Анкета
results-about-programme = Программа
results-about-day = Закрыта
results-about-groups = Малые группы
results-about-groups-text = Роль, форма и группа названы только там, где за каждым их сочетанием стоит не меньше пяти человек. Если текстов меньше десяти, их в файле нет.
results-about-rule = Правило
results-about-rule-text = Никто не пытается узнать, кому принадлежат ответы: ни по тексту, ни сопоставляя с другими данными. Узнавший случайно молчит об этом и сообщает куратору. Файл не передают дальше и удаляют, когда работа закончена.

refusal-results-not-yet = Анкета ещё идёт. Итоги появятся, когда она закроется: иначе по разнице между двумя взглядами было бы видно ответ одного человека.
refusal-rows-in-confidence = Ответы на эту анкету видит только психолог. Куратору доступны общие цифры.
refusal-too-few-answers = Ответили меньше пяти человек: файла по такой анкете нет, чтобы никого нельзя было узнать.
