# The form at the beginning: what was not understood, what is missing.

refusal-choice-uncertain = Did you mean “{ $option }”? If so, press its button; if not, put it another way.
refusal-times-not-understood = That time was not understood, or it is not offered here. Tick it with the buttons, or write, for example: Tue evening, Sat morning.
refusal-date-not-understood = That date was not understood. A day, a month and a year are needed, for example 12.03.2011 or 12 March 2011.
refusal-date-impossible = There is no such day in the calendar. Please check the day and the month.
refusal-date-ahead = That day has not come yet. Please check the year.
refusal-date-unlikely = { $years ->
    [one] That would make you { $years } year old
   *[other] That would make you { $years } years old
}, which looks like a slip. Please check the year.
