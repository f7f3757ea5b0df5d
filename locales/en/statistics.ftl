# What the figures of monitoring mean: the name, a sentence on the sense, a sentence on the reckoning.

figure-distribution = How the answers lie
figure-distribution-means = How many people chose each answer.
figure-distribution-how = Answers are counted; one that nobody chose stands as zero.
figure-share = Share
figure-share-means = Which part of those who answered said so; the bounds show how far it could differ in a survey like this one.
figure-share-how = Such answers divided by all answers; bounds by Wilson, 95 % sure.
figure-mean = Mean
figure-mean-means = How people answer on average; the narrower the bounds, the surer the number.
figure-mean-how = The sum of the answers divided by their number; bounds by Student, 95 % sure.
figure-median = Median
figure-median-means = Half answered no higher than this, half no lower; single extreme answers hardly move it.
figure-median-how = Answers are put in order and the middle one is taken; the bounds are exact, at least 95 % sure.
figure-spread = Spread
figure-spread-means = The larger it is, the further apart the answers are.
figure-spread-how = Standard deviation: root of the mean square of differences from the mean, one person fewer below the line.
figure-ends = Ends of the scale
figure-ends-means = For those who already chose the highest or the lowest answer the scale cannot show a further rise or fall.
figure-ends-how = Shares of the lowest and the highest answers; above 15 % is a warning.

figure-alpha = Consistency of the scale (Cronbach's alpha)
figure-alpha-means = Whether the questions of the scale measure one thing: 0.7 to 0.95 is good.
figure-alpha-how = The spread of single questions is compared with the spread of their sum; bounds by Feldt, 95 % sure.
figure-omega = Consistency of the scale (McDonald's omega)
figure-omega-means = As alpha, but questions may matter to different degrees.
figure-omega-how = Which part of the spread of the sum comes from one common cause, found by maximum likelihood.
figure-alpha-without = Consistency without this question
figure-alpha-without-means = If it is clearly higher than that of the whole scale, the question does not belong there.
figure-alpha-without-how = Cronbach's alpha of the other questions of the scale.
figure-item-rest = Question and the others
figure-item-rest-means = Whether the answer goes along with the others: below 0.3 is weak.
figure-item-rest-how = Pearson's correlation of the answer with the sum of the others; bounds by Fisher.

figure-difference = Change
figure-difference-means = By how much the same people's answers changed on average; with zero between the bounds there may have been no change.
figure-difference-how = Each person's first answer is taken from the second and the differences are averaged; bounds by Student, 95 % sure.
figure-paired-t = Test of the change (Student)
figure-paired-t-means = How often the mean would move as much by pure chance.
figure-paired-t-how = The mean change divided by its chance error; paired, two-sided.
figure-wilcoxon = Test of the change (Wilcoxon)
figure-wilcoxon-means = How often rises or falls would prevail as much by pure chance; single extreme answers matter little.
figure-wilcoxon-how = Changes are ordered by size and the places of the rises are added up; with up to 200 people who changed every possible outcome is counted.
figure-dz = Strength of the change
figure-dz-means = Whether the change is large beside how differently people changed: 0.2 small, 0.5 medium, 0.8 large.
figure-dz-how = The mean change divided by the spread of changes; exact bounds, 95 % sure.
figure-dav = Strength of the change beside the spread of answers
figure-dav-means = Whether the change is large beside how the answers differ: 0.2 small, 0.5 medium, 0.8 large.
figure-dav-how = The mean change divided by the spread of answers, averaged over both times; bounds by Bonett.
figure-moved = Better, the same, worse
figure-moved-means = For how many people the second answer is better, the same or worse; of one person it says nothing yet.
figure-moved-how = Both answers of everybody who answered twice are compared.
figure-sem = Error of measurement
figure-sem-means = So far one person's score may be from their true level by chance.
figure-sem-how = The spread of scores times the root of one less the reliability of the scale.
figure-mdc = Smallest change that counts
figure-mdc-means = A smaller change of one person may be chance: nothing is concluded from it.
figure-mdc-how = The error of measurement times the root of two and 1.96.
figure-beyond = Changed clearly
figure-beyond-means = For how many people the change is more than chance error; this is said of the group and of nobody alone.
figure-beyond-how = Each person's change is compared with the smallest change that counts.

figure-smd = Who left and who stayed
figure-smd-means = Whether those who left were different from the start; if very much so, results of those who stayed do not hold for all.
figure-smd-how = The difference of means divided by the common spread, Hedges' correction; up to 0.05 is harmless, up to 0.25 needs an adjustment.
figure-bounds = Worst and best case
figure-bounds-means = What the figure would be had all the silent answered worst, or best.
figure-bounds-how = The lowest, then the highest answer of the scale is put in place of what is missing.
figure-holm = Correction for many tests (Holm)
figure-holm-means = Of many tests one will ring by chance; the correction all but rules out a false find.
figure-holm-how = Chances in rising order: the first times the number of tests, each next times one fewer.
figure-fdr = Correction for many tests (Benjamini and Hochberg)
figure-fdr-means = A correction for looking around: about one find in twenty is false.
figure-fdr-how = Each chance times the number of tests, divided by its place in the order.
figure-careless = Careless answers
figure-careless-means = How many questionnaires look filled in without reading; it is only a sign, nothing was deleted.
figure-careless-how = Below one second per question, the same answer in a row in more than half of them, or contradictions inside scales.
figure-schools = Whether a school answers alike
figure-schools-means = If people of one school answer alike, there are fewer opinions than people.
figure-schools-how = Intraclass correlation from analysis of variance; bounds by the F distribution.
figure-clustered = Mean that knows of schools
figure-clustered-means = The same mean, but its bounds allow for people of one school answering alike.
figure-clustered-how = The error is reckoned by schools and not by people; 95 % sure.
figure-retest = Repeatability
figure-retest-means = Whether people answer alike one to three weeks later when nothing changed: 0.7 and more is good.
figure-retest-how = Intraclass correlation for absolute agreement of both answers; bounds by the F distribution.

figure-survival = How many pairs go on meeting
figure-survival-means = Which part of the pairs is still together so many days after the start.
figure-survival-how = Kaplan and Meier: pairs that are together now count up to today; bounds by Greenwood.
figure-hazard = Risk of falling apart
figure-hazard-means = How many times as often pairs with this trait fall apart as pairs without it; below one: less often. Other differences of these pairs are in it too.
figure-hazard-how = Cox's model, gently drawn towards one so that few pairs give no loud numbers.
figure-odds = Odds of a content pair
figure-odds-means = How many times as high for pairs with this trait the odds are that both feel well together; below one: lower. Other differences of these pairs are in it too.
figure-odds-how = Logistic model, gently drawn towards one so that few pairs give no loud numbers.

withheld-nobody = There are no answers yet.
withheld-too-few-people = { $few ->
    [yes] Fewer than five
   *[no] { $n }
  } answered, and it takes at least { $needed }: with so few this figure means nothing.
withheld-too-few-both = { $few ->
    [yes] Fewer than five
   *[no] { $n }
  } answered both times, and it takes at least { $needed }.
withheld-too-few-each = The smaller of the two groups has { $few ->
    [yes] fewer than five
   *[no] { $n }
  }, and it takes at least { $needed }.
withheld-too-few-items = Questions in the scale: { $n }, and it takes at least { $needed }.
withheld-too-few-schools = Schools: { $n }, and it takes at least { $needed }.
withheld-too-few-pairs = Pairs: { $few ->
    [yes] fewer than five
   *[no] { $n }
  }, and it takes at least { $needed }.
withheld-too-few-endings = Pairs that fell apart early: { $few ->
    [yes] fewer than five
   *[no] { $n }
  }. To look for reasons it takes at least { $needed }.
withheld-all-same = Everybody answered the same: there is nothing to compare.
withheld-no-change = Nobody's answer changed.
withheld-same-change = Everybody's answer changed by the very same: there is no spread.
withheld-not-one-thing = These questions do not make one scale. Check that questions asked the other way round are marked.
withheld-not-reliable = The reliability of the scale is not known yet, and this figure rests on it.
withheld-no-solution = From such answers this figure cannot be reckoned.
withheld-no-interval = Bounds of this figure cannot be reckoned reliably.

verdict-good = The scale is reliable.
verdict-low = The scale is not reliable: it is too early to conclude from its sum.
verdict-redundant = The questions all but repeat one another: the scale can be shortened.
band-fine = At the start those who left did not differ from those who stayed.
band-adjust = At the start those who left differed a little from those who stayed: say so beside the results.
band-not-comparable = At the start those who left differed much from those who stayed: the results speak of those who stayed only.
careless-hasty = faster than a second per question
careless-long-string = the same answer in a row
careless-uneven = answers contradict one another
chance-usual = By chance this happens often enough.
chance-seldom = By chance this happens less often than in five cases of a hundred.
chance-rare = By chance this happens less often than in one case of a hundred.
chance-hardly = By chance this happens less often than in one case of a thousand.
size-none = hardly noticeable
size-small = small
size-middling = medium
size-large = large
