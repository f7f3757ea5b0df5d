# Groups: why somebody is in none, and a second mentor.
rule-no-group = mentors would fit, but not enough people share a free hour for a group
matching-second-mentor = A second mentor where one is free
