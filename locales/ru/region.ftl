# Региональный координатор: картина, организации, напоминания, сводка раз в месяц; страница руководителя.

region-title = 📊 <b>Картина по региону</b>{ $counted ->
    [yes] {" "}· на { $on }
   *[no] {""}
}
region-waits = Цифры ещё считаются, первые появятся в течение часа.
region-standing =
    Организаций: { $organisations }, куратор есть в { $curators }
    Дорожных карт согласовано: { $maps } из { $programmes }
region-share = { $title }: <b>{ NUMBER($share) } %</b> ({ $number } из { $whole }){ $aims ->
    [yes] , цель { $target } %
   *[no] {""}
}
region-share-none = { $title }: { $known ->
    [yes] …
   *[no] пока нет
}
region-answers = Ответили на опросы
region-people = В боте: наставляемых { $mentees } · наставников { $mentors } · пар { $pairs }
region-form = · { $form }: { $pairs }
region-go-forms = 🧩 По формам
region-forms = 🧩 <b>По формам наставничества</b>{ $counted ->
    [yes] {" "}· на { $on }
   *[no] {""}
}
region-forms-title = <b>{ $title }</b>
region-form-share = · { $form }: { NUMBER($share) } % ({ $number } из { $whole })
region-forms-how =
    Охват: доля от всех обучающихся. Каждый человек один раз, по форме той пары, которая началась раньше.{ $glad ->
        [yes] {"\u000A"}Удовлетворённость: доля от ответивших в этой форме.
       *[no] {""}
    }
    Сумма по формам может быть меньше итога: часть людей пока не разложена, а в анонимных опросах форма неизвестна.
region-digest-form = { $form }: { NUMBER($share) } %
region-sheet-forms = По формам
region-column-form-share = { $title } · { $form }, %
region-column-form-number = { $title } · { $form }: сколько
region-column-form-whole = { $title } · { $form }: из скольких
region-behind = <b>Отстают: { $n }</b>
region-count = · { $what }: { $n }
region-hidden = <i>«…» — людей меньше { $least } или число выдало бы соседнее. Числа людей в организации меняются шагами не меньше { $least }: 0 — это «никого или меньше { $least }».</i>
region-go-list = 🏫 Организации
region-go-remind = ✉️ Напомнить отстающим ({ $n })
region-go-picture = 🖼 Картинкой
region-go-table = 📄 Таблицей
region-go-years = 📅 Сравнить годы

region-lag-curator = нет куратора
region-lag-programme = нет действующей программы
region-lag-road-map = не согласована дорожная карта
region-lag-late = просрочены дела дорожной карты
region-lag-numbers = не внесена численность обучающихся
region-lag-waves = не было опросов в этом учебном году
region-lag-coverage = охват ниже цели
region-all-well = всё в порядке
region-not-counted = ещё не посчитано

region-list = { $looks ->
    [yes] 🏫 <b>Найдено: { $n }</b> · «{ $words }»
   *[no] 🏫 <b>Организации: { $n }</b>
}{ $counted ->
    [yes] {" "}· на { $on }
   *[no] {""}
}
region-house = { $behind ->
    [yes] 🟡
   *[no] 🟢
} <b>{ $organisation }</b>: { $lags }{ $reminded ->
    [yes] {" "}· ✉️ { $day }
   *[no] {""}
}
region-nothing = Такой организации нет. Попробуйте часть названия.
region-look-for = Чтобы найти организацию, напишите часть её названия.
region-all = Показать все

region-card = 🏫 <b>{ $organisation }</b>{ $counted ->
    [yes] {" "}· на { $on }
   *[no] {""}
}
region-card-lags = { $behind ->
    [yes] 🟡 Отстаёт: { $lags }
   *[no] 🟢 Всё в порядке
}
region-card-team = Куратор { $curator ->
    [yes] есть
   *[no] не назначен
} · руководитель { $head ->
    [yes] подключён
   *[no] не подключён
}
region-card-road-map = { $programmes ->
    [0] Действующих программ нет
   *[other] Программ: { $programmes } · дорожных карт составлено { $drawn }, согласовано { $agreed }{ $late ->
        [0] {""}
       *[other] , просрочено дел: { $late }
    }
}
region-card-people = В боте: наставляемых { $mentees } · наставников { $mentors } · пар { $pairs }
region-card-waves = Опросов в этом учебном году: { $waves }{ $open ->
    [0] {""}
   *[other] , идёт сейчас: { $open }
}
region-reminded = ✉️ Напоминание: { $when }, { $by } · { $letters ->
    [one] { $letters } человеку
    [few] { $letters } людям
   *[many] { $letters } людям
}
region-go-remind-one = ✉️ Напомнить

region-remind =
    ✉️ <b>{ $organisation }</b>
    Кому: кураторы и руководитель, { $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }

    «Региональный координатор просит обратить внимание: { $lags }».

    Придёт с ближайшим сообщением дня. Снова напомнить можно через { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }.
region-remind-send = Отправить напоминание
region-remind-all = ✉️ <b>Напомнить отстающим: { $n ->
    [one] { $n } организация
    [few] { $n } организации
   *[many] { $n } организаций
}</b>
    Каждый куратор и руководитель прочитает только о своей организации. Всего писем: { $people }.
region-remind-line = 🏫 { $organisation }: { $lags }
region-remind-more = и ещё { $more ->
    [one] { $more } организация
    [few] { $more } организации
   *[many] { $more } организаций
}
region-remind-none = Сейчас напоминать некому.
region-remind-lately = Уже напоминали за последние { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}: { $n }. Им сейчас не пишем.
region-remind-nobody = Писать некому, нет ни куратора, ни руководителя: { $n }. Тут поможет звонок.
region-remind-all-send = Отправить ({ $n })
region-remind-done = { $people ->
    [0] Напоминать уже некому
    [one] ✓ Отправлено { $people } человеку
    [few] ✓ Отправлено { $people } людям
   *[many] ✓ Отправлено { $people } людям
}
refusal-reminded-lately = Этой организации уже напоминали: снова можно через { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
} после прошлого письма.
refusal-nobody-to-remind = Писать некому: нет ни куратора, ни руководителя. Тут поможет звонок.
refusal-nothing-behind = Организация уже ни в чём не отстаёт, напоминать не о чем.

region-years = 📅 <b>По учебным годам</b>, к одному и тому же месяцу
region-year =
    <b>{ $year }</b> · на { $on }
    Организаций: { $organisations } · пар: { $pairs }
region-years-single = Прошлых лет в этом боте пока нет: сравнение появится через год.

region-picture-line = Организации с наименьшим охватом: { $shown } из { $n } · на { $on }
region-picture-bar = { $organisation } — { $number } из { $whole }
region-picture-share = { NUMBER($share) } %
region-picture-footer = Черта — цель { $target } %, светлее — ниже цели. Без столбика организаций: { $hidden } (нет численности или слишком мало людей)
region-picture-caption = 📊 Охват по организациям на { $on }
region-table-name = Регион { $on }
region-table-caption = 📄 Все организации одной таблицей, на { $on }
region-sheet = Организации
region-sheet-about = Как читать
region-sum = Весь регион
region-yes = да
region-no = нет
region-column-organisation = Организация
region-column-on = Посчитано
region-column-behind = В чём отстаёт
region-column-curator = Куратор назначен
region-column-head = Руководитель подключён
region-column-programmes = Программ
region-column-agreed = Дорожных карт согласовано
region-column-late = Просрочено дел
region-column-mentees = Наставляемых
region-column-mentors = Наставников
region-column-pairs = Пар
region-column-form = Пар: { $form }
region-column-share = { $title }, %
region-column-number = { $title }: сколько
region-column-whole = { $title }: из скольких
region-column-waves = Опросов за год
region-column-reminded = Напоминание
region-about-day = Посчитано на { $on }, организаций: { $n }.
region-about-rule = Людей меньше { $least } не показываем: вместо числа стоит «…». Иногда скрыто и соседнее число, чтобы первое нельзя было вычесть.
region-about-change = Число людей меняется, когда разница с показанным раньше — хотя бы { $least }: так две таблицы разных дней не расскажут об одном человеке.
region-about-date = Охват, опросы и удовлетворённость — с 1 сентября по день подсчёта; пары, наставляемые и наставники — на этот день.
region-about-coverage = Охват: обучающиеся, чья пара работала хотя бы день и хотя бы раз встретилась, из всех обучающихся. Каждый человек один раз.
region-about-forms = По формам: каждый человек один раз, по форме пары, которая началась раньше. Сумма по формам может быть меньше итога.
region-about-behind = Организации стоят по порядку: сначала те, у кого не хватает самого важного, среди равных — с меньшим охватом.

button-open-region = 📊 Картина по региону
letter-region-digest =
    📊 <b>Регион за месяц</b> · на { $on }
    Организаций: { $houses }, отстают: { $behind }
    { $known ->
        [yes] Охват: <b>{ NUMBER($share) } %</b> ({ $number } из { $whole }), цель { $target } %{ $direction ->
            [more] {" "}· за месяц +{ NUMBER($change) }
            [fewer] {" "}· за месяц −{ NUMBER($change) }
            [same] {" "}· за месяц без изменений
           *[none] {""}
        }
       *[no] Охвата пока нет: людей слишком мало или не внесена численность
    }{ $divided ->
        [yes] {"\u000A"}По формам: { $forms }
       *[no] {""}
    }

    Нет куратора: { $curator } · нет программы: { $programme }
    Карта не согласована: { $road-map } · просрочены дела: { $late }
    Нет численности: { $numbers } · нет опросов: { $waves } · охват ниже цели: { $coverage }

    { $behind ->
        [0] Никто не отстаёт 👏
       *[other] Сначала: { $first }{ $more ->
            [0] {""}
           *[other] {" "}и ещё { $more }
        }
    }
letter-region-reminder = { $named ->
    [yes] ✉️ <b>{ $organisation }</b>. Региональный координатор ({ $by }) просит обратить внимание:
   *[no] ✉️ <b>{ $organisation }</b>. Региональный координатор просит обратить внимание:
}
    { $lags }.
    Когда всё будет готово, отвечать не нужно: координатор увидит сам.

head-title =
    🏫 <b>{ $organisation }</b>
    Цифры с { $starts } по { $on }
head-curators = { $n ->
    [0] Куратора пока нет
    [1] Куратор: { $names }
   *[other] Кураторы: { $names }
}
head-idle = Действующих программ сейчас нет.
head-programme = <b>«{ $name }»</b>, с { $starts } по { $ends }
head-road-map = { $drawn ->
    [yes] 🗺 Дорожная карта: { $done } из { $lines } готово, { $agreed ->
        [yes] согласована { $day }
       *[no] ещё не согласована
    }
   *[no] 🗺 Дорожной карты пока нет
}
head-late = 🔴 { $title } — срок был { $day }
head-more-late = и ещё просрочено: { $more }
head-wave = 📝 { $title }: { $hidden ->
    [yes] {""}
   *[no] ответили { $finished } из { $planned }, {""}
}{ $open ->
    [yes] идёт сейчас
   *[no] завершён
}
head-reminded = ✉️ Региональный координатор напоминал { $day }
