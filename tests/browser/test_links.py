"""Deep links: a link that one person received is opened on another person's phone."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Window
from tests.browser.stand import CURATOR, DIRECTOR, MOTHER, Stand
from tests.browser.test_chat import phone, say

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_link_in_a_message_is_handed_to_another_phone(window: Window) -> None:
    page = await window.open(width=1600)
    await say(page, CURATOR, "/count")
    await phone(page, CURATOR).get_by_role("button", name="Ссылка для мамы").click()
    await phone(page, CURATOR).get_by_role("link", name="https://t.me/").click()
    await page.get_by_role("menuitem", name="Мама Лены").click()
    await expect(phone(page, MOTHER).get_by_text("Пришли по ссылке guardian_1")).to_be_visible()
    await expect(phone(page, MOTHER).get_by_role("textbox")).to_be_visible()


async def test_a_link_on_a_button_is_opened_by_a_new_person(window: Window) -> None:
    page = await window.open()
    await say(page, CURATOR, "/count")
    await phone(page, CURATOR).get_by_role("button", name="Ссылка для мамы").click()
    await phone(page, CURATOR).get_by_role("link", name="Открыть как мама").click()
    await page.get_by_role("menuitem", name="Новый человек…").click()
    form = page.get_by_role("dialog", name="Новый человек")
    await form.get_by_label("Имя").fill("Вера")
    await form.get_by_label("Подпись телефона").fill("Тётя")
    await form.get_by_role("button", name="Добавить").click()
    vera = page.get_by_role("region", name="Тётя")
    await expect(vera.get_by_text("Пришли по ссылке guardian_1")).to_be_visible()


async def test_phones_of_other_people_are_opened_and_put_away(window: Window, stand: Stand) -> None:
    page = await window.open()
    await expect(phone(page, DIRECTOR)).to_have_count(0)
    await expect(page.get_by_role("region")).to_have_count(4)  # three phones and the clock
    await stand.bot.send(DIRECTOR, text="Отчёт готов")
    await page.get_by_role("button", name="Добавить телефон").click()
    await page.get_by_role("menuitem", name="Директор").click()
    await expect(phone(page, DIRECTOR).get_by_text("Отчёт готов")).to_be_visible()
    await phone(page, DIRECTOR).get_by_role("button", name="Действия: Директор").click()
    await page.get_by_role("menuitem", name="Убрать телефон").click()
    await expect(phone(page, DIRECTOR)).to_have_count(0)


async def test_the_address_may_name_the_phones_to_show(window: Window) -> None:
    page = await window.open(query="?phones=Директор,Куратор&lang=en")
    await expect(page.locator(".phone h2")).to_have_text(["Директор", "Куратор"])
    await expect(page.get_by_role("button", name="Start over")).to_be_visible()
