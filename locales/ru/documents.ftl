# Отчёты и документы: экраны.

rooms-go-documents = 📄 Отчёты и документы
documents-title =
    📄 <b>Отчёты и документы</b>
    Всё собирается из того, что уже есть в программе. Файлы Word можно править у себя.
documents-go-report = 📊 Отчёт о программе
documents-go-handed-out = 🎓 Письма и сертификаты

report-home =
    📊 <b>Отчёт о программе</b> · { $programme }
    За дни: { $span }
report-has-problems = { $written ->
    [yes] ✓ Проблемы описаны
   *[other] ○ Проблемы: пока пусто
}
report-has-plans = { $written ->
    [yes] ✓ Планы описаны
   *[other] ○ Планы: пока пусто
}
report-has-cases = { $n ->
    [0] ○ Лучшие практики: пока нет
    [one] ✓ Лучшие практики: { $n } пара
    [few] ✓ Лучшие практики: { $n } пары
   *[other] ✓ Лучшие практики: { $n } пар
}{ $silent ->
    [0] {""}
   *[other] {" "}(без согласия на публикацию не войдут: { $silent })
}
report-home-note = Числа меньше пяти человек или пар в отчёте скрыты: он уходит из организации.
report-word = ⬇️ Word
report-pdf = ⬇️ PDF
report-go-days = 📅 За другие дни
report-go-texts = ✏️ Проблемы, планы, практики
report-go-map = 🗺 Исполнение дорожной карты (Word)
report-caption = 📊 Отчёт о программе: { $span }.{ $word ->
    [yes] {" "}Его можно править: заголовки, таблицы и списки — настоящие.
   *[other] {""}
}
report-file = Отчёт о программе { $programme }
report-which-days =
    📅 За какие дни отчёт? Напишите, например, «с 1 сентября по 31 декабря».
    Вся программа до сегодня: { $whole }.
report-whole = Вся программа до сегодня

report-texts-title = ✏️ <b>Что пишете вы</b>
report-problems-now =
    <b>Проблемы</b> ({ $on })
    { $words }
report-problems-empty = <b>Проблемы</b>: пока пусто
report-plans-now =
    <b>Планы</b> ({ $on })
    { $words }
report-plans-empty = <b>Планы</b>: пока пусто
report-go-problems = ✏️ Проблемы
report-go-plans = ✏️ Планы
report-go-cases = 🌟 Лучшие практики · { $n }
report-write = { $section ->
    [problems] ✏️ <b>Проблемы.</b> С чем программа столкнулась и что мешало?
   *[plans] ✏️ <b>Планы.</b> Что сделаете дальше?
}
    Напишите сообщением, до { $longest } знаков. Каждая строка станет пунктом списка. Имена участников бот скроет.
report-write-now =
    Сейчас:
    { $words }
report-empty-it = 🗑 Убрать текст
report-cases-title =
    🌟 <b>Лучшие практики</b>
    Здесь только пары, где оба согласились на публикацию (за ребёнка согласен родитель). О ком рассказать?
report-cases-none =
    🌟 <b>Лучшие практики</b>
    Пока нет пар, где оба согласились на публикацию. Это согласие каждый даёт сам в разделе о своих данных.
report-cases-silent = { $n ->
    [one] { $n } рассказ в отчёт не войдёт: согласие отозвано.
    [few] { $n } рассказа в отчёт не войдут: согласие отозвано.
   *[other] { $n } рассказов в отчёт не войдут: согласие отозвано.
}
report-case-button = { $written ->
    [yes] ✓{" "}
   *[other] {""}
}{ $mentor } — { $mentee }
report-case-card = 🌟 <b>{ $mentor } — { $mentee }</b>
report-case-empty = Рассказа пока нет.
report-case-write = ✏️ Написать рассказ
report-case-how =
    🌟 <b>{ $mentor } — { $mentee }</b>
    Напишите сообщением, до { $longest } знаков: с чем пришли, что делали вместе, что получилось.
    Имена других участников бот скроет. До публикации покажите рассказ им обоим, а ребёнку — вместе с родителем.
