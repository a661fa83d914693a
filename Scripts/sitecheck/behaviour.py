"""Pages as they behave: search, copy, the step view's keys, print."""

import urllib.parse

from browser import browser, patient

QUERIES = ["vanishing gradient", "BPTT", "naïve"]


def findings(site, pages):
    with browser() as chromium:
        context = patient(chromium, viewport={"width": 1280, "height": 900})
        yield from search(context, site)
        for page in pages:
            if page.kind == "lesson-page":
                yield from copy(context, page)
            if "stepview" in page.classes:
                yield from steps(context, page)
            yield from prints(context, page)
        yield from progress(context, site)


def open_page(context, page):
    tab = context.new_page()
    tab.goto(page.address)
    return tab


def search(context, site):
    tab = open_page(context, site.by_name["index.html"])
    for query in QUERIES:
        field = tab.locator(".search input")
        field.fill("")
        field.click()
        field.type(query)
        # The index is on its way; then it says how many it has found.
        status = tab.locator(".search [role=status]:not(:empty)")
        status.wait_for(state="attached")
        if "Nothing" in status.inner_text():
            yield f"search: nothing is found for “{query}”"
            continue
        found = tab.locator(".results a").first
        target = urllib.parse.urlsplit(found.get_attribute("href"))
        page = site.by_name.get(urllib.parse.unquote(target.path))
        anchor = urllib.parse.unquote(target.fragment)
        if not page or anchor and anchor not in page.ids:
            yield f"search: “{query}” leads to {target.geturl()}, which is not"
    tab.close()


def copy(context, page):
    """What the first block's button copies, pasted into the search field."""
    tab = open_page(context, page)
    button = tab.locator(".block-bar .copy").first
    if button.count():
        code = tab.locator(button.get_attribute("data-copy")).inner_text()
        button.click()
        tab.evaluate("""document.body.append(Object.assign(
          document.createElement('textarea'), {id: 'pasted'}))""")
        tab.locator("#pasted").focus()
        tab.keyboard.press("ControlOrMeta+V")
        pasted = tab.locator("#pasted").input_value()
        if pasted.strip() != code.strip():
            yield f"{page.name}: copying gives {pasted[:60]!r}"
    tab.close()


def steps(context, page):
    """The step view moves by the keyboard, and says so."""
    tab = open_page(context, page)
    view = tab.locator(".stepview").first
    slider = view.locator("input[type=range]").first
    slider.focus()
    said = []
    for key in ["Home", "ArrowRight", "End"]:
        tab.keyboard.press(key)
        said.append((slider.get_attribute("aria-valuetext"),
                     view.inner_text()))
    if len({words for words, _ in said}) < 2 or any(
            not words for words, _ in said):
        yield f"{page.name}: the step view’s slider does not say its step"
    if len({text for _, text in said}) < 2:
        yield f"{page.name}: the step view does not move"
    tab.close()


def prints(context, page):
    """Every figure is on paper: it has a box there, and a mark in the PDF."""
    tab = open_page(context, page)
    tab.emulate_media(media="print")
    lost = tab.evaluate("""() => Array.from(document.querySelectorAll('figure'))
      .filter(e => !e.closest('details') && !e.getBoundingClientRect().height)
      .map(e => e.id)""")
    for name in lost:
        yield f"{page.name}: {name} is not printed"
    pictures = tab.evaluate("""() => Array.from(
      document.querySelectorAll('figure [role=img]'))
      .filter(e => e.getBoundingClientRect().height).length""")
    paper = tab.pdf(tagged=True)
    marks = paper.count(b"/Figure")
    if marks < pictures:
        yield f"{page.name}: {marks} of {pictures} pictures are in the PDF"
    tab.close()


def progress(context, site):
    """A lesson marked as read is marked on the first page."""
    lessons = [p for p in site.pages if p.kind == "lesson-page"]
    tab = open_page(context, lessons[0])
    tab.locator(".progress button").click()
    tab.goto(site.by_name["index.html"].address)
    marked = tab.locator(".lessons > li.read").count()
    if marked != 1:
        yield f"progress: {marked} lessons are marked as read, not 1"
    tab.close()
