"""The queue of applications, a card, what the selection needs."""
