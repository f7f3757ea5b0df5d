# Why somebody is in no group.
rule-no-group = mentors would fit, but not enough people share a free hour for a group
