"""Pictures of every kind of page, for looking at: python Tests/Browser/look.py FOLDER [LANGUAGE...]"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Support"))

from playwright.sync_api import sync_playwright
from program import demo

from browsing import PHONE, WIDE, Visitors, launch
from places import KINDS, Places


def main(folder: Path, languages: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, demo(Path(data) / "data") as site, sync_playwright() as playwright:
        site.start()
        browser = launch(playwright)
        for language in languages:
            places = Places.prepare(site, language)
            for size in (PHONE, WIDE):
                for scheme in ("light", "dark"):
                    visitors = Visitors(site, browser)
                    page = visitors.come(size=size, scheme=scheme, locale=language)
                    for kind in KINDS:
                        places.open(page, kind)
                        picture = folder / f"{kind.replace(' ', '-')}.{language}.{size['width']}.{scheme}.png"
                        page.screenshot(path=picture, full_page=True)
                    visitors.leave()
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2:] or ["fr", "en"])
