"""Chromium, as Playwright drives it: the machine's own."""

import contextlib
import shutil

from playwright.sync_api import sync_playwright

# Minutes, in milliseconds: a slow machine is no fault of a page.
PATIENCE = 10 * 60 * 1000

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
            executable_path=program, timeout=PATIENCE,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                  "--disable-background-networking"])
        yield chromium
        chromium.close()


def patient(chromium, **settings):
    """A context of the browser that waits for slow machines."""
    context = chromium.new_context(**settings)
    context.set_default_timeout(PATIENCE)
    context.set_default_navigation_timeout(PATIENCE)
    return context
