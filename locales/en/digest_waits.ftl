# The digest: questions of participants, one's own tasks, documents that end soon.

digest-questions = ❓ { $count ->
    [one] { $count } question to the curator waits for an answer
   *[other] { $count } questions to the curator wait for an answer
}{ $days ->
    [0] {""}
    [one] , the oldest for { $days } day
   *[other] , the oldest for { $days } days
}
digest-open-questions = ❓ Questions ({ $count })
digest-tasks = 📌 { $count ->
    [one] Due: { $count } task of yours
   *[other] Due: { $count } tasks of yours
}
digest-open-tasks = 📌 My tasks ({ $count })
digest-document = 🟡 { $name } · { $document }: { $left ->
    [0] today is the last day
    [one] { $left } day left
   *[other] { $left } days left
}{ $reminded ->
    [yes] {" "}· written to on { $day }
   *[no] {""}
}
digest-more-documents = { $count ->
    [one] …and { $count } more document ends soon
   *[other] …and { $count } more documents end soon
}
digest-open-document = 🪪 { $name }
digest-renewed = ✓ { $name } · { $document }: the new one is valid until { $until }
digest-open-pairs = All pairs

# One document of the digest.
digest-document-title = 🪪 <b>{ $name }</b>
digest-document-until = • { $document }: valid until { $until }, { $left ->
        [0] today is the last day
        [one] { $left } day left
       *[other] { $left } days left
    }
digest-document-then = After that the pairs rest until you have noted a new document.
digest-document-told = A letter asking for a new one went on { $day }.
digest-document-remind = ✉️ Ask for a new one
digest-document-renewed = Renewed…
refusal-document-reminded-lately = They have just been reminded of this document. You can do it again: { $again }.
