"""What a bot offers for what is typed after its name, on the page: with a finger and with keys."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Window
from tests.browser.scripted_bot import USERNAME
from tests.browser.stand import CURATOR, Stand
from tests.browser.test_chat import phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_name_is_typed_and_its_result_is_sent_via_the_bot(
    window: Window, stand: Stand
) -> None:
    page = await window.open(width=390, height=844, touch=True)
    anna = phone(page, CURATOR)
    button = {"text": "Искать в строке", "switch_inline_query_current_chat": ""}
    await stand.bot.send(CURATOR, text="Кого?", reply_markup={"inline_keyboard": [[button]]})
    await anna.get_by_role("button", name="Искать в строке").click()
    box = anna.get_by_role("textbox")
    await expect(box).to_have_value(f"@{USERNAME} ")
    await expect(box).to_be_focused()
    await page.keyboard.type("nobody")
    await expect(anna.get_by_text("Ничего не нашлось")).to_be_visible()
    await box.fill(f"@{USERNAME} ле")
    offered = anna.get_by_role("group", name="Найденное").get_by_role("button")
    await expect(offered).to_have_text(["Лена · леученица"])
    await box.press("ArrowUp")
    await expect(offered).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(anna.get_by_text("Услышала: /card p1")).to_be_visible()
    await expect(anna.get_by_text(f"через @{USERNAME}")).to_be_visible()
    await expect(box).to_have_value("")
    await expect(offered).to_have_count(0)
    assert window.complaints == []
