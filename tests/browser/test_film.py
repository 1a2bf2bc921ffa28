"""The film of the training chapter: it plays, pauses, steps, and keeps still when asked to."""

import pytest
from playwright.sync_api import Browser, Page, expect

PAGE = "chapters/training.html"


def open_film(page: Page, address: str) -> Page:
    page.goto(address + PAGE)
    page.locator(".film-player").scroll_into_view_if_needed()
    return page


def number(page: Page) -> int:
    return int(page.locator(".film-player input").input_value())


@pytest.fixture
def calm(chromium: Browser, address: str):
    page = chromium.new_page(reduced_motion="reduce")
    yield open_film(page, address)
    page.close()


def test_it_plays_when_it_comes_into_view_and_can_be_paused(tab: Page, address: str):
    open_film(tab, address)
    button = tab.locator(".film-player button")
    expect(button).to_have_text("멈춤")
    tab.wait_for_function("document.querySelector('.film-player input').value > 2")
    button.click()
    expect(button).to_have_text("재생")
    where = number(tab)
    tab.wait_for_timeout(800)
    assert number(tab) == where


def test_no_motion_without_being_asked(calm: Page):
    button, slider = calm.locator(".film-player button"), calm.locator(".film-player input")
    expect(button).to_have_text("재생")
    last = slider.get_attribute("max")
    calm.wait_for_timeout(800)
    assert slider.input_value() == last
    button.press("Enter")
    expect(button).to_have_text("멈춤")
    calm.wait_for_function("document.querySelector('.film-player input').value < 5")


def test_the_keyboard_steps_through_the_frames(calm: Page):
    slider, picture = calm.locator(".film-player input"), calm.locator(".film-player img")
    places = set()
    for _ in range(3):
        slider.press("ArrowLeft")
        places.add(picture.evaluate("image => image.style.transform"))
    assert len(places) == 3
    last = int(slider.get_attribute("max"))
    assert number(calm) == last - 3
    assert slider.get_attribute("aria-valuetext") == f"{last}장면 가운데 {last - 3}번째"
    expect(calm.locator(".film-controls span")).to_have_text(f"{last - 3} / {last}")


def test_one_frame_fills_the_screen(calm: Page):
    screen = calm.locator(".film-screen").bounding_box()
    sheet = calm.locator(".film-screen img").bounding_box()
    assert sheet["width"] == pytest.approx(5 * screen["width"], abs=2)
    rows = int(calm.locator(".film-player input").get_attribute("max")) / 5
    assert sheet["height"] == pytest.approx(rows * screen["height"], abs=4)


def test_without_script_the_whole_sheet_is_seen(chromium: Browser, address: str):
    page = chromium.new_page(java_script_enabled=False)
    page.goto(address + PAGE)
    assert page.locator(".film-player").count() == 0
    assert page.locator("img.film").bounding_box()["width"] > 500
    page.close()
