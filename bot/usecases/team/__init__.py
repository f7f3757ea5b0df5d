"""Who runs a programme, and the links by which people come."""
