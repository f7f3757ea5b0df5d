# Динамика: что посчитали на входе в программу и на выходе, по формам.

dynamics-go = 📉 Динамика: на входе и на выходе
dynamics-forms =
    📉 <b>Динамика</b>
    Что изменилось у участников за программу: числа на входе и на выходе по каждой форме.
dynamics-form = { $form } · { $counted } из { $outcomes }
dynamics-title = 📉 <b>Динамика</b> · { $form }
dynamics-line = { $place }. { $title }: { $before } → { $after }{ $verdict ->
    [better] {" "}· ✓ лучше
    [worse] {" "}· хуже
    [same] {" "}· без изменений
   *[none] {""}
}
dynamics-not-yet = ещё нет
dynamics-counted = { $number } из { $of }
dynamics-card =
    📉 <b>{ $title }</b>
    { $form }
dynamics-in-unsaid = На входе: ещё не внесено
dynamics-out-unsaid = На выходе: ещё не внесено
dynamics-in-said = На входе: <b>{ $number } из { $of }</b>{ $known ->
    [yes] {" "}({ NUMBER($share) } %)
   *[other] {""}
}, { $on }{ $named ->
    [yes] {" "}· { $who }
   *[other] {""}
}
dynamics-out-said = На выходе: <b>{ $number } из { $of }</b>{ $known ->
    [yes] {" "}({ NUMBER($share) } %)
   *[other] {""}
}, { $on }{ $named ->
    [yes] {" "}· { $who }
   *[other] {""}
}
dynamics-difference = { $direction ->
    [more] Больше на { NUMBER($points) } { $points ->
        [one] процентный пункт
        [few] процентных пункта
        [many] процентных пунктов
       *[other] процентного пункта
    }
    [fewer] Меньше на { NUMBER($points) } { $points ->
        [one] процентный пункт
        [few] процентных пункта
        [many] процентных пунктов
       *[other] процентного пункта
    }
   *[same] Без изменений
}{ $verdict ->
    [better] {" "}— стало лучше
    [worse] {" "}— стало хуже
   *[other] {""}
}
dynamics-too-few = Людей меньше десяти, поэтому без процентов: один человек менял бы их слишком сильно.
dynamics-before = раньше: { $number } из { $of } на { $on }
dynamics-sensitive = Только числа: имена и подробности сюда не пишут.
dynamics-enter-in = 🔢 Внести на входе
dynamics-enter-out = 🔢 Внести на выходе
dynamics-number =
    🔢 <b>{ $title }</b> · { $moment ->
        [in] на входе
       *[out] на выходе
    }
    Сколько из скольких? Напишите два числа, например «12 из 30».
dynamics-day =
    🔢 <b>{ $title }</b>: { $number } из { $of }
    На какой день это посчитано?
dynamics-caption = 📉 Динамика · { $form }
dynamics-picture-title = Динамика: { $form }
dynamics-picture-change = { $before } → { $after }{ $verdict ->
    [better] , лучше
    [worse] , хуже
   *[same] , без изменений
}
dynamics-picture-footer = Доли от тех, среди кого считали.
dynamics-in = на входе
dynamics-out = на выходе
dynamics-share = { NUMBER($share) } %
