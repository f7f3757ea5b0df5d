"""Methods by which the bot reads: itself, chats, files, and the updates that wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.errors import Refused, bad_request, conflict
from sandbox.telegram.files import MAX_DOWNLOAD
from sandbox.telegram.methods.content import known_chat
from sandbox.telegram.methods.method import Method
from sandbox.telegram.updates import WEBHOOK_ACTIVE

if TYPE_CHECKING:
    from sandbox.telegram.telegram import Telegram


async def get_me(telegram: Telegram, args: Arguments) -> Any:
    return {
        **telegram.me_as_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": telegram.inline.on,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(telegram: Telegram, args: Arguments) -> Any:
    updates = telegram.updates
    try:
        if telegram.webhook.url:
            raise conflict(WEBHOOK_ACTIVE)
        updates.allow(args.parsed("allowed_updates", "can't parse allowed updates"))
        return await updates.get(
            offset=args.integer("offset"),
            limit=args.integer("limit", 100),
            timeout=args.integer("timeout"),
        )
    except Refused as refusal:
        if refusal.code == 409:
            await updates.pause_before_conflict()
        raise


async def set_webhook(telegram: Telegram, args: Arguments) -> Any:
    telegram.webhook.set(args)
    return True


async def delete_webhook(telegram: Telegram, args: Arguments) -> Any:
    dropped = args.flag("drop_pending_updates")
    telegram.webhook.remove(drop_pending_updates=dropped)
    return True


async def get_webhook_info(telegram: Telegram, args: Arguments) -> Any:
    return telegram.webhook.info()


async def get_chat(telegram: Telegram, args: Arguments) -> Any:
    chat = known_chat(telegram, args)
    return {**chat.api(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": {
        "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False,
        "premium_subscription": False, "gifts_from_channels": False,
    }}  # fmt: skip


async def get_file(telegram: Telegram, args: Arguments) -> Any:
    file_id = args.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = telegram.files.get(file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


METHODS = (
    Method("getMe", get_me),
    Method("getUpdates", get_updates),
    Method("setWebhook", set_webhook),
    Method("deleteWebhook", delete_webhook),
    Method("getWebhookInfo", get_webhook_info),
    Method("getChat", get_chat),
    Method("getFile", get_file),
)
