# Настройки программы и организации, вопросы после создания, архив.

set-up-later = Потом, к программе ›

house-kind =
    🏫 <b>{ $organisation }</b>
    Что это за организация? Пригодится для отчётов.
house-zone =
    🕒 <b>По каким часам живёт организация?</b>
    От этого зависят напоминания и тихие часы.
house-contingent =
    👥 <b>Сколько у вас обучающихся?</b>
    По этим числам считаются показатели: какая доля участвует в наставничестве.

numbers-skip = Пропустить это число
numbers-ask-total = { $number } из { $of }: сколько обучающихся всего? Напишите число.
numbers-ask-from-10-to-19 = { $number } из { $of }: сколько из них от 10 до 19 лет?
numbers-ask-from-15-to-19 = { $number } из { $of }: сколько от 15 до 19 лет?
numbers-ask-mentees = { $number } из { $of }: сколько наставляемых хотите собрать? Напишите число.
numbers-ask-mentors = { $number } из { $of }: сколько наставников?
numbers-ask-pairs = { $number } из { $of }: сколько пар?
numbers-has-total = Всего обучающихся: { $n }
numbers-has-from-10-to-19 = От 10 до 19 лет: { $n }
numbers-has-from-15-to-19 = От 15 до 19 лет: { $n }
numbers-has-mentees = Цель, наставляемых: { $n }
numbers-has-mentors = Цель, наставников: { $n }
numbers-has-pairs = Цель, пар: { $n }

settings-title = ⚙️ <b>{ $name }</b> · { $organisation }
settings-facts =
    { $starts } — { $ends }
    { $forms }
settings-go-name = Название
settings-go-dates = Даты
settings-go-forms = Формы
settings-go-targets = Цели
settings-go-house = 🏫 Организация
settings-go-year = 🗓 Конец года…
settings-go-copy = Такая же на следующий год
settings-go-archive = 🗄 Убрать в архив
settings-name =
    ⚙️ Сейчас программа называется «{ $name }».
    Напишите новое название.
settings-starts =
    ⚙️ <b>Даты программы</b>
    Когда она начинается? Можно нажать или написать дату.
settings-ends =
    ⚙️ <b>Даты программы</b>
    Начало: { $starts }. Когда заканчивается?
settings-targets =
    🎯 <b>Какие у программы цели?</b>
    По ним будет видно, сколько уже собрано и сколько осталось.
settings-forms =
    ⚙️ <b>Кто кому наставник</b>
    Нажмите форму, чтобы взять её, убрать или выбрать варианты.
settings-form = { $used ->
    [yes] ☑ { $title } · { $variants }/{ $every }
   *[no] ☐ { $title }
}
settings-form-variants =
    ⚙️ <b>{ $title }</b>
    Какие варианты подходят вам? По умолчанию — все.
settings-form-unused =
    ⚙️ <b>{ $title }</b>
    Сейчас эта форма не используется.
settings-form-take-in = Использовать эту форму
settings-form-leave-out = Не использовать эту форму
settings-house =
    🏫 <b>{ $organisation }</b>
    { $known ->
        [yes] { $kind }
       *[no] Тип не указан
    } · часы: { $zone }
settings-counted = Числа на { $on }
settings-go-kind = Тип организации
settings-go-zone = Часовой пояс
settings-go-contingent = Численность
settings-go-counted = Дата чисел
settings-counted-when =
    👥 На какой день эти числа?
    Можно нажать или написать дату.
settings-year =
    🗓 <b>Конец года</b>
    Программа идёт по { $ends }. Можно заранее завести такую же на следующий год, а эту убрать в архив, когда в ней всё закончено.
settings-copy =
    📄 <b>Такая же на следующий год</b>
    «{ $name }», { $starts } — { $ends }.
    { $forms ->
        [one] Перейдёт { $forms } форма
        [few] Перейдут { $forms } формы
       *[other] Перейдут { $forms } форм
    } с вариантами, цели, настройки и дорожная карта. Людей в ней пока не будет: их позовут новые ссылки.
settings-copy-do = Создать
settings-archive =
    🗄 <b>Убрать «{ $name }» в архив?</b>
    Ссылки перестанут работать, напоминания и анкеты прекратятся, предложения пар снимутся. Всё записанное останется, вернуть программу можно в любой день.
settings-archive-do = Убрать в архив

archive-title =
    🗄 <b>Архив</b>
    Программы, которые уже закончились. Их можно посмотреть и вернуть.
archive-none = 🗄 В архиве пусто.
archive-line = { $several ->
    [yes] { $name } · { $organisation }
   *[no] { $name }
}
archive-card =
    🗄 <b>{ $name }</b> · { $organisation }
    { $starts } — { $ends }, в архиве с { $since }
    Участников: { $people } · работавших пар: { $pairs }
archive-look = Посмотреть
archive-restore = Вернуть из архива
