"""The sandbox: the bot without Telegram, on a local Bot API server with a page of phones."""
