# SWOT-доска: сильные и слабые стороны, возможности и риски программы.

monitoring-go-swot = 🧭 Доска SWOT
swot-title =
    🧭 <b>Доска SWOT</b> · { $programme }
    Что говорят участники и вы: без имён, похожее — вместе.
swot-side-strength = 💪 <b>Сильные стороны</b> · { $n }
swot-side-weakness = 🩹 <b>Слабые стороны</b> · { $n }
swot-side-opportunity = 🌱 <b>Возможности</b> · { $n }
swot-side-threat = ⛈ <b>Риски</b> · { $n }
swot-go-strength = 💪 Сильные стороны
swot-go-weakness = 🩹 Слабые стороны
swot-go-opportunity = 🌱 Возможности
swot-go-threat = ⛈ Риски
swot-entry-line = — { $words }{ $several ->
    [yes] {" "}· { $said ->
        [one] { $said } раз
        [few] { $said } раза
       *[other] { $said } раз
    }
   *[other] {""}
}{ $tagged ->
    [yes] {" "}· { $form }
   *[other] {""}
}
swot-more = … и ещё { $n }
swot-none-strength = Пока пусто. Что в программе удаётся?
swot-none-weakness = Пока пусто. Что внутри программы мешает?
swot-none-opportunity = Пока пусто. Что вокруг может помочь?
swot-none-threat = Пока пусто. Что снаружи может помешать?
swot-collect = 📥 Собрать ответы из анкет ({ $n })
swot-collected = { $entries ->
    [0] Новых записей нет.
    [one] ✓ Добавлена { $entries } запись.
    [few] ✓ Добавлены { $entries } записи.
   *[other] ✓ Добавлено { $entries } записей.
}
swot-too-few = Часть ответов не показана: слов учеников меньше чем от десяти, а взрослых меньше чем от пяти здесь не бывает.
swot-write = ✍️ Добавить свою
swot-go-alike = 🔗 Найти похожие
swot-go-out = 🗑 Убранное ({ $n })
swot-write-strength =
    💪 <b>Сильная сторона</b>
    Напишите одной фразой, без имён.
swot-write-weakness =
    🩹 <b>Слабая сторона</b>
    Напишите одной фразой, без имён.
swot-write-opportunity =
    🌱 <b>Возможность</b>
    Напишите одной фразой, без имён.
swot-write-threat =
    ⛈ <b>Риск</b>
    Напишите одной фразой, без имён.
swot-entry =
    { $side ->
        [strength] 💪 <b>Сильная сторона</b>
        [weakness] 🩹 <b>Слабая сторона</b>
        [opportunity] 🌱 <b>Возможность</b>
       *[threat] ⛈ <b>Риск</b>
    }
    { $words }
    Прозвучало: { $said ->
        [one] { $said } раз
        [few] { $said } раза
       *[other] { $said } раз
    }{ $tagged ->
        [yes] {" "}· форма: { $form }
       *[other] {""}
    }
swot-edit = ✏️ Изменить слова
swot-merge = 🔗 Объединить с другой…
swot-tag = 🏷 Форма…
swot-take-out = 🗑 Убрать с доски
swot-edit-how =
    Сейчас: { $words }
    Напишите по-новому, одной фразой и без имён.
swot-which-form =
    { $words }
    О какой форме наставничества это?
swot-every-form = Обо всех
swot-merge-which =
    { $words }
    Какая запись говорит то же самое? Она станет частью этой.
swot-alike =
    Это об одном и том же?
    — { $one }
    — { $other }
swot-alike-none = Похожих записей больше не видно.
swot-same = Да, объединить
swot-not-same = Нет, это разное
swot-out =
    🗑 <b>Убранное</b>
    Нажмите запись, чтобы вернуть её на доску.
swot-out-none = Здесь пусто.
