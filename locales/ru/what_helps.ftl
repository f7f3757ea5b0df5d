# Что помогает парам: экран куратора, картинка, предложения для подбора.

monitoring-go-helps = 🌱 Что помогает парам
helps-title = 🌱 <b>Что помогает парам</b> · на { $on }
helps-pairs = Пар, которые начали работу: { $pairs }. Из них распались раньше срока: { $ended }.
helps-alive = Спустя { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
  } вместе { $share } % пар.
helps-rated = Пар, где оценку ставили хотя бы раз: { $rated }. Средняя оценка не ниже 7 — у { $content }.
helps-risk-good = 👍 <b>{ $trait }</b>: такие пары распадаются реже, в { $ratio } раза (пар: { $n }). { $chance }
helps-risk-bad = 👎 <b>{ $trait }</b>: такие пары распадаются чаще, в { $ratio } раза (пар: { $n }). { $chance }
helps-odds-good = 👍 <b>{ $trait }</b>: шансы, что паре хорошо вместе, выше в { $ratio } раза (пар с оценкой: { $n }). { $chance }
helps-odds-bad = 👎 <b>{ $trait }</b>: шансы, что паре хорошо вместе, ниже в { $ratio } раза (пар с оценкой: { $n }). { $chance }
helps-none = Проверено связей: { $tests }. Ни одна не выделяется настолько, чтобы это не могло быть случайностью.
helps-not-cause = Связь — ещё не причина: эти пары могли отличаться и в другом. Проверено связей: { $tests }, поправка на их число сделана.
helps-too-early = Искать, что помогает парам, пока рано.
helps-advice = 💡 В подборе «{ $part }» сейчас — «{ $now }». Можно попробовать «{ $to }»: само ничего не изменится, решаете вы.
helps-picture = 🖼 Картинкой
helps-go-how = 🔍 Что проверено
helps-go-settings = ⚙️ Настройки подбора
helps-caption = 🌱 Сколько пар продолжают встречаться · { $organisation } · { $on }
helps-how = 🔍 <b>Что проверено</b>
    Каждый признак — отдельно. Единица — разницы нет; в скобках границы, в которых число лежит с уверенностью 95 %.
helps-effect = <b>{ $trait }</b>: распадаются — { $risk }; довольны — { $odds }
helps-ratio = × { $value } ({ $low }–{ $high }), пар: { $n }
helps-too-little = мало данных
helps-number = { NUMBER($value, minimumFractionDigits: 1, maximumFractionDigits: 2) }
helps-figure = ℹ️ { $name }. { $means } { $how }
helps-trait-score = Балл подбора, на каждые 10 больше
helps-trait-ages-apart = Разница в возрасте, на каждые 5 лет
helps-trait-first-soon = Первая встреча за две недели
helps-trait-group = Встречи группой
helps-trait-form = Форма «{ $form }»
helps-curve-title = Сколько пар вместе
helps-curve-months = Месяцев с начала работы пары
helps-curve-footer = Пар: { $pairs }, распались раньше срока: { $ended }. Бледная полоса — границы, уверенность 95 %.
