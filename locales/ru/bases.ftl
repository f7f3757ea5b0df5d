# Базы участников: списки, карточка, выгрузка, загрузка из таблицы, ввод за участника.

rooms-go-bases = 📇 Базы участников
rooms-go-entering = Внести за участника

bases-title = 📇 <b>Базы участников</b>
bases-not-come = { $count ->
    [one] { $count } человек внесён, но ещё не открыл свою ссылку.
    [few] { $count } человека внесены, но ещё не открыли свои ссылки.
   *[other] { $count } человек внесены, но ещё не открыли свои ссылки.
}
bases-go-mentee = Наставляемые ({ $count })
bases-go-mentor = Наставники ({ $count })
bases-go-alumnus = Выпускники ({ $count })
bases-export = Выгрузить в Excel
bases-import = Загрузить таблицу
bases-links = Ссылки тем, кто не пришёл

bases-list-mentee = 📇 <b>Наставляемые</b> · { $total }
bases-list-mentor = 📇 <b>Наставники</b> · { $total }
bases-list-alumnus = 📇 <b>Выпускники</b> · { $total }
bases-type-name = Чтобы найти человека, напишите часть имени.
bases-sought = Ищем «{ $sought }».
bases-nobody = Никого не нашлось.
bases-show-all = Показать всех
bases-removed = ✓ Запись удалена вместе со ссылкой.
bases-state-invited = ссылка не открыта
bases-state-consent = ещё не согласие
bases-state-form = заполняет анкету
bases-state-guardian = ждём родителя
bases-state-applied = ждёт решения
bases-state-approved = в программе
bases-state-reserve = в резерве
bases-state-declined = отказ
bases-state-withdrawn = согласие отозвано

bases-card = <b>{ $name }</b> · { $role ->
    [mentee] наставляемый
    [mentor] наставник
   *[alumnus] выпускник
}
bases-card-state-invited = Внесено куратором { $since }. Ссылка ещё не открыта, согласия нет.
bases-card-state-consent = Здесь с { $since }, согласия пока нет.
bases-card-state-form = Анкета заполняется.
bases-card-state-guardian = Ждём согласия родителя.
bases-card-state-applied = Анкета ждёт решения.
bases-card-state-approved = ✓ В программе
bases-card-state-reserve = В резерве: пока нет пары.
bases-card-state-declined = В этот раз отказ.
bases-card-state-withdrawn = Согласие отозвано, ответы закрыты.
bases-card-year = Год рождения: { $year }
bases-card-minor = { $agreed ->
    [yes] 🔒 Нет 18 лет · согласие родителя получено
   *[no] 🔒 Нет 18 лет · согласия родителя нет
}
bases-card-reached-bot = Связь: в боте
bases-card-reached-lost = 🔕 Связь: бот остановлен, письма не доходят
bases-card-reached-none = Связь: пока нет
bases-card-reached-paper = Связь: без мессенджера
bases-card-paired = 🤝 В паре: { $partners }
bases-to-decide = Открыть заявку
bases-to-link = Личная ссылка
bases-to-paper = Без мессенджера: согласие на бумаге
bases-to-form = Заполнить анкету
bases-to-remove = Удалить запись…
bases-sure =
    <b>Удалить запись «{ $name }»?</b>
    Имя, ответы и ссылка исчезнут совсем. Вернуть их нельзя, внести заново — можно.
bases-remove = Удалить

bases-personal-link-mentee =
    { $name }, это личное приглашение в программу наставничества «{ $programme }», { $organisation }.
    Откройте ссылку: { $link }
    Она для одного человека и действует до { $until }.
bases-personal-link-mentor =
    { $name }, приглашаем вас наставником в программу «{ $programme }», { $organisation }.
    Откройте личную ссылку: { $link }
    Она для одного человека и действует до { $until }.

bases-contact-bot = в боте
bases-contact-guardian-bot = представитель — в боте
bases-contact-paper = на бумаге
bases-mark-passed = пройдена
bases-file-export = Базы участников
bases-sheet-about = О таблице
bases-about-programme = Программа
bases-about-organisation = Организация
bases-about-day = Дата выгрузки
bases-about-left = Не вошли: нет всех согласий
bases-about-data = Внимание
bases-about-care = Здесь персональные данные: храните файл там, где его увидят только те, кому он нужен.
bases-export-caption =
    Наставляемых: { $mentee }, наставников: { $mentor }. Здесь только те, от кого есть все согласия; ещё без них: { $left }.
    В файле персональные данные: не пересылайте его в чаты.
bases-template-caption = Шаблон: заполните со второй строки и пришлите сюда. Строку с примером можно оставить.
bases-sheet-links = Ссылки
bases-links-name = Имя
bases-links-link = Личная ссылка
bases-links-caption =
    { $count ->
        [one] { $count } личная ссылка
        [few] { $count } личные ссылки
       *[other] { $count } личных ссылок
    }, срок — до { $until }. Раздайте каждому свою: бот сам никому не написал. Прежние ссылки этих людей больше не открываются.
bases-sheet-faults = Ошибки
bases-faults-row = Строка
bases-faults-column = Столбец
bases-faults-why = Что не так
bases-faults-caption = Все строки, которые не получилось прочитать.

base-import-whom =
    📥 <b>Загрузка из таблицы</b>
    Кого вносим?
base-import-role-mentee = Наставляемых
base-import-role-mentor = Наставников
base-import-file-mentee =
    📥 <b>Наставляемые из таблицы</b>
    Пришлите файл Excel или CSV, до { $megabytes } МБ. Столбцы: { $headings }. Обязателен только первый.
    Сначала покажу, что в нём. Без вашей кнопки никто не появится.
base-import-file-mentor =
    📥 <b>Наставники из таблицы</b>
    Пришлите файл Excel или CSV, до { $megabytes } МБ. Столбцы: { $headings }. Обязателен только первый.
    Сначала покажу, что в нём. Без вашей кнопки никто не появится.
base-import-template = Шаблон таблицы
base-import-not-file = Здесь нужен файл с таблицей: прикрепите его скрепкой.
base-import-checked =
    📥 <b>{ $file }</b>
    Строк: { $rows } · новых: { $new } · уже есть: { $doubles } · с ошибками: { $faults }
base-import-doubles = Уже есть, второй раз не внесу:
base-import-double = строка { $row } — { $name }
base-import-double-row = строка { $row } повторяет строку { $earlier }
base-import-more-doubles = …и ещё { $count }
base-import-faults = С ошибками:
base-import-fault = строка { $row }, «{ $column }»: { $why }
base-import-nobody-new = Новых людей здесь нет. Личные ссылки уже внесённым — на экране «Базы участников».
base-import-nothing-sent = Бот никому не напишет сам: каждому нужна личная ссылка и собственное согласие. Таблицу со ссылками пришлю сразу.
base-import-take = { $new ->
    [one] Внести { $new } человека
    [few] Внести { $new } человек
   *[other] Внести { $new } человек
}{ $left_out ->
    [yes] { " " }без ошибок
   *[no] { "" }
}
base-import-all-faults = Все ошибки файлом
base-import-other-file = Другой файл
base-import-progress =
    📥 <b>Вношу</b>
    { $done } из { $total }
    { $bar }
base-import-done-mentee = { $added ->
    [one] ✓ Внесён { $added } наставляемый.
    [few] ✓ Внесены { $added } наставляемых.
   *[other] ✓ Внесены { $added } наставляемых.
} Таблица с личными ссылками — выше. Пока человек не открыл свою ссылку и не согласился, он только строка в базе.
base-import-done-mentor = { $added ->
    [one] ✓ Внесён { $added } наставник.
    [few] ✓ Внесены { $added } наставника.
   *[other] ✓ Внесены { $added } наставников.
} Таблица с личными ссылками — выше. Пока человек не открыл свою ссылку и не согласился, он только строка в базе.
base-import-links-again = Ссылки ещё раз, новые

entering-title =
    ✍️ <b>Внести за участника</b>
    Для тех, кто не пользуется мессенджером. Сначала подписанное согласие, потом анкета.
entering-begun = Начатое можно продолжить.
entering-some-unsaid = { $count ->
    [one] Есть { $count } новость, которую нужно передать словами.
    [few] Есть { $count } новости, которые нужно передать словами.
   *[other] Есть { $count } новостей, которые нужно передать словами.
}
entering-role-mentee = Наставляемого
entering-role-mentor = Наставника
entering-go-on = Продолжить: { $name }
entering-to-unsaid = Передать словами ({ $count })
entering-age = ✍️ <b>Сколько лет участнику?</b>
entering-age-under-14 = Нет 14
entering-age-14-17 = От 14 до 17
entering-age-adult = 18 или больше
entering-who = <b>{ $name }</b>
entering-paper =
    📄 <b>Согласие на бумаге</b>
    { $document }
entering-paper-of = Документ { $number } из { $total }
entering-paper-how = Напишите дату и номер подписанного документа, например: 12.03.2026 № 15. Бумага остаётся у вас.
entering-progress = ✍️ Анкета участника · { $number } из { $total } · { $bar }
    Ответьте со слов участника.
entering-review =
    <b>Проверьте ответы участника</b>
entering-send = Отправить анкету
entering-sent-applied = ✓ { $name }: анкета отправлена и стоит в очереди заявок вместе со всеми.
entering-sent-guardian = ✓ { $name }: анкета сохранена. По году рождения нет 18 лет — нужно согласие родителя; отметьте его в заявке.
entering-another = Внести ещё
entering-unsaid =
    🗣 <b>{ $name }</b> · осталось передать: { $left }
    { $words }
entering-all-said = ✓ Всё передано.
entering-told = ✓ Передано

refusal-file-too-big = Файл больше { $megabytes } МБ. Разделите таблицу на две.
refusal-file-not-table = Не получилось прочитать: это не таблица или файл повреждён. Сохраните его как книгу Excel или CSV и пришлите снова.
refusal-file-locked = Файл под паролем или в старом формате. Сохраните его без пароля как обычную книгу Excel и пришлите снова.
refusal-file-has-macros = В файле есть макросы, такие не принимаю. Сохраните его как обычную книгу Excel, без макросов.
refusal-file-swells = Файл внутри слишком велик или устроен слишком сложно. Скопируйте таблицу в новую книгу и пришлите её.
refusal-too-many-rows = В таблице больше { $most } строк. Разделите её на части.
refusal-headings-missing = Не нашлось столбца «{ $heading }». Проверьте первую строку таблицы или возьмите шаблон.
refusal-nobody-in-file = В таблице нет ни одной заполненной строки.
refusal-cell-missing = Здесь пусто, а без этого не внести.
refusal-cell-not-value = Здесь формула или ошибка. Вставьте само значение.
refusal-link-for-another = Это личная ссылка другого человека. { $tone ->
    [ty] Если она твоя, скажи куратору: ты уже в боте под другим именем.
   *[vy] Если она ваша, скажите куратору: вы уже в боте под другим именем. Ребёнку нужен свой аккаунт, а без мессенджера его внесёт куратор.
}
refusal-already-here = Этот человек уже в программе: убрать его из списка нельзя, он может отозвать согласие.
refusal-paper-not-understood = Нужны дата и номер документа, например: 12.03.2026 № 15. Дата не может быть в будущем.
