# План пары и её дневник.

plan-title = 🎯 <b>План: { $partner } и { $tone ->
        [ty] ты
       *[vy] вы
    }</b>
plan-empty = Целей пока нет. Хватит одной: что изменится, как это увидеть и к какому дню. План видят оба.
plan-goal = { $bar } { $progress } % · { $title }
    { $late ->
        [yes] 🟡 срок прошёл: { $day }
       *[no] срок: { $day }
    }
plan-goal-reached = ✅ { $title }
plan-next-step = → { $words } · { $late ->
        [yes] нужно было к { $day }
       *[no] до { $day }
    }
plan-open-goal = 🎯 { $title }
plan-first-goal = Поставить первую цель
plan-another-goal = Поставить ещё одну цель
plan-to-diary = 📖 Дневник

plan-card = 🎯 <b>{ $title }</b>
    { $bar } { $progress } %
plan-card-measure = Получилось, если: { $measure }
    { $late ->
        [yes] 🟡 Срок прошёл: { $day }
       *[no] Срок: { $day }
    }
plan-step = { $mark ->
        [done] ✅ { $words }
        [late] 🟡 { $words } · было до { $day }
       *[ahead] ▫️ { $words } · до { $day }
    }
plan-tick = ✓ Сделано: { $words }
plan-progress = Отметить, сколько пройдено
plan-add-step = Добавить шаг
plan-change = Изменить цель…

plan-ask-progress =
    🎯 <b>{ $title }</b>
    Сколько уже пройдено? Сейчас { $bar } { $progress } %. Получилось, если: { $measure }
    Можно написать число от 0 до 100.
plan-percent = { $progress } %

plan-ask-title = { $tone ->
        [ty] 🎯 <b>Новая цель · 1 из 3</b>
            Чего хочется добиться? Что-то одно, своё и по силам. Выбери или напиши своими словами.
       *[vy] 🎯 <b>Новая цель · 1 из 3</b>
            Чего хочется добиться? Что-то одно, понятное и по силам. Выберите или напишите своими словами.
    }
plan-ask-measure = { $tone ->
        [ty] 🎯 <b>{ $title } · 2 из 3</b>
            Как вы оба увидите, что получилось? Лучше с числом или делом, которое видно. Напиши.
       *[vy] 🎯 <b>{ $title } · 2 из 3</b>
            Как вы оба увидите, что получилось? Лучше с числом или делом, которое видно. Напишите.
    }
plan-ask-day =
    🎯 <b>{ $title } · 3 из 3</b>
    К какому дню? В этот день я напомню обоим.
plan-ask-step = { $first ->
        [yes] ✓ Цель записана: { $title }
            { $tone ->
                [ty] С чего начать? Напиши маленький шаг, который можно сделать до встречи.
               *[vy] С чего начать? Напишите маленький шаг, который можно сделать до встречи.
            }
       *[no] 🎯 <b>{ $title }</b>
            { $tone ->
                [ty] Какой следующий шаг? Напиши коротко.
               *[vy] Какой следующий шаг? Напишите коротко.
            }
    }
plan-no-step = Пока без шагов
plan-ask-step-day = ▫️ <b>{ $title }</b>
    К какому дню?

plan-change-title = 🎯 <b>{ $title }</b>
    Что изменить?
plan-remove-step = Убрать шаг: { $words }
plan-new-title = Другие слова
plan-new-measure = Как увидим результат
plan-new-day = Другой срок
plan-drop = Убрать цель…
plan-ask-new-title = { $tone ->
        [ty] Сейчас: «{ $title }». Напиши, как назвать цель.
       *[vy] Сейчас: «{ $title }». Напишите, как назвать цель.
    }
plan-ask-new-measure = { $tone ->
        [ty] 🎯 <b>{ $title }</b>
            Сейчас: «{ $measure }». Напиши, как вы увидите, что получилось.
       *[vy] 🎯 <b>{ $title }</b>
            Сейчас: «{ $measure }». Напишите, как вы увидите, что получилось.
    }
plan-ask-new-day = 🎯 <b>{ $title }</b>
    На какой день перенести срок?
plan-sure-drop = Убрать из плана цель «{ $title }» вместе с шагами? В плане её больше не увидит никто.
plan-drop-yes = Убрать цель
plan-drop-no = Оставить

diary-title-mine = 📖 <b>Дневник: { $partner }</b>
diary-title-team = 📖 <b>{ $mentee } — { $mentor }</b>
    Всё, что видят оба. Личных заметок здесь нет.
diary-next = 📅 Следующая встреча: { $next }
diary-held = { $held ->
        [0] Встреч пока не было
        [one] Прошла { $held } встреча
        [few] Прошло { $held } встречи
       *[other] Прошло { $held } встреч
    }
diary-meeting-held = • { $at } · { $kind }
diary-next-step = → { $step }
diary-meeting-moved = • { $at } · { $kind } — перенесли
diary-meeting-not-held = • { $at } · { $kind } — не было
diary-meeting-disputed = • { $at } · { $kind } — сказали по-разному
diary-note = 📝 { $words }
    { $by }, { $day }
diary-note-private = { $tone ->
        [ty] 🔒 { $words }
            только для тебя, { $day }
       *[vy] 🔒 { $words }
            только для вас, { $day }
    }
diary-to-offer = 📅 Предложить встречу
diary-to-past = ⏱ Записать прошедшую встречу
diary-to-plan = 🎯 План
diary-to-notes = 📝 Заметки
diary-to-talk = 💬 Куратору о паре
diary-to-goodbye = 👋 Завершение
diary-notes-title = 📝 <b>Заметки</b>
diary-notes-empty = Пока пусто.
diary-write = Записать
diary-remove-one = Убрать заметку…
diary-remove = { $words }
diary-ask = { $tone ->
        [ty] Напиши заметку. Потом спрошу, для кого она.
       *[vy] Напишите заметку. Потом спрошу, для кого она.
    }
diary-for-whom = 📝 { $words }

    Для кого эта заметка?
diary-for-both = Для нас двоих и куратора
diary-for-private = 🔒 Только для меня
diary-remove-which = Какую заметку убрать?

letter-plan-changed = 🎯 { $partner }: новое в вашем общем плане. Сейчас в нём: { $goals }.
letter-plan-due = 🎯 На сегодня в плане: { $what }. Вместе работают: { $partner } и { $tone ->
        [ty] ты
       *[vy] вы
    }.
letter-goal-reached = ✅ { $partner }: цель «{ $goal }» достигнута. Поздравляю вас обоих!
button-open-plan = 🎯 Открыть план
button-tick-step = ✓ Сделано
receipt-step-done = ✅ Сделано: { $words }

refusal-day-is-over = Этот день уже прошёл. Нужен сегодняшний или другой день впереди.
refusal-goals-enough = В плане уже { $most } цели, больше сразу не удержать. Сначала доведите одну до конца или уберите.
refusal-steps-enough = Шагов, которые ещё не сделаны, уже { $most }. Сначала отметьте сделанное или уберите лишнее.
refusal-not-percent = Нужно число от 0 до 100, например 40.
menu-go-diary = 📖 { $partner }: план и дневник
pairs-open-diary = 📖 Дневник пары
