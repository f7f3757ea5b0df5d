# Before and after: one question or scale in detail, by groups, with what the numbers cannot bear.

changes-more = 🔎 Each one in detail
changes-title =
    ↕️ Comparison { $number } of { $total }
    <b>{ $title }</b>
changes-means = It was { $before } and is { $after } ({ $n ->
        [one] { $n } person
       *[other] { $n } people
    })
changes-moved = Higher for { $up } ({ $up_share } %), the same for { $same } ({ $same_share } %), lower for { $down } ({ $down_share } %)
changes-moved-hidden = 🔒 For how many it rose or fell is not shown: single people could be seen.
changes-strength = Strength of the change { $value }: { $size }
changes-test = { $chance } { $tests ->
        [one] { $tests } check was made.
       *[other] { $tests } checks were made, and all are allowed for.
    }
changes-no-test = Whether this is chance cannot be checked yet.
changes-mdc = For one person a change above { $value } is a clear one: a smaller one may be chance.
changes-beyond = Clearly higher for { $up }, clearly lower for { $down }
changes-no-mdc = From where on a change is clear for one person cannot be said yet.
changes-parted = Those who left and those who stayed differed at the beginning by { $value } standard deviations.
changes-no-parting = Whether those who left differed from those who stayed cannot be said.
changes-bounds = Had everyone missing answered lowest or highest, it would be { $low } – { $high }.
changes-no-groups = 🔒 Not shown by roles and groups: they are too small for nobody to be recognised.
changes-groups-title =
    👥 By roles and groups
    <b>{ $title }</b>
changes-group = ▸ <b>{ $group }</b>: it was { $before } and is { $after } ({ $n ->
        [one] { $n } person
       *[other] { $n } people
    })
changes-groups-note = Groups are shown where, even after taking away, five people or more stand behind each number.
