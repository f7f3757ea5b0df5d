# The bases: lists, a card, the export, the import from a table, entering for somebody else.

rooms-go-bases = 📇 Lists of people
rooms-go-entering = Enter for somebody

bases-title = 📇 <b>Lists of people</b>
bases-not-come = { $count ->
    [one] { $count } person is on the list but has not opened their link yet.
   *[other] { $count } people are on the list but have not opened their links yet.
}
bases-go-mentee = Mentees ({ $count })
bases-go-mentor = Mentors ({ $count })
bases-go-alumnus = Former students ({ $count })
bases-export = Export to Excel
bases-import = Import a table
bases-links = Links for those not here yet

bases-list-mentee = 📇 <b>Mentees</b> · { $total }
bases-list-mentor = 📇 <b>Mentors</b> · { $total }
bases-list-alumnus = 📇 <b>Former students</b> · { $total }
bases-type-name = To find somebody, type a part of the name.
bases-sought = Looking for “{ $sought }”.
bases-nobody = Nobody found.
bases-show-all = Show everybody
bases-removed = ✓ The entry is gone, and its link with it.
bases-state-invited = link not opened
bases-state-consent = no consent yet
bases-state-form = filling in the form
bases-state-guardian = waiting for a parent
bases-state-applied = to be decided
bases-state-approved = in the programme
bases-state-reserve = in reserve
bases-state-declined = declined
bases-state-withdrawn = consent withdrawn

bases-card = <b>{ $name }</b> · { $role ->
    [mentee] mentee
    [mentor] mentor
   *[alumnus] former student
}
bases-card-state-invited = Entered by the team on { $since }. The link is not opened, there is no consent.
bases-card-state-consent = Here since { $since }, no consent yet.
bases-card-state-form = The form is being filled in.
bases-card-state-guardian = Waiting for a parent's consent.
bases-card-state-applied = The form waits for a decision.
bases-card-state-approved = ✓ In the programme
bases-card-state-reserve = In reserve: no pair yet.
bases-card-state-declined = Declined this time.
bases-card-state-withdrawn = The consent is withdrawn, answers are closed.
bases-card-year = Born in { $year }
bases-card-minor = { $agreed ->
    [yes] 🔒 Under 18 · a parent has agreed
   *[no] 🔒 Under 18 · no parent's consent
}
bases-card-reached-bot = Reached: in the bot
bases-card-reached-lost = 🔕 Reached: the bot is stopped, no letter arrives
bases-card-reached-none = Reached: not yet
bases-card-reached-paper = Reached: without a messenger
bases-card-paired = 🤝 Paired with: { $partners }
bases-to-decide = Open the application
bases-to-link = Personal link
bases-to-paper = No messenger: consent on paper
bases-to-form = Fill in the form
bases-to-remove = Delete the entry…
bases-sure =
    <b>Delete the entry “{ $name }”?</b>
    The name, the answers and the link are gone for good. You can enter them again.
bases-remove = Delete

bases-personal-link-mentee =
    { $name }, this is your own invitation to the mentoring programme “{ $programme }”, { $organisation }.
    Open the link: { $link }
    It is for one person and works until { $until }.
bases-personal-link-mentor =
    { $name }, we invite you to be a mentor in the programme “{ $programme }”, { $organisation }.
    Open your own link: { $link }
    It is for one person and works until { $until }.

bases-contact-bot = in the bot
bases-contact-guardian-bot = guardian, in the bot
bases-contact-paper = on paper
bases-mark-passed = completed
bases-file-export = Lists of people
bases-sheet-about = About
bases-about-programme = Programme
bases-about-organisation = Organisation
bases-about-day = Date of the export
bases-about-left = Left out, consents missing
bases-about-data = Please note
bases-about-care = This is personal data: keep the file where only those who need it can see it.
bases-export-caption =
    Mentees: { $mentee }, mentors: { $mentor }. Only those with every consent are here; still without: { $left }.
    The file holds personal data: please do not pass it on in chats.
bases-template-caption = The template: fill it in from the second row and send it here. The example row may stay.
bases-sheet-links = Links
bases-links-name = Name
bases-links-link = Personal link
bases-links-caption =
    { $count ->
        [one] { $count } personal link
       *[other] { $count } personal links
    }, good until { $until }. Hand each to its person: the bot has written to nobody. Earlier links of these people no longer open.
bases-sheet-faults = Errors
bases-faults-row = Row
bases-faults-column = Column
bases-faults-why = What is wrong
bases-faults-caption = Every row that could not be read.

base-import-whom =
    📥 <b>Import from a table</b>
    Who is in it?
base-import-role-mentee = Mentees
base-import-role-mentor = Mentors
base-import-file-mentee =
    📥 <b>Mentees from a table</b>
    Send an Excel or CSV file, up to { $megabytes } MB. Columns: { $headings }. Only the first is a must.
    You will see what is in it first. Nobody is added without your button.
base-import-file-mentor =
    📥 <b>Mentors from a table</b>
    Send an Excel or CSV file, up to { $megabytes } MB. Columns: { $headings }. Only the first is a must.
    You will see what is in it first. Nobody is added without your button.
base-import-template = Template
base-import-not-file = A file with a table is needed here: attach it with the paper clip.
base-import-checked =
    📥 <b>{ $file }</b>
    Rows: { $rows } · new: { $new } · here already: { $doubles } · with errors: { $faults }
base-import-doubles = Here already, not added again:
base-import-double = row { $row } — { $name }
base-import-double-row = row { $row } repeats row { $earlier }
base-import-more-doubles = …and { $count } more
base-import-faults = With errors:
base-import-fault = row { $row }, “{ $column }”: { $why }
base-import-nobody-new = There is nobody new here. Personal links of those on the list are on the screen “Lists of people”.
base-import-nothing-sent = The bot writes to nobody by itself: each person needs a personal link and their own consent. You will get a table of links at once.
base-import-take = { $new ->
    [one] Add { $new } person
   *[other] Add { $new } people
}{ $left_out ->
    [yes] { " " }without errors
   *[no] { "" }
}
base-import-all-faults = All errors as a file
base-import-other-file = Another file
base-import-progress =
    📥 <b>Adding</b>
    { $done } of { $total }
    { $bar }
base-import-done-mentee = { $added ->
    [one] ✓ { $added } mentee added.
   *[other] ✓ { $added } mentees added.
} The table of personal links is above. Until somebody opens their link and agrees, they are only a row in the list.
base-import-done-mentor = { $added ->
    [one] ✓ { $added } mentor added.
   *[other] ✓ { $added } mentors added.
} The table of personal links is above. Until somebody opens their link and agrees, they are only a row in the list.
base-import-links-again = The links again, new ones

entering-title =
    ✍️ <b>Enter for somebody</b>
    For those who use no messenger. The signed consent first, then the form.
entering-begun = What you began can be continued.
entering-some-unsaid = { $count ->
    [one] There is { $count } piece of news to pass on by word.
   *[other] There are { $count } pieces of news to pass on by word.
}
entering-role-mentee = A mentee
entering-role-mentor = A mentor
entering-go-on = Continue: { $name }
entering-to-unsaid = To tell by word ({ $count })
entering-age = ✍️ <b>How old are they?</b>
entering-age-under-14 = Under 14
entering-age-14-17 = 14 to 17
entering-age-adult = 18 or over
entering-who = <b>{ $name }</b>
entering-paper =
    📄 <b>Consent on paper</b>
    { $document }
entering-paper-of = Document { $number } of { $total }
entering-paper-how = Write the date and number of the signed paper, for example: 12.03.2026 No. 15. The paper stays with you.
entering-progress = ✍️ Their form · { $number } of { $total } · { $bar }
    Answer as they tell you.
entering-review =
    <b>Check their answers</b>
entering-send = Send the form
entering-sent-applied = ✓ { $name }: the form is sent and stands in the queue like any other.
entering-sent-guardian = ✓ { $name }: the form is kept. By the year of birth they are under 18: a parent's consent is needed, mark it in the application.
entering-another = Enter another
entering-unsaid =
    🗣 <b>{ $name }</b> · left to tell: { $left }
    { $words }
entering-all-said = ✓ Everything has been passed on.
entering-told = ✓ Told

refusal-file-too-big = The file is larger than { $megabytes } MB. Split the table in two.
refusal-file-not-table = It could not be read: not a table, or a broken file. Save it as an Excel workbook or CSV and send it again.
refusal-file-locked = The file has a password or an old format. Save it without a password as an ordinary Excel workbook and send it again.
refusal-file-has-macros = The file has macros, and such files are not taken. Save it as an ordinary Excel workbook without macros.
refusal-file-swells = The file is too large or too complex inside. Copy the table into a new workbook and send that.
refusal-too-many-rows = The table has more than { $most } rows. Split it into parts.
refusal-headings-missing = There is no column “{ $heading }”. Check the first row of the table, or take the template.
refusal-nobody-in-file = There is not a single filled-in row in the table.
refusal-cell-missing = This is empty, and cannot be left out.
refusal-cell-not-value = This is a formula or an error. Put the value itself here.
refusal-link-for-another = This is another person's own link. If it is yours, tell the curator: you are in the bot under another name. A child needs an account of their own; without a messenger the curator enters them.
refusal-already-here = This person is in the programme already and cannot be taken off the list; they can withdraw their consent.
refusal-paper-not-understood = The date and number of the paper are needed, for example: 12.03.2026 No. 15. The date cannot be in the future.
