"""Chromium, as Playwright drives it: the machine's own."""

import contextlib
import shutil

from playwright.sync_api import sync_playwright

NAMES = [
    "chromium", "chromium-browser", "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]


@contextlib.contextmanager
def browser():
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if not program:
        raise SystemExit(
            "error: Chromium is not installed; run Scripts/prepare check")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu",
                  "--disable-background-networking"])
        yield chromium
        chromium.close()
