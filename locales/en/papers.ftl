# Orders, agreements, letters of thanks, consents on paper, and templates of one's own.

documents-go-papers = 📑 Orders, agreements, consents
papers-title =
    📑 <b>Orders, agreements, consents</b>
    The bot fills in names and days. These are drafts: check and sign them on your side.
papers-handed-out-title =
    🎓 <b>Letters and certificates</b>
    Each on a page of its own, all in one file: ready to print.
papers-title-pairs = Order assigning the pairs
papers-title-consents = Consents on paper
papers-card = 📑 <b>{ $title }</b>
papers-copies = { $kind ->
    [pairs] Rows in the order: { $n }.
    [agreement] Agreements: { $n }, each on a page of its own. These are all pairs both of whom said yes.
    [thanks-mentor] Letters: { $n }, each on a page of its own. These are mentors whose pairs are at work or have finished.
    [thanks-mentee] Letters: { $n }, each on a page of its own. These are mentees whose pairs are at work or have finished.
    [certificate-mentee] Certificates: { $n }, each on a page of its own. These are mentees whose pairs have come to a good end. The PDF has a frame, as people take it along themselves; Word can be edited.
    [certificate-trained] Certificates: { $n }, each on a page of its own. These are mentors who have finished their training in the bot. The PDF has a frame, as people take it along themselves; Word can be edited.
    [consents] Consents: { $n }, each on a page of its own, in the words of the bot. Mark a signed one on the card of the person.
   *[other] One paper for the programme.
}
papers-nobody = { $kind ->
    [thanks-mentor] For nobody yet: no pair has begun its work.
    [thanks-mentee] For nobody yet: no pair has begun its work.
    [certificate-mentee] For nobody yet: no pair has come to its end.
    [certificate-trained] For nobody yet: nobody has finished the training in the bot.
   *[other] For nobody yet: there is no pair both of whom said yes.
}
papers-alone = For one pair only: { $mentee } — { $mentor }.
papers-go-pair = 👥 For one pair
papers-which-pair = 👥 For which pair is the agreement? Choose one or type a name.
papers-pair = { $mentee } — { $mentor }
papers-sought = Looking for “{ $typed }”
papers-sought-nobody = No such pair was found.
papers-sought-all = Show everybody
papers-of-pair = 📑 Agreement
papers-guardian-not-needed = not needed
papers-own =
    🧩 The Word file is made of your template: version { $number } of { $on }.
    The bot makes no PDF of a template of your own: only Word knows how its pages look. Take the Word file and save it as PDF.
papers-go-template = 🧩 A template of our own
papers-template =
    🧩 <b>{ $title }: a template of your own</b>
    Send a Word file (up to { $megabytes } MB) as a message. Where the bot should fill something in, write a field in double brackets. The template will hold for all programmes of the organisation.
    Fields: { $fields }
papers-row = In a table make one row with these fields, the bot says it again for each pair: { $fields }
papers-send-file = A Word file is needed: send it as a message.
papers-version = { $now ->
    [yes] ✓{" "}
   *[other] {""}
}Version { $number } of { $on }: { $name }
papers-give-up = ↩️ Back to the bot's template
papers-again = Send a mended one
papers-troubles =
    🧩 <b>The template does not do yet</b>
    The one before stays. What to mend:
papers-fault-unknown-field = • There is no field “{ $words }”. Take one of the list.
papers-fault-row-field-outside = • The field “{ $words }” has to stand in a row of a table.
papers-fault-own-field-in-foot = • The field “{ $words }” differs from copy to copy: it has no place in a header or footer.
papers-fault-brackets = • Double brackets are not closed, or are too many: “{ $words }”
papers-fault-commands = • I know fields in double brackets only, and this is something else: “{ $words }”
papers-fault-no-row = • There is no row of a table with the fields of a pair: { $words }
papers-field-organisation = organisation
papers-field-programme = programme
papers-field-year = school year
papers-field-starts = programme starts
papers-field-ends = programme ends
papers-field-forms = forms
papers-field-curators = curators
papers-field-pairs = pairs
papers-field-number = number
papers-field-mentor = mentor
papers-field-mentee = mentee
papers-field-guardian = guardian
papers-field-form = form
papers-field-since = since
papers-field-until = until
papers-field-issued = issued on
papers-field-modules = modules
papers-field-volume = volume
papers-field-slot = time
papers-field-name = name
papers-field-meetings = meetings
papers-consent-version = Text of { $version }.
refusal-template-too-big = The file is larger than { $megabytes } MB. Take pictures out, or make them smaller.
refusal-not-document = This could not be read: it is no Word document, or it is damaged. Save it as an ordinary document and send it again.
refusal-template-locked = The file has a password or is in an old format. Save it without a password as an ordinary Word document and send it again.
refusal-template-has-macros = There are macros in the file; such files are not taken. Save it as an ordinary Word document without macros.
refusal-template-swells = The file is too large inside, or built in too complicated a way. Copy the text into a new document and send that.
refusal-template-reaches-out = Something in the file is loaded from elsewhere or run: a linked template, an embedded object, a special field. Copy the text into a new document and send that.
