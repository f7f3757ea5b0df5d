"""The curator's desk: finding people, their questions, notes, letters to many, tasks."""
