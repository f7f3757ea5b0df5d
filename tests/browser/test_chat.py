"""One phone and the bot: what a person sees when writing, pressing, sending and receiving."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Window
from tests.browser.stand import CURATOR, MENTEE, Stand

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def phone(page: Page, person: int) -> Locator:
    return page.locator(f"#phone-{person}")


async def say(page: Page, person: int, text: str) -> None:
    box = phone(page, person).get_by_role("textbox")
    await box.fill(text)
    await box.press("Enter")


async def test_the_first_message_comes_only_after_start(window: Window) -> None:
    lena = phone(await window.open(), MENTEE)
    await expect(lena.get_by_role("textbox")).to_be_hidden()
    await expect(lena.get_by_text("Бот не может написать первым")).to_be_visible()
    await lena.get_by_role("button", name="Начать", exact=True).click()
    await expect(lena.get_by_text("Здравствуйте, Лена!")).to_be_visible()
    await expect(lena.locator(".text b").first).to_have_text("Лена")
    await expect(lena.get_by_role("textbox")).to_be_visible()


async def test_a_suggested_link_starts_with_its_payload(window: Window) -> None:
    lena = phone(await window.open(), MENTEE)
    await lena.get_by_role("button", name="Открыть ссылку: QR-код на плакате").click()
    await expect(lena.get_by_text("Пришли по ссылке poster_7")).to_be_visible()


async def test_a_press_edits_in_place_and_shows_a_toast(window: Window) -> None:
    page = await window.open()
    await say(page, CURATOR, "/count")
    anna = phone(page, CURATOR)
    again = anna.get_by_role("button", name="Ещё раз")
    await again.click()
    await expect(anna.get_by_text("Нажато: 1")).to_be_visible()
    await expect(anna.get_by_text("Посчитала: 1")).to_be_visible()
    await expect(anna.get_by_text("изменено")).to_be_visible()
    await expect(again).to_have_count(1)
    await expect(again).to_be_focused()


async def test_an_alert_waits_until_it_is_read(window: Window) -> None:
    page = await window.open()
    await say(page, CURATOR, "/count")
    anna = phone(page, CURATOR)
    await anna.get_by_role("button", name="Предупреди").click()
    alert = anna.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Это важно")
    await alert.get_by_role("button", name="Понятно").click()
    await expect(alert).to_have_count(0)


async def test_a_button_that_is_gone_is_refused_aloud(window: Window, stand: Stand) -> None:
    page = await window.open()
    await say(page, CURATOR, "/count")
    anna = phone(page, CURATOR)
    await expect(anna.get_by_role("button", name="Ещё раз")).to_be_visible()
    for message in stand.telegram.chats[CURATOR].messages.values():
        message.markup = None
    await anna.get_by_role("button", name="Ещё раз").click()
    await expect(anna.get_by_text("Не получилось: no such button")).to_be_visible()
    # The page fetches with an honest 409, which Chromium writes into its console.
    assert all("409" in complaint for complaint in window.complaints)
    window.complaints.clear()


async def test_a_reply_keyboard_stays_below_and_goes_when_removed(window: Window) -> None:
    page = await window.open()
    await say(page, CURATOR, "клавиатура")
    anna = phone(page, CURATOR)
    keyboard = anna.get_by_role("group", name="Клавиатура бота")
    await keyboard.get_by_role("button", name="Мой путь").click()
    await expect(anna.get_by_text("Услышала: Мой путь")).to_be_visible()
    await expect(keyboard).to_be_visible()
    await anna.get_by_role("button", name="Клавиатура бота").click()
    await expect(keyboard).to_be_hidden()
    await say(page, CURATOR, "убери")
    await expect(anna.get_by_text("Убрала")).to_be_visible()
    await expect(anna.get_by_role("button", name="Клавиатура бота")).to_be_hidden()


async def test_the_header_says_that_the_bot_is_typing(window: Window) -> None:
    page = await window.open()
    await say(page, CURATOR, "печатай")
    await expect(phone(page, CURATOR).get_by_text("бот печатает")).to_be_visible()


async def test_photos_open_and_documents_download(window: Window) -> None:
    page = await window.open()
    await say(page, CURATOR, "вложения")
    anna = phone(page, CURATOR)
    async with page.expect_download() as started:
        await anna.get_by_role("link", name="Документ Отчёт.csv").click()
    download = await started.value
    assert download.suggested_filename == "Отчёт.csv"
    assert Path(await download.path()).read_text(encoding="utf-8") == "пара;встречи\n"
    await anna.get_by_role("button", name="Открыть фото").click()
    await expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_a_person_can_send_a_file(window: Window, stand: Stand) -> None:
    page = await window.open()
    anna = phone(page, CURATOR)
    file = {"name": "список.csv", "mimeType": "text/csv", "buffer": b"a;b\n"}
    await anna.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]  # a plain dict is documented
    await expect(anna.get_by_role("link", name="Документ список.csv")).to_be_visible()
    await expect(anna.get_by_text("Услышала: файл список.csv")).to_be_visible()


async def test_a_blocked_bot_cannot_be_written_to_until_it_is_unblocked(window: Window) -> None:
    page = await window.open()
    anna = phone(page, CURATOR)
    await anna.get_by_role("button", name="Действия: Куратор").click()
    await page.get_by_role("menuitem", name="Заблокировать бота").click()
    await expect(anna.get_by_role("textbox")).to_be_hidden()
    await expect(anna.get_by_text("бот заблокирован")).to_be_visible()
    await anna.get_by_role("button", name="Разблокировать бота").click()
    await expect(anna.get_by_role("textbox")).to_be_visible()


async def test_the_call_log_shows_refusals_in_red(window: Window, stand: Stand) -> None:
    page = await window.open()
    await stand.bot.send(MENTEE, text="Можно?")
    bar = page.get_by_role("button", name="Журнал вызовов")
    await expect(bar).to_contain_text("ошибок: 1")
    await bar.click()
    await page.get_by_role("checkbox", name="Только ошибки").check()
    row = page.get_by_role("row").filter(has_text="Forbidden")
    await expect(row).to_contain_text("sendMessage")
    await expect(row).to_contain_text("Наставляемая")
    await expect(page.locator("tbody tr")).to_have_count(1)
    await expect(row).to_have_class("failed")


async def test_markup_in_a_text_is_never_run(window: Window, stand: Stand) -> None:
    page = await window.open()
    nasty = "<img src=x onerror=alert(1)> & <b>нет</b>"
    await stand.bot.send(CURATOR, text=nasty)
    anna = phone(page, CURATOR)
    await expect(anna.locator(".text").last).to_contain_text(nasty)
    await expect(anna.locator(".text img, .text b")).to_have_count(0)
