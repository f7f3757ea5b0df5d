"""What windows of every room are made of."""
