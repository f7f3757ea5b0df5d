"""What leaves the bot as a file: pictures, calendar entries, and the process that makes them."""
