# Приказы, соглашения, благодарности, бланки согласий и свои шаблоны.

documents-go-papers = 📑 Приказы, соглашения, согласия
papers-title =
    📑 <b>Приказы, соглашения, согласия</b>
    Бот подставит имена и дни. Это проекты: проверьте и подпишите у себя.
papers-handed-out-title =
    🎓 <b>Письма и сертификаты</b>
    Каждое — на своей странице, все одним файлом: можно сразу печатать.
papers-title-pairs = Приказ о закреплении пар
papers-title-consents = Бланки согласий
papers-card = 📑 <b>{ $title }</b>
papers-copies = { $kind ->
    [pairs] В приказе строк: { $n }.
    [agreement] Соглашений: { $n }, каждое на своей странице. Это все пары, где согласны оба.
    [thanks-mentor] Писем: { $n }, каждое на своей странице. Это наставники, чьи пары работают или завершили работу.
    [thanks-mentee] Писем: { $n }, каждое на своей странице. Это наставляемые, чьи пары работают или завершили работу.
    [certificate-mentee] Сертификатов: { $n }, каждый на своей странице. Это наставляемые, чьи пары дошли до конца. PDF — в рамке, как его берут себе сами; Word можно править.
    [certificate-trained] Сертификатов: { $n }, каждый на своей странице. Это наставники, которые закончили обучение в боте. PDF — в рамке, как его берут себе сами; Word можно править.
    [consents] Согласий: { $n }, каждое на своей странице, теми же словами, что и в боте. Подписанное отметьте в карточке человека.
   *[other] Один документ на программу.
}
papers-nobody = { $kind ->
    [thanks-mentor] Пока некому: ни одна пара ещё не начала работу.
    [thanks-mentee] Пока некому: ни одна пара ещё не начала работу.
    [certificate-mentee] Пока некому: ни одна пара ещё не дошла до конца.
    [certificate-trained] Пока некому: обучение в боте ещё никто не закончил.
   *[other] Пока не для кого: нет пар, где согласны оба.
}
papers-alone = Только для одной пары: { $mentee } — { $mentor }.
papers-go-pair = 👥 Для одной пары
papers-which-pair = 👥 Для какой пары соглашение? Выберите или напишите имя.
papers-pair = { $mentee } — { $mentor }
papers-sought = Ищу: «{ $typed }»
papers-sought-nobody = Такой пары не нашлось.
papers-sought-all = Показать всех
papers-of-pair = 📑 Соглашение
papers-guardian-not-needed = не требуется
papers-own =
    🧩 Файл Word собирается по вашему шаблону: версия { $number } от { $on }.
    PDF по своему шаблону бот не делает: вид страницы знает только Word. Возьмите файл Word и сохраните его как PDF.
papers-go-template = 🧩 Свой шаблон
papers-template =
    🧩 <b>{ $title }: свой шаблон</b>
    Пришлите файл Word (до { $megabytes } МБ) сообщением. Там, где бот должен подставить своё, напишите поле в двойных скобках. Шаблон будет общим для всех программ организации.
    Поля: { $fields }
papers-row = В таблице сделайте одну строку с такими полями, бот повторит её для каждой пары: { $fields }
papers-send-file = Нужен файл Word: пришлите его сообщением.
papers-version = { $now ->
    [yes] ✓{" "}
   *[other] {""}
}Версия { $number } от { $on }: { $name }
papers-give-up = ↩️ Вернуть шаблон бота
papers-again = Прислать исправленный
papers-troubles =
    🧩 <b>Шаблон пока не подходит</b>
    Прежний остаётся. Что поправить:
papers-fault-unknown-field = • Поля «{ $words }» нет. Возьмите поле из списка.
papers-fault-row-field-outside = • Поле «{ $words }» должно стоять в строке таблицы.
papers-fault-own-field-in-foot = • Поле «{ $words }» у каждого своё, в колонтитуле ему не место.
papers-fault-brackets = • Двойные скобки не закрыты или лишние: «{ $words }»
papers-fault-commands = • Понимаю только поля в двойных квадратных скобках, а здесь другое: «{ $words }»
papers-fault-no-row = • Не нашлось строки таблицы с полями пары: { $words }
papers-field-organisation = организация
papers-field-programme = программа
papers-field-year = учебный год
papers-field-starts = начало программы
papers-field-ends = конец программы
papers-field-forms = формы
papers-field-curators = кураторы
papers-field-pairs = сколько пар
papers-field-number = номер
papers-field-mentor = наставник
papers-field-mentee = наставляемый
papers-field-guardian = представитель
papers-field-form = форма
papers-field-since = начало работы
papers-field-until = конец работы
papers-field-issued = дата выдачи
papers-field-modules = модули
papers-field-volume = объём
papers-field-slot = время
papers-field-name = имя
papers-field-meetings = встречи
papers-consent-version = Текст от { $version }.
refusal-template-too-big = Файл больше { $megabytes } МБ. Уберите картинки или уменьшите их.
refusal-not-document = Не получилось прочитать: это не документ Word или файл повреждён. Сохраните его как обычный документ и пришлите снова.
refusal-template-locked = Файл под паролем или в старом формате. Сохраните его без пароля как обычный документ Word и пришлите снова.
refusal-template-has-macros = В файле есть макросы, такие не принимаю. Сохраните его как обычный документ Word, без макросов.
refusal-template-swells = Файл внутри слишком велик или устроен слишком сложно. Скопируйте текст в новый документ и пришлите его.
refusal-template-reaches-out = В файле есть то, что загружается извне или запускается: связанный шаблон, вложенный объект, особое поле. Скопируйте текст в новый документ и пришлите его.
