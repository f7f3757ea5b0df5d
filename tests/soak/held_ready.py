"""What the server process holds ready for the bots it forks, beside the imports: parsed texts."""

from bot.texts import Texts

TEXTS = Texts()
