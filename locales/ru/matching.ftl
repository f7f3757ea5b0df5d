# Подбор пар: предложения, причины, кто остался.

matching-title = 🤝 <b>Подбор пар</b>
matching-summary =
    Без наставника: { $mentees } · наставников: { $mentors } · свободных мест: { $places }
    { $proposals ->
        [0] Подходящих пар сейчас нет. Ниже — почему.
        [one] Есть { $proposals } предложение. Никто ничего не узнает, пока вы не утвердите.
        [few] Есть { $proposals } предложения. Никто ничего не узнает, пока вы не утвердите.
       *[other] Есть { $proposals } предложений. Никто ничего не узнает, пока вы не утвердите.
    }
matching-nobody = Все принятые уже с наставниками или смотрят предложение. Примете новую заявку — подберём пару.
matching-look = { $proposals ->
    [one] Посмотреть { $proposals } пару
    [few] Посмотреть { $proposals } пары
   *[other] Посмотреть { $proposals } пар
}
matching-go-left = Кто остался ({ $left })
matching-receipt = ✓ Предложение отправляется: { $mentee } — { $mentor }

matching-place = 🤝 Пара { $number } из { $total } · совпадение { $score } из 100
matching-pair =
    <b>{ $mentee } → { $mentor }</b>
    { $form }
matching-plus = + { $words }
matching-minus = − { $words }
matching-all-done = 🤝 Больше предложений нет: все подходящие пары утверждены.
matching-approve = Утвердить
matching-others = Другие варианты

matching-variants = 🤝 <b>{ $mentee }</b> · кто ещё подходит
matching-variant-why = <b>{ $mentor }</b> · { $score }. { $why }
matching-variant = Утвердить: { $mentor } · { $score }
matching-no-variants = Других подходящих наставников нет: у остальных нет мест или не совпадают условия.

matching-left = { $left ->
    [0] 🤝 Предложение есть для каждого.
    [one] 🤝 <b>Пока без предложения: { $left } человек</b>
    [few] 🤝 <b>Пока без предложения: { $left } человека</b>
   *[other] 🤝 <b>Пока без предложения: { $left } человек</b>
}
matching-left-line = { $name }: { $why }

reason-competence = нужно: { $what } · умеет: { $competence }
reason-competence-same = поможет с тем, что нужно: { $what }
reason-slot = общее время: { $slot }
reason-format = встречи: { $format }
reason-interest = общее: { $what }
lack-competence = запрос остался без ответа: { $what }
lack-own-need = своими словами: «{ $what }» — посмотрите сами
lack-slot = у наставника не указано свободное время
lack-format = не встречается так: { $format }
lack-format-unknown = у наставника не указано, очно или онлайн

rule-no-mentors = принятых наставников пока нет
rule-themselves = подходит только анкета этого же человека
rule-own-ward = остаётся только родитель или опекун
rule-other-form = нет наставника в выбранных формах программы
rule-other-organisation = по этой форме наставник нужен из той же организации
rule-younger-mentor = остаются только наставники младше
rule-tried-before = с теми, кто подходит, пара уже не сложилась
rule-no-shared-format = не совпало, очно или онлайн
rule-no-shared-slot = нет общего свободного времени
rule-no-place = у подходящих наставников заняты все места
