"""Papers of a programme: its report, orders, agreements, and what they are made of."""
