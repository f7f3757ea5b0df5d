# Стол куратора: подбор пар и групп. Что получится, сам подбор, карточки, решения, кто остался.

matching-before-title = 🤝 <b>Подбор пар: что получится</b>
matching-before =
    { $mentees ->
        [one] { $mentees } человек ждёт наставника
        [few] { $mentees } человека ждут наставника
       *[other] { $mentees } человек ждут наставника
    }, { $mentors ->
        [one] есть { $mentors } наставник
        [few] есть { $mentors } наставника
       *[other] есть { $mentors } наставников
    }, { $places ->
        [0] свободных мест нет.
        [one] у них { $places } свободное место.
        [few] у них { $places } свободных места.
       *[other] у них { $places } свободных мест.
    }
matching-before-locked = { $locked ->
    [one] 🔒 { $locked } закреплённая пара останется как есть.
    [few] 🔒 { $locked } закреплённые пары останутся как есть.
   *[other] 🔒 { $locked } закреплённых пар останутся как есть.
}
matching-before-blocked = { $blocked ->
    [one] Для { $blocked } человека наставника точно не найдётся:
    [few] Для { $blocked } человек наставника точно не найдётся:
   *[other] Для { $blocked } человек наставника точно не найдётся:
}
matching-rule-count = • { $count } — { $why }
matching-nobody = Все принятые уже с наставниками или смотрят предложение. Примете новую заявку — подберём пару.
matching-no-mentors = { $mentees ->
    [one] { $mentees } человек ждёт, но принятых наставников пока нет.
    [few] { $mentees } человека ждут, но принятых наставников пока нет.
   *[other] { $mentees } человек ждут, но принятых наставников пока нет.
}
matching-nothing-sent = Никто ничего не узнает, пока вы не утвердите.
matching-run = Подобрать
matching-go-blocked = Для кого никого нет ({ $blocked })
matching-go-settings = ⚙️ Настройки подбора
matching-go-runs = Сравнить с прошлым подбором
matching-go-result = ‹ К итогам подбора
matching-blocked = { $blocked ->
    [0] 🤝 Наставник может найтись для каждого.
    [one] 🤝 <b>Никого не найдётся для { $blocked } человека</b>
    [few] 🤝 <b>Никого не найдётся для { $blocked } человек</b>
   *[other] 🤝 <b>Никого не найдётся для { $blocked } человек</b>
}
matching-left-line = { $name }: { $why }

matching-working =
    ⏳ <b>Подбираю пары…</b>
    { $seconds ->
        [0] Проверяю условия и сравниваю варианты.
        [one] Идёт { $seconds } секунду. Можно заниматься другим: результат появится здесь.
        [few] Идёт { $seconds } секунды. Можно заниматься другим: результат появится здесь.
       *[other] Идёт { $seconds } секунд. Можно заниматься другим: результат появится здесь.
    }
matching-stop = Остановить
matching-ready =
    ✓ <b>Подбор готов</b>
    { $said }
matching-see-result = Посмотреть
matching-stopped = Подбор остановлен. Прежние предложения на месте.
matching-interrupted = Подбор прервался: бот перезапускали. Прежние предложения на месте, можно начать снова.
matching-go-back = К подбору пар

matching-title = 🤝 <b>Подбор пар</b> · { $at }
matching-found = { $left ->
    [0] Предложение есть для каждого: { $placed } из { $mentees }.
   *[other] Предложений: { $placed } на { $mentees }. Без предложения: { $left }.
}
matching-quality = { $proved ->
    [yes] Совпадение в среднем { $mean } из 100, самое слабое { $floor }: выше не поднять.
   *[no] Совпадение в среднем { $mean } из 100, самое слабое { $floor }.
}
matching-proved = ✓ Проверено расчётом: лучше распределить нельзя.
matching-within = До лучшего возможного не больше { NUMBER($percent, maximumFractionDigits: 1) } %.
matching-changed = ✍️ После расчёта пары меняли вручную. Расчёт говорил о том, что было до этого.
matching-undone = ↩️ Решение отменено.
matching-blocking = { $pairs ->
    [0] Нет двоих, кто предпочёл бы друг друга своей паре.
    [one] { $pairs } пара людей предпочла бы друг друга тому, что вышло.
    [few] { $pairs } пары людей предпочли бы друг друга тому, что вышло.
   *[other] { $pairs } пар людей предпочли бы друг друга тому, что вышло.
}
matching-decided = Решено: утверждено { $approved }, закреплено { $locked }, исключено { $vetoed }.
matching-not-yet = 🤝 Подбора ещё не было.
matching-look = { $cards ->
    [one] Посмотреть { $cards } карточку
    [few] Посмотреть { $cards } карточки
   *[other] Посмотреть { $cards } карточек
}
matching-go-above = Утвердить сразу несколько…
matching-go-left = Кто остался ({ $left })
matching-go-left-short = ‹ Кто остался
matching-order = 📄 Проект приказа (Word)
matching-again = Подобрать заново
matching-undo = ↩️ Отменить последнее решение

matching-last-approved = { $pairs ->
    [1] ✓ Утверждено: { $mentee } — { $mentor }. Письма уйдут через 5 минут.
    [one] ✓ Утверждена { $pairs } пара. Письма уйдут через 5 минут, пока можно отменить.
    [few] ✓ Утверждены { $pairs } пары. Письма уйдут через 5 минут, пока можно отменить.
   *[other] ✓ Утверждено { $pairs } пар. Письма уйдут через 5 минут, пока можно отменить.
}
matching-last-group = { $pairs ->
    [one] ✓ Утверждена группа: { $mentor } и { $pairs } наставляемый. Письма уйдут через 5 минут, пока можно отменить.
    [few] ✓ Утверждена группа: { $mentor } и { $pairs } наставляемых. Письма уйдут через 5 минут, пока можно отменить.
   *[other] ✓ Утверждена группа: { $mentor } и { $pairs } наставляемых. Письма уйдут через 5 минут, пока можно отменить.
}
matching-last-locked = 🔒 Закреплено: { $mentee } — { $mentor }
matching-last-proposed = Больше не закреплено: { $mentee } — { $mentor }
matching-last-vetoed = ✓ Больше не предложу: { $mentee } — { $mentor }
matching-last-swapped = ✓ Теперь { $mentee } — { $mentor }

matching-place = 🤝 Пара { $number } из { $total } · совпадение { $score } из 100
matching-group-place = 👥 Группа, карточка { $number } из { $total } · в среднем { $score } из 100
matching-pair = <b>{ $mentee } → { $mentor }</b>
matching-form = { $form }
matching-group = { $several ->
    [yes] <b>Наставники: { $mentors }</b>
   *[no] <b>Наставник: { $mentors }</b>
} { $timed ->
    [yes] · { $slot }
   *[no] {""}
}
matching-member = • { $mentee } · { $score } { $why }
matching-plus = + { $words }
matching-minus = − { $words }
matching-other = Ещё подходит { $mentor } · { $score }: { $cost }
matching-cost-unsure = цену для остальных посчитаю, когда выберете
matching-cost-nothing = общий итог не изменится
matching-cost-points = { $points ->
    [one] общий итог станет ниже на { $points } балл
    [few] общий итог станет ниже на { $points } балла
   *[other] общий итог станет ниже на { $points } баллов
}
matching-cost-people = { $people ->
    [one] { $people } человек останется без наставника
    [few] { $people } человека останутся без наставника
   *[other] { $people } человек останутся без наставника
}
matching-by-hand = { $reasoned ->
    [yes] ✍️ Выбрано вами: { $note }
   *[no] ✍️ Выбрано вами.
}
matching-locked = 🔒 Закреплено: при новом подборе останется.
matching-all-done = 🤝 Больше карточек нет: все решены.
matching-approve = Утвердить
matching-others = { $others ->
    [0] Другой наставник…
   *[other] Другие варианты ({ $others })
}
matching-member-other = Другой наставник для одного…
matching-member-ask = 👥 <b>{ $mentor }</b>: кому из группы нужен другой наставник?
matching-lock = 🔒 Закрепить
matching-unlock = Открепить
matching-veto = { $group ->
    [yes] Не эта группа…
   *[no] Не эта пара…
}
matching-go-cards = ‹ К карточкам

matching-veto-ask =
    🤝 <b>{ $mentee } — { $mentor }</b>: больше не предлагать?
    Почему? Выберите или напишите своими словами — увидит только команда программы.
matching-veto-quarrel = Не ладят между собой
matching-veto-known = Уже знакомы, нужен новый человек
matching-veto-asked = Попросили не ставить вместе

matching-variants =
    🤝 <b>{ $mentee }</b> · кто ещё подходит
    Сейчас: { $mentor } · { $score }
matching-variant = { $mentor } · { $score }
matching-no-variants = Других подходящих наставников нет: у остальных нет мест или не совпадают условия.
matching-choose-any = Выбрать из всех наставников…
matching-choose =
    🤝 <b>{ $mentee }</b> · все наставники
    Нажмите, чтобы увидеть, что изменится для остальных.
matching-choice = { $mentor } · { $score } · { $places ->
    [0] мест нет
    [one] { $places } место
    [few] { $places } места
   *[other] { $places } мест
}
matching-choice-soft = { $mentor } · { $score } · нужна причина: { $why }
matching-choice-hard = <s>{ $mentor }</s> · нельзя: { $why }
matching-choice-now = <b>{ $mentor }</b> · { $score } · предложен сейчас
matching-choose-other = ‹ Другой наставник

matching-swap-title = 🔁 <b>Что изменится</b>
matching-swap-asked = <b>{ $mentee }</b>: будет { $after } · { $is }, сейчас { $before } · { $was }
matching-swap-asked-new = <b>{ $mentee }</b>: будет { $after } · { $is }, сейчас никого
matching-swap-asked-left = <b>{ $mentee }</b>: без наставника
matching-swap-joins = Это группа: в ней { $people ->
        [one] станет { $people } человек.
        [few] станет { $people } человека.
       *[other] станет { $people } человек.
    } Группа закрепится целиком.
matching-swap-stays = В прежней группе { $people ->
        [one] останется { $people } человек.
        [few] останется { $people } человека.
       *[other] останется { $people } человек.
    }
matching-swap-others = { $count ->
    [one] Изменится ещё у { $count } человека:
    [few] Изменится ещё у { $count } человек:
   *[other] Изменится ещё у { $count } человек:
}
matching-swap-moved = • { $mentee }: будет { $after } · { $is }, сейчас { $before } · { $was }
matching-swap-moved-new = • { $mentee }: появится наставник { $after } · { $is }
matching-swap-moved-left = • { $mentee }: останется без наставника, сейчас { $before } · { $was }
matching-swap-more = { $count ->
    [one] …и ещё { $count } человек
    [few] …и ещё { $count } человека
   *[other] …и ещё { $count } человек
}
matching-swap-nobody = У остальных ничего не изменится.
matching-swap-fewer = { $people ->
    [one] ⚠️ Без наставника останется на { $people } человека больше.
    [few] ⚠️ Без наставника останется на { $people } человека больше.
   *[other] ⚠️ Без наставника останется на { $people } человек больше.
}
matching-swap-lost = { $points ->
    [one] В сумме совпадение станет меньше на { $points } балл.
    [few] В сумме совпадение станет меньше на { $points } балла.
   *[other] В сумме совпадение станет меньше на { $points } баллов.
}
matching-swap-reason =
    По условиям так не предлагают: { $why }.
    Напишите сообщением, почему всё-таки стоит: причина сохранится.
matching-swap-do = Так и сделать

matching-above = 🤝 <b>Утвердить сразу все пары с совпадением от…</b>
matching-above-none = 🤝 Пар с совпадением от { $least } сейчас нет: решите по одной.
matching-above-score = { $pairs ->
    [one] от { $score } · { $pairs } пара
    [few] от { $score } · { $pairs } пары
   *[other] от { $score } · { $pairs } пар
}
matching-above-sure =
    🤝 <b>Что будет: совпадение от { $score }</b>
    { $pairs ->
        [0] Таких пар больше нет.
        [one] { $pairs } предложение, письмо получат { $letters } человека.
        [few] { $pairs } предложения, письма получат { $letters ->
            [one] { $letters } человек
            [few] { $letters } человека
           *[other] { $letters } человек
        }.
       *[other] { $pairs } предложений, письма получат { $letters ->
            [one] { $letters } человек
            [few] { $letters } человека
           *[other] { $letters } человек
        }.
    }
matching-above-minors = { $minors ->
    [one] Среди них { $minors } несовершеннолетний: пару утверждаете вы лично.
    [few] Среди них { $minors } несовершеннолетних: пары утверждаете вы лично.
   *[other] Среди них { $minors } несовершеннолетних: пары утверждаете вы лично.
}
matching-above-grace = Письма уйдут через 5 минут. До этого всё можно отменить одной кнопкой.
matching-above-do = { $pairs ->
    [one] Утвердить { $pairs } пару
    [few] Утвердить { $pairs } пары
   *[other] Утвердить { $pairs } пар
}

matching-left = { $left ->
    [0] 🤝 Предложение есть для каждого.
    [one] 🤝 <b>Пока без предложения: { $left } человек</b>
    [few] 🤝 <b>Пока без предложения: { $left } человека</b>
   *[other] 🤝 <b>Пока без предложения: { $left } человек</b>
}
matching-left-days = • { $name } · { $days ->
    [0] ждёт с сегодняшнего дня
    [one] ждёт { $days } день
    [few] ждёт { $days } дня
   *[other] ждёт { $days } дней
}: { $why }
matching-left-choose = Выбрать вручную: { $name }
matching-wanted-title = <b>Что помогло бы больше всего</b>
matching-wanted = { $count ->
    [one] ещё { $count } место у наставника: { $what }
    [few] ещё { $count } места у наставников: { $what }
   *[other] ещё { $count } мест у наставников: { $what }
}

matching-runs = 🤝 <b>С каким подбором сравнить?</b>
matching-runs-none = 🤝 Сравнивать пока не с чем: подбор был один.
matching-run-line = { $at } · { $placed ->
    [one] { $placed } пара
    [few] { $placed } пары
   *[other] { $placed } пар
}
matching-compare =
    🤝 <b>Два подбора</b>
    { $before } → { $after }
matching-compare-placed = Пар: { $before } → { $after }
matching-compare-total = Совпадение в сумме: { $before } → { $after }
matching-compare-floor = Самое слабое: { $before } → { $after }
matching-compare-changed = { $changed ->
    [0] Ни у кого ничего не изменилось.
    [one] Изменилось у { $changed } человека:
    [few] Изменилось у { $changed } человек:
   *[other] Изменилось у { $changed } человек:
}
matching-change = • { $mentee }: { $before } → { $after }
matching-change-new = • { $mentee }: появится наставник { $after }
matching-change-left = • { $mentee }: без наставника, был вариант { $before }

matching-order-caption = { $pairs ->
    [one] Проект приказа: { $pairs } пара.
    [few] Проект приказа: { $pairs } пары.
   *[other] Проект приказа: { $pairs } пар.
} { $waiting ->
    [0] Обе стороны везде согласны.
   *[other] Звёздочкой отмечены те, кто ещё не ответил: { $waiting }.
} Проверьте реквизиты и сроки перед подписанием.

matching-settings-title = ⚙️ <b>Настройки подбора</b>
matching-set-weight = • { $part }: { $weight }
matching-set-rules = { $off ->
    [0] • Все правила действуют
    [one] • Отключено { $off } правило
    [few] • Отключено { $off } правила
   *[other] • Отключено { $off } правил
}
matching-set-fair = { $fair ->
    [yes] • Сначала поднимаем самые слабые пары, потом общую сумму
   *[no] • Важна общая сумма
}
matching-set-groups = { $forms ->
    [0] • Все встречаются парами
    [one] • Группами встречаются в { $forms } форме
    [few] • Группами встречаются в { $forms } формах
   *[other] • Группами встречаются в { $forms } формах
}
matching-set-next-best = { $on ->
    [yes] • После отказа следующий вариант уходит сам; несовершеннолетним — только после вашего решения
   *[no] • После отказа ничего не уходит само
}
matching-set-round = • Следующий подбор: { $on }
matching-set-no-round = • Дата следующего подбора не назначена
matching-go-weights = Что насколько важно
matching-go-rules = Правила
matching-go-best = Что считать лучшим
matching-go-groups = Группы
matching-go-round = Дата следующего подбора
matching-switch-next-best = { $on ->
    [yes] ☑ Следующий вариант уходит сам
   *[no] ☐ Следующий вариант уходит сам
}
matching-part-competence = Запрос и умения
matching-part-words = Совпадение своими словами
matching-part-wish = Взаимные пожелания
matching-part-slot = Общее время
matching-part-format = Очно или онлайн
matching-part-interest = Общие интересы
matching-part-ages = Возраст, удобный наставнику
matching-part-mentor = Каким хотят наставника
matching-part-waiting = Кто дольше ждёт
matching-part-room = Поровну между наставниками
matching-holds-rule-younger-mentor = Наставник не младше
matching-holds-rule-language = Есть общий язык
matching-holds-rule-tried-before = Не повторять пары, что не сложились
matching-holds-rule-no-shared-format = Совпадает «очно или онлайн»
matching-holds-rule-no-shared-slot = Есть общее свободное время
matching-holds-rule-childs-class = Не из класса своего ребёнка
matching-holds-rule-taught = Не учитель своего класса
matching-weights =
    ⚙️ <b>Что насколько важно</b>
    Нажмите, чтобы изменить.
matching-part-weight = { $part } · { $weight }
matching-weight-ask = ⚙️ <b>{ $part }</b>: насколько это важно?
matching-weight-choice = { $on ->
    [yes] ● { $weight }
   *[no] ○ { $weight }
}
matching-weight-must = обязательно
matching-weight-high = очень важно
matching-weight-normal = важно
matching-weight-low = немного
matching-weight-off = не учитывать
matching-rules =
    ⚙️ <b>Правила</b>
    Отмеченное правило не нарушается никогда. Правила безопасности отключить нельзя.
matching-switch = { $on ->
    [yes] ☑ { $what }
   *[no] ☐ { $what }
}
matching-best =
    ⚙️ <b>Что считать лучшим</b>
    Сначала — чтобы наставник нашёлся для как можно большего числа людей. Остальное выбираете вы. Если пожелания прежде всего, без наставника может остаться больше людей.
matching-best-fair = Поднять самые слабые пары
matching-best-keep = Не менять прежние предложения зря
matching-stability-0 = Взаимные желания: как обычно
matching-stability-1 = Взаимные желания: важнее
matching-stability-2 = Взаимные желания: намного важнее
matching-stability-3 = Взаимные желания прежде всего остального
matching-groups =
    ⚙️ <b>Группы</b>
    В отмеченных формах один наставник встречается с группой от { $smallest } до { $largest } человек в общее время.
matching-go-size = Сколько человек в группе
matching-size-ask = ⚙️ <b>Сколько человек в группе?</b> Можно от { $least } до { $most }.
matching-size = { $on ->
    [yes] ● от { $least } до { $most }
   *[no] ○ от { $least } до { $most }
}
matching-round = ⚙️ <b>Когда следующий подбор?</b> Эту дату увидят все, для кого наставник пока не нашёлся.
matching-round-none = Пока неизвестно

refusal-decided-meanwhile = Пока шёл подбор, другой куратор продолжал решать. Попробуйте ещё раз чуть позже.
refusal-too-late-to-undo = Отменить уже нельзя: письма ушли или кто-то ответил. Предложение можно отозвать в карточке пары.
refusal-why-missing = Напишите, пожалуйста, почему: это пригодится тому, кто вернётся к этой паре.
refusal-round-in-the-past = Этот день уже прошёл. Выберите дату впереди.
refusal-nobody-to-assign = Пока не утверждено ни одной пары: приказ был бы пустым.
