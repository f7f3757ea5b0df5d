"""What people see: screens and buttons, in rooms as the use cases are; windows share `parts`."""
