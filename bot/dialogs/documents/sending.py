"""A paper made in the worker process and sent into the chat."""

from aiogram_dialog import DialogManager

from bot.dialogs.parts.sending import send_file, worker_of
from bot.reports.drawing import draw_paper
from bot.reports.paper import Paper, PaperFormat


async def send_paper(
    manager: DialogManager, paper: Paper, as_: PaperFormat, *, name: str, caption: str
) -> None:
    """`name` without its ending; `caption` as plain words."""
    content = await worker_of(manager).run(draw_paper, paper, as_)
    await send_file(manager, f"{name}.{as_}", content, caption)
