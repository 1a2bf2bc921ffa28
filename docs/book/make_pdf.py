"""Print the built site as a book: ``make_pdf.py chromium site target``."""

import os
import shutil
import sys
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import matplotlib
import pikepdf
from book_font import write_truetype
from one_page import one_page, pages, with_page_numbers
from pikepdf import ObjectStreamMode
from playwright.sync_api import sync_playwright

import nnnotes

HERE = Path(__file__).parent
LARGEST = 10
TITLE = "실행하며 배우는 신경망"
FONT = Path(nnnotes.__file__).parent / "fonts" / "NnnotesSansKR-Regular.otf"
OTHER_FONTS = [
    Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSansMono.ttf"),
    Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"),
]
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def imprint(address: str) -> str:
    """Return what stands behind the title page."""
    place = f'<p><a href="{address}">{address}</a></p>' if address else ""
    return (
        f"<p>{TITLE}</p><p>nnnotes {version('nnnotes')}</p>{place}"
        "<p>이 책의 모든 숫자와 그림은 책을 짓는 동안 계산되었습니다. "
        "웹에서는 모든 코드를 고쳐 실행하고 실험을 움직여 볼 수 있습니다.</p>"
        "<p>글과 그림: CC BY 4.0. 코드: BSD 3-Clause.</p>"
    )


def print_page(chromium: str, page: Path, target: Path) -> None:
    """Let Chromium print a page: tagged, with an outline."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        tab = browser.new_page()
        tab.goto(page.as_uri())
        tab.evaluate("document.fonts.ready")
        tab.pdf(path=target, prefer_css_page_size=True, print_background=True, tagged=True,
                outline=True)  # fmt: skip
        browser.close()


def page_numbers(target: Path) -> dict[str, int]:
    """Return on which page of a printed book each id is that a link leads to."""
    with pikepdf.open(target) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        return {name[1:]: numbers[place[0].objgen] for name, place in pdf.Root.Dests.items()}


def print_book(chromium: str, text: str, page: Path, target: Path) -> None:
    """Print the book twice: only then is it known on which page a chapter begins."""
    page.write_text(text, encoding="utf-8")
    print_page(chromium, page, target)
    numbers = page_numbers(target)
    page.write_text(with_page_numbers(text, numbers), encoding="utf-8")
    print_page(chromium, page, target)
    if page_numbers(target) != numbers:
        sys.exit("차례의 쪽 번호를 적으니 쪽이 밀렸습니다")


def pack(target: Path) -> None:
    """Pack the many small objects that Chromium leaves loose, and name the makers of the book."""
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        date = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())), UTC)
        pdf.docinfo.update({"/Author": "nnnotes developers", "/Creator": "nnnotes"})
        for key in ("/CreationDate", "/ModDate"):
            pdf.docinfo[key] = date.strftime("D:%Y%m%d%H%M%SZ")
        pdf.save(target, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)


def check(target: Path, headings: int) -> None:
    """End with one line if the book isn't what it has to be."""
    with pikepdf.open(target) as pdf, pdf.open_outline() as outline:
        fonts = [item.FontDescriptor for item in pdf.objects if is_font(item)]
        loose = [str(font.FontName) for font in fonts if "/FontFile2" not in font]
        size = target.stat().st_size / 1e6
        if loose or not any("NnnotesSansKR" in str(font.FontName) for font in fonts):
            sys.exit(f"글꼴이 들어 있지 않습니다: {loose}")
        if len(outline.root) < headings or "/StructTreeRoot" not in pdf.Root:
            sys.exit(f"차례가 모자랍니다. 받은 값: {len(outline.root)}")
        if size > LARGEST:
            sys.exit(f"{LARGEST} MB를 넘지 않아야 합니다. 받은 값: {size:.1f}")
        print(f"{len(pdf.pages)}쪽, {size:.1f} MB")


def is_font(item: pikepdf.Object) -> bool:
    """Tell a font with outlines (slanted ones become drawings instead) from other objects."""
    return isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/CIDFontType2"


def main(chromium: str, site: Path, target: Path) -> None:
    sys.path.append(str(HERE.parent / "_ext"))
    from book_cover import draw_cover

    folder = target.parent / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    for path in [*OTHER_FONTS, HERE / "book.css"]:
        shutil.copy(path, folder)
    draw_cover(folder / "cover.png")
    address = os.environ.get("NNNOTES_BASE_URL", "")
    page = folder / "book.html"
    text = one_page(site, TITLE, imprint(address), folder / "book.css", address)
    write_truetype(FONT, text, folder / "NnnotesSansKR-Regular.ttf")
    print_book(chromium, text, page, target)
    pack(target)
    check(target, len(pages(site)))


if __name__ == "__main__":
    main(sys.argv[1], *(Path(argument).resolve() for argument in sys.argv[2:]))
