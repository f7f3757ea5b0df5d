# Показатели: доли, цели и числа, которые знает только организация.

monitoring-go-indicators = 📈 Показатели
indicators-title =
    📈 <b>Показатели</b> · { $organisation }
    Вся организация, с { $starts } по { $on }
indicators-line = { $place }. { $title }: <b>{ NUMBER($share) } %</b> ({ $number } из { $whole }){ $standing ->
    [reached] {" "}· ✓ цель { $target } % достигнута
    [behind] {" "}· ниже цели { $target } %
   *[none] {""}
}
indicators-line-none = { $place }. { $title }: { $why }
indicators-lacks = нужно число: { $what }
indicators-hidden = меньше 5 человек, поэтому скрыто
indicators-missing-nobody-asked = такой анкеты ещё не было
indicators-missing-too-few = ответов пока { $n }, нужно хотя бы 5
indicators-missing-does-not-fit = числа не сходятся: часть больше целого

indicators-picture = 🖼 Картинкой
indicators-go-numbers = 🔢 Внести численность
indicators-caption = 📈 Показатели · { $organisation } · { $on }

indicators-card = 📈 <b>{ $title }</b>
indicators-share = <b>{ NUMBER($share) } %</b> — { $number } из { $whole }, на { $on }
indicators-no-share = Пока без цифры: { $why }
indicators-target = Цель на { $year } год — { $target } %{ $standing ->
    [reached] : ✓ достигнута
    [behind] : пока ниже
   *[none] {""}
}{ $old ->
    [yes] . На годы после неё цель не назначена
   *[other] {""}
} ({ $source })
indicators-numerator = Считаем: { $what }{ $known ->
    [yes] {" "}— { $number }{ $besides ->
        [0] {""}
       *[other] , из них без бота { $besides }
    }
   *[other] {""}
}
indicators-left = Из них ушли раньше срока: { $n }
indicators-names = Это { $names }
indicators-denominator = Из чего: { $what }{ $known ->
    [yes] {" "}— { $number }
   *[other] {""}
}
indicators-rule-people = Каждый человек один раз: пара работала хотя бы день и хотя бы раз встретилась, согласие действует.
indicators-rule-workplaces = Место работы наставников, чьи пары работали и встречались; одно предприятие — один раз.
indicators-satisfied = Довольны те, у кого средняя оценка не ниже { $least } из 10 и кто рад участвовать.
indicators-answered = Ответили { $n } из { $invited } приглашённых — { NUMBER($rate) } %.

indicators-said = ✓ { $what }: { $number } на { $on }{ $named ->
    [yes] {" "}({ $who })
   *[other] {""}
}
indicators-before = раньше: { $number } на { $on }
indicators-unsaid = ○ { $what }: ещё не внесено
indicators-enter = 🔢 { $what }

indicators-numbers =
    🔢 <b>Численность</b>
    Это знает только организация. Прежние числа остаются в истории.
indicators-number =
    🔢 <b>{ $what }</b>
    Сколько? Напишите числом.
indicators-day =
    🔢 <b>{ $what }</b>: { $number }
    На какой день это число?

indicators-picture-title = Показатели и цели
indicators-picture-none = { $title }: { $why }
indicators-picture-bar = { $title }: { $number } из { $whole }{ $standing ->
    [reached] , цель { $target} % достигнута
    [behind] , цель { $target} %
   *[none] {""}
}
indicators-picture-share = { NUMBER($share) } %
indicators-picture-footer = Чёрточка на полосе — цель, бледная полоса ниже неё. Каждый человек считается один раз.

digest-indicators = 📈 { $behind ->
    [0] Показатели
    [one] { $behind } показатель ниже цели
    [few] { $behind } показателя ниже цели
   *[other] { $behind } показателей ниже цели
}{ $unsaid ->
    [0] {""}
    [one] {" "}· { $unsaid } ждёт ваших чисел
    [few] {" "}· { $unsaid } ждут ваших чисел
   *[other] {" "}· { $unsaid } ждут ваших чисел
}
