volunteer-title =
    🤲 Help from former students
    Talk about your profession, invite a group to your workplace, help with a project.
    Which programme would you like to join?
volunteer-nothing-open =
    🤲 Help from former students
    No programme is open at the moment. Please look in again at the start of the school year.
