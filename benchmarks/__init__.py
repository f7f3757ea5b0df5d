"""What the product costs, beside what its libraries cost: `python -m benchmarks [NAME ...]`."""
