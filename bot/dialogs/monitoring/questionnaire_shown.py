"""What the screens of a questionnaire keep between two presses: ids and names, never facts."""

from uuid import UUID

from aiogram_dialog import DialogManager

from bot.dialogs.parts.lines import id_in
from bot.domain.errors import Gone

KEY = "questionnaire"  # of the questionnaire on the screen; absent while a new one is written
DRAFT = "questionnaire_draft"
PUBLISHED = "questionnaire_published"  # from this screen, just now


def key_of(manager: DialogManager) -> str:
    """Raises `Gone`."""
    key = manager.dialog_data.get(KEY)
    if not isinstance(key, str):
        raise Gone
    return key


def draft_of(manager: DialogManager) -> UUID:
    """Raises `Gone`."""
    return id_in(str(manager.dialog_data.get(DRAFT, "")))
