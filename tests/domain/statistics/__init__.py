"""What the statistics are held against. Checks are plain functions: scipy takes a second to load,
so that nothing here is imported by a process that only looks for tests (`test_statistics.py`)."""
