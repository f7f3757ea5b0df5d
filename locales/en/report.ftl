# The report of the programme: the words of the paper itself.

report-title = Report on the mentoring programme “{ $programme }”
report-span = from { $first } to { $last }
report-made = Made on { $on }
report-page = page { $number } of { $total }
report-hidden = hidden
report-all = In all
report-none-yet = nobody yet
report-n = n = { $n }
report-n-on = n = { $n }, { $on }
report-what = What
report-content = Content
report-sign-curator = Curator of the programme  ____________________  /____________________/
report-sign-head = Head of the organisation  ____________________  /____________________/
report-to-write = To be filled in by the curator.

report-section-passport = Passport of the programme
report-section-bases = Bases in numbers
report-section-pairs = Pairs and groups by form of mentoring
report-section-meetings = Meetings
report-section-quality = Monitoring, first stage: quality of the programme
report-section-growth = Monitoring, second stage: what changed for the participants
report-section-indicators = Indicators
report-section-swot = Strengths, weaknesses, opportunities, threats
report-section-assessment = The curator's assessment of the programme
report-section-road-map = Execution of the road map
report-section-cases = Best cases
report-section-problems = Problems
report-section-plans = Plans

report-passport-organisation = Organisation
report-passport-programme = Programme
report-passport-dates = Dates
report-passport-forms = Forms of mentoring
report-passport-curators = Curators
report-passport-targets = Targets
report-target-mentees = mentees: { $n }
report-target-mentors = mentors: { $n }
report-target-pairs = pairs: { $n }
report-no-targets = none set

report-base-role = Base
report-base-people = Take part
report-base-came = Of them, came within these days
report-base-kinds = Who they are
report-base-kind = { $kind }: { $n }
report-kind-pupil = pupils
report-kind-student = students
report-kind-learner = pupils and students
report-kind-teacher = teachers
report-kind-alumnus = alumni
report-kind-employer = employers
report-kind-parent = parents
report-kind-other = others
report-kind-unsaid = not said
report-bases-how = People who were taken, as of { $on }. “Hidden” stands where a number would tell of a person: one to four, and what they could be taken away from.

report-pairs-form = Form
report-pairs-at-work = At work
report-pairs-going-on = Going on
report-pairs-finished = Finished
report-pairs-broken-off = Broken off
report-pairs-begun = Began within these days: { $n }.
report-pairs-met = Met at least once within these days: { $n }.
report-pairs-how = Pairs at work for some of these days; a member of a group and the mentor are one pair. What became of a pair is as of the last day.

report-meetings = Meetings held: { $held }. Not held: { $missed }. The two sides said different things: { $unclear }.
report-meetings-each = On average for each pair: { $mean } ({ $held } meetings, { $pairs } pairs at work).
report-meetings-chart = Meetings held, by month

report-quality-about = How the programme goes and what it is good for: answers to the surveys closed within these days.
report-no-surveys = No survey was closed within these days.
report-survey-title = Survey
report-survey-on = Closed
report-survey-invited = Invited
report-survey-said = Answered
report-survey-heading = { $title } ({ $on })
report-item-question = Question
report-item-result = Result
report-item-n = n
report-mean = mean { $mean }
report-mean-of = mean { $mean } of { $most }
report-means = Means of questions with a scale
report-most-said = most often “{ $label }”: { $percent } % ({ $n })
report-surveys-how = Shown is what tells of no single person: answers of five people and more. Questionnaires for the psychologist are left out.

report-growth-about = What changed for the same people from the first measurement to the last, and what the organisation counted on entry and on exit.
report-no-growth = There are no two measurements of the same people yet that may be shown.
report-twice-heading = { $title }: { $first } → { $last }
report-twice-what = Scale or question
report-twice-before = Before
report-twice-after = After
report-twice-change = Difference
report-twice-n = n
report-dynamics = On entry and on exit
report-dynamics-what = What was counted
report-dynamics-form = Form
report-dynamics-before = On entry
report-dynamics-after = On exit
report-dynamics-verdict = Change
report-verdict-better = better
report-verdict-worse = worse
report-verdict-same = the same
report-verdict-none = —

report-indicator-number = No.
report-indicator-title = Indicator
report-indicator-share = Value
report-indicator-of = Numerator and denominator
report-indicator-target = Target
report-target = { $percent } % ({ $year })
report-formula = Indicator = numerator / denominator × 100 %:
report-indicator-formula = { $numerator } / { $denominator }

report-swot-strength = Strengths
report-swot-weakness = Weaknesses
report-swot-opportunity = Opportunities
report-swot-threat = Threats
report-no-swot = The board is empty so far.

report-no-assessment = There has been no assessment yet.
report-assessed = { $at ->
    [middle] Halfway assessment
   *[end] Final assessment
} of { $on }: { $sum } of { $most }, level: { $level }.
report-criterion = Criterion
report-mark = Mark
report-assessed-how = 2: fully shown, 1: partly shown, 0: not shown.

report-map-title = Execution of the road map of “{ $programme }”
report-map-sum = On { $on }, { $done } of { $total } are done, { $late } are late.
report-map-stage = Stage { $number }. { $title }
report-map-number = No.
report-map-what = Activity
report-map-due = Due
report-map-who = Responsible
report-map-state = Execution
report-map-result = Result: { $result }
report-map-is-done = done on { $on }
report-map-is-late = late
report-map-is-ahead = not due yet
report-no-map = There is no road map yet.

report-case = { $mentor } and { $mentee } ({ $form })
report-no-cases = There are no stories yet about pairs that agree to publication.
report-cases-how = Both of each pair agree to publication; for a minor a legal representative has agreed.
