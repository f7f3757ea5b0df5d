question-text = <b>{ $text }</b>
question-hint = { $hint }
question-scale = { $low } — { $low_label }, { $high } — { $high_label }
question-now = Сейчас: { $answer }
question-all-answered = ✓ Все вопросы отвечены.
question-keep = Оставить как есть ›
question-skip = Пропустить
question-pause = Пауза
