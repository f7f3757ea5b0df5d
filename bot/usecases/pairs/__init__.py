"""A pair from the proposal to the last meeting."""
