# Dynamics: what was counted on entering the programme and on leaving it, by form.

dynamics-go = 📉 Dynamics: entry and exit
dynamics-forms =
    📉 <b>Dynamics</b>
    What has changed for people in the programme: numbers on entry and on exit for each form.
dynamics-form = { $form } · { $counted } of { $outcomes }
dynamics-title = 📉 <b>Dynamics</b> · { $form }
dynamics-line = { $place }. { $title }: { $before } → { $after }{ $verdict ->
    [better] {" "}· ✓ better
    [worse] {" "}· worse
    [same] {" "}· no change
   *[none] {""}
}
dynamics-not-yet = not yet
dynamics-counted = { $number } of { $of }
dynamics-card =
    📉 <b>{ $title }</b>
    { $form }
dynamics-in-unsaid = On entry: not entered yet
dynamics-out-unsaid = On exit: not entered yet
dynamics-in-said = On entry: <b>{ $number } of { $of }</b>{ $known ->
    [yes] {" "}({ NUMBER($share) } %)
   *[other] {""}
}, { $on }{ $named ->
    [yes] {" "}· { $who }
   *[other] {""}
}
dynamics-out-said = On exit: <b>{ $number } of { $of }</b>{ $known ->
    [yes] {" "}({ NUMBER($share) } %)
   *[other] {""}
}, { $on }{ $named ->
    [yes] {" "}· { $who }
   *[other] {""}
}
dynamics-difference = { $direction ->
    [more] More by { NUMBER($points) } { $points ->
        [one] percentage point
       *[other] percentage points
    }
    [fewer] Fewer by { NUMBER($points) } { $points ->
        [one] percentage point
       *[other] percentage points
    }
   *[same] No change
}{ $verdict ->
    [better] , which is better
    [worse] , which is worse
   *[other] {""}
}
dynamics-too-few = Fewer than ten people, so there are no percentages: one person would change them too much.
dynamics-before = before: { $number } of { $of } on { $on }
dynamics-sensitive = Numbers only: no names and no details here.
dynamics-enter-in = 🔢 Enter for entry
dynamics-enter-out = 🔢 Enter for exit
dynamics-number =
    🔢 <b>{ $title }</b> · { $moment ->
        [in] on entry
       *[out] on exit
    }
    How many out of how many? Type two numbers, for example “12 of 30”.
dynamics-day =
    🔢 <b>{ $title }</b>: { $number } of { $of }
    As of which day was it counted?
dynamics-caption = 📉 Dynamics · { $form }
dynamics-picture-title = Dynamics: { $form }
dynamics-picture-change = { $before } → { $after }{ $verdict ->
    [better] , better
    [worse] , worse
   *[same] , no change
}
dynamics-picture-footer = Shares of those it was counted among.
dynamics-in = on entry
dynamics-out = on exit
dynamics-share = { NUMBER($share) } %
