question-text = <b>{ $text }</b>
question-hint = { $hint }
question-scale = { $low } is { $low_label }, { $high } is { $high_label }
question-now = Now: { $answer }
question-all-answered = ✓ Every question is answered.
question-keep = Leave it as it is ›
question-skip = Skip
question-pause = Pause
