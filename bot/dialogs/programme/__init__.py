"""A programme: its desk, settings, road map, calendar, archive."""
