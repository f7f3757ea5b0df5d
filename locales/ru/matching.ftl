# Подбор пар: предложения, причины, кто остался.

reason-competence = нужно: { $what } · умеет: { $competence }
reason-competence-same = поможет с тем, что нужно: { $what }
reason-slot = общее время: { $slot }
reason-format = встречи: { $format }
reason-interest = общее: { $what }
lack-competence = запрос остался без ответа: { $what }
lack-own-need = своими словами: «{ $what }» — посмотрите сами
lack-slot-none = общих часов нет: о времени встреч придётся договориться, хотя бы онлайн
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
