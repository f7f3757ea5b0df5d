"""A paper made in the worker process and sent into the chat; the screen goes on below it."""

from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from bot.dialogs.bases.base_files_sent import bot_of, worker_of
from bot.dialogs.parts.screens import hands
from bot.reports.drawing import draw_paper
from bot.reports.paper import Paper, PaperFormat


async def send_paper(
    manager: DialogManager, paper: Paper, as_: PaperFormat, *, name: str, caption: str
) -> None:
    """`name` without its ending; `caption` as plain words."""
    content = await worker_of(manager).run(draw_paper, paper, as_)
    await bot_of(manager).send_document(
        int(hands(manager).reader.address),
        BufferedInputFile(content, f"{name}.{as_}"),
        caption=caption,
        parse_mode=None,
    )
    manager.show_mode = ShowMode.DELETE_AND_SEND
