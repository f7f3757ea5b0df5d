# Отчёт о программе: слова самого документа.

report-title = Отчёт о реализации программы наставничества «{ $programme }»
report-span = с { $first } по { $last }
report-made = Составлен { $on }
report-page = стр. { $number } из { $total }
report-hidden = скрыто
report-all = Всего
report-none-yet = не назначены
report-n = n = { $n }
report-n-on = n = { $n }, на { $on }
report-what = Сведения
report-content = Содержание
report-sign-curator = Куратор программы  ____________________  /____________________/
report-sign-head = Руководитель организации  ____________________  /____________________/
report-to-write = Раздел заполняет куратор.

report-section-passport = Паспорт программы
report-section-bases = Базы в цифрах
report-section-pairs = Пары и группы по формам наставничества
report-section-meetings = Встречи
report-section-quality = Мониторинг, первый этап: качество программы
report-section-growth = Мониторинг, второй этап: что изменилось у участников
report-section-indicators = Показатели
report-section-swot = Сильные и слабые стороны, возможности и риски
report-section-assessment = Оценка программы куратором
report-section-road-map = Исполнение дорожной карты
report-section-cases = Лучшие практики
report-section-problems = Проблемы
report-section-plans = Планы

report-passport-organisation = Организация
report-passport-programme = Программа
report-passport-dates = Срок реализации
report-passport-forms = Формы наставничества
report-passport-curators = Кураторы
report-passport-targets = Цели
report-target-mentees = наставляемых: { $n }
report-target-mentors = наставников: { $n }
report-target-pairs = пар: { $n }
report-no-targets = не заданы

report-base-role = База
report-base-people = Участвуют
report-base-came = Из них пришли за эти дни
report-base-kinds = Кто это
report-base-kind = { $kind }: { $n }
report-kind-pupil = школьники
report-kind-student = студенты
report-kind-learner = ученики и студенты
report-kind-teacher = педагоги
report-kind-alumnus = выпускники
report-kind-employer = работодатели
report-kind-parent = родители
report-kind-other = другие
report-kind-unsaid = не указано
report-bases-how = Люди с решением «принят» на { $on }. «Скрыто» стоит там, где число позволило бы узнать человека: от одного до четырёх, и то, из чего его можно вычесть.

report-pairs-form = Форма
report-pairs-at-work = Работали
report-pairs-going-on = Продолжают
report-pairs-finished = Завершили
report-pairs-broken-off = Распались
report-pairs-begun = Начали работу за эти дни: { $n }.
report-pairs-met = Встретились хотя бы раз за эти дни: { $n }.
report-pairs-how = Считаются пары, работавшие хотя бы часть этих дней; участник группы и его наставник — одна пара. Что с парой стало — на последний из дней.

report-meetings = Состоялось встреч: { $held }. Не состоялось: { $missed }. Стороны ответили по-разному: { $unclear }.
report-meetings-each = В среднем на пару: { $mean } (встреч { $held }, работавших пар { $pairs }).
report-meetings-chart = Состоявшиеся встречи по месяцам

report-quality-about = Как идёт программа и чем она полезна: что ответили участники в опросах, закрытых за эти дни.
report-no-surveys = За эти дни опросы не закрывались.
report-survey-title = Опрос
report-survey-on = Закрыт
report-survey-invited = Приглашены
report-survey-said = Ответили
report-survey-heading = { $title } ({ $on })
report-item-question = Вопрос
report-item-result = Результат
report-item-n = n
report-mean = среднее { $mean }
report-mean-of = среднее { $mean } из { $most }
report-means = Средние по вопросам со шкалой
report-most-said = чаще всего «{ $label }»: { $percent } % ({ $n })
report-surveys-how = Показано то, за чем не узнать человека: ответы пяти человек и больше. Психологические анкеты в отчёт не входят.

report-growth-about = Что изменилось у тех же людей от первого измерения к последнему, и что посчитала организация на входе и на выходе.
report-no-growth = Двух измерений одних и тех же людей, которые можно показать, пока нет.
report-twice-heading = { $title }: { $first } → { $last }
report-twice-what = Шкала или вопрос
report-twice-before = Было
report-twice-after = Стало
report-twice-change = Разница
report-twice-n = n
report-dynamics = На входе и на выходе
report-dynamics-what = Что считали
report-dynamics-form = Форма
report-dynamics-before = На входе
report-dynamics-after = На выходе
report-dynamics-verdict = Изменение
report-verdict-better = лучше
report-verdict-worse = хуже
report-verdict-same = без изменений
report-verdict-none = —

report-indicator-number = №
report-indicator-title = Показатель
report-indicator-share = Значение
report-indicator-of = Числитель и знаменатель
report-indicator-target = Цель
report-target = { $percent } % ({ $year } год)
report-formula = Показатель = числитель / знаменатель × 100 %:
report-indicator-formula = { $numerator } / { $denominator }

report-swot-strength = Сильные стороны
report-swot-weakness = Слабые стороны
report-swot-opportunity = Возможности
report-swot-threat = Риски
report-no-swot = Доска пока пуста.

report-no-assessment = Оценка ещё не проводилась.
report-assessed = { $at ->
    [middle] Промежуточная оценка
   *[end] Итоговая оценка
} от { $on }: { $sum } из { $most } — { $level } уровень.
report-criterion = Критерий
report-mark = Балл
report-assessed-how = 2 — проявляется в полной мере, 1 — частично, 0 — не проявляется.

report-map-title = Исполнение дорожной карты программы «{ $programme }»
report-map-sum = На { $on } выполнено { $done } из { $total }, просрочено { $late }.
report-map-stage = Этап { $number }. { $title }
report-map-number = №
report-map-what = Мероприятие
report-map-due = Срок
report-map-who = Ответственный
report-map-state = Исполнение
report-map-result = Результат: { $result }
report-map-is-done = выполнено { $on }
report-map-is-late = просрочено
report-map-is-ahead = срок не наступил
report-no-map = Дорожная карта ещё не составлена.

report-case = { $mentor } — { $mentee } ({ $form })
report-no-cases = Рассказов о парах, согласных на публикацию, пока нет.
report-cases-how = Оба участника каждой пары согласны на публикацию; за несовершеннолетних согласие дал законный представитель.
