# Приказы, соглашения, благодарности, бланки согласий и свои шаблоны.

documents-go-papers = 📑 Приказы, соглашения, письма
papers-title =
    📑 <b>Приказы, соглашения, письма</b>
    Бот подставит имена и дни. Это проекты: проверьте и подпишите у себя.
papers-title-pairs = Приказ о закреплении пар
papers-title-consents = Бланки согласий
papers-card = 📑 <b>{ $title }</b>
papers-copies = { $kind ->
    [pairs] В приказе строк: { $n }.
    [agreement] Соглашений: { $n }, каждое на своей странице. Это все пары, где согласны оба.
    [thanks-mentor] Писем: { $n }, каждое на своей странице. Это наставники, чьи пары работают или завершили работу.
    [thanks-mentee] Писем: { $n }, каждое на своей странице. Это наставляемые, чьи пары работают или завершили работу.
    [consents] Согласий: { $n }, каждое на своей странице, теми же словами, что и в боте. Подписанное отметьте в карточке человека.
   *[other] Один документ на программу.
}
papers-nobody = Пока не для кого: нет пар, где согласны оба.
papers-own = 🧩 Файл Word собирается по вашему шаблону: версия { $number } от { $on }.
papers-go-template = 🧩 Свой шаблон
papers-template =
    🧩 <b>{ $title }: свой шаблон</b>
    Пришлите файл Word (до { $megabytes } МБ) сообщением. Там, где бот должен подставить своё, напишите поле в двойных скобках. Шаблон будет общим для всех программ организации.
papers-field = <code>{ $field }</code> — { $means }
papers-row = В таблице сделайте одну строку с такими полями, бот повторит её для каждой пары:
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
papers-fault-braces = • Скобки не закрыты или лишние: «{ $words }»
papers-fault-commands = • Команды шаблонов не понимаю, только поля: «{ $words }»
papers-fault-no-row = • Не нашлось строки таблицы с полями пары: { $words }
papers-means-organisation = организация
papers-means-programme = программа
papers-means-year = учебный год
papers-means-starts = первый день программы
papers-means-ends = последний день программы
papers-means-forms = формы наставничества
papers-means-curators = кураторы
papers-means-pairs = сколько пар в приказе
papers-means-number = номер строки
papers-means-mentor = наставник
papers-means-mentee = наставляемый
papers-means-guardian = законный представитель
papers-means-form = форма наставничества
papers-means-since = с какого дня работает пара
papers-means-slot = группа и время встреч
papers-means-name = кого благодарим
papers-means-meetings = сколько встреч состоялось
papers-consent-version = Текст от { $version }.
refusal-template-too-big = Файл больше { $megabytes } МБ. Уберите картинки или уменьшите их.
refusal-not-document = Не получилось прочитать: это не документ Word или файл повреждён. Сохраните его как обычный документ и пришлите снова.
refusal-template-locked = Файл под паролем или в старом формате. Сохраните его без пароля как обычный документ Word и пришлите снова.
refusal-template-has-macros = В файле есть макросы, такие не принимаю. Сохраните его как обычный документ Word, без макросов.
refusal-template-swells = Файл внутри слишком велик или устроен слишком сложно. Скопируйте текст в новый документ и пришлите его.
refusal-template-reaches-out = В файле есть то, что загружается извне или запускается: связанный шаблон, вложенный объект, особое поле. Скопируйте текст в новый документ и пришлите его.
