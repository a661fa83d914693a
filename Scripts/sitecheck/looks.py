"""Pages as they look: narrow and wide, light and dark, with and without
scripts, opened from disk. Next: behaviour.py, what they do."""

import axe_playwright_python.sync_playwright as axe

from browser import browser, patient

WIDTHS = [390, 1280]
THEMES = ["light", "dark"]
# What is not wrong, but only advice beyond WCAG 2.2 AA.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
                     "best-practice"],
         # axe would read the style sheets anew, and no page allows that.
         "preload": False,
         # What passes is not told one by one.
         "resultTypes": ["violations"]}

LOOK = """() => {
  const shown = e => { const r = e.getBoundingClientRect();
    return r.width > 0 && r.height > 0; };
  const folded = e => e.closest('details:not([open])');
  const name = e => (e.closest('[id]') || e).id || e.className;
  const wide = Array.from(document.querySelectorAll('body *')).find(e => {
    const r = e.getBoundingClientRect();
    return r.right > innerWidth + 1 && shown(e)
      && getComputedStyle(e).position !== 'absolute'
      && !e.closest('pre, .formula, .table-wrap, svg, .vh, .katex-mathml'); });
  return {
    tooWide: document.documentElement.scrollWidth > innerWidth
      ? (wide ? wide.outerHTML.slice(0, 160) : '?') : '',
    hidden: Array.from(document.querySelectorAll('.output samp, figure'))
      .filter(e => !folded(e) && !shown(e)).map(name),
    empty: Array.from(document.querySelectorAll('figure')).filter(e =>
      !folded(e) && e.querySelector('svg, table')
      && !Array.from(e.querySelectorAll('svg, table')).some(shown)).map(name),
    script: document.documentElement.classList.contains('js'),
  };
}"""

SHIFT = """() => new Promise(done => {
  let sum = 0, worst = '';
  new PerformanceObserver(list => { for (const e of list.getEntries())
    if (!e.hadRecentInput) { sum += e.value;
      const n = e.sources[0] && e.sources[0].node;
      worst = worst || (n && n.outerHTML || '').slice(0, 120); }
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done([sum, worst]), 120);
})"""


def findings(pages):
    with browser() as chromium:
        for script in [True, False]:
            for theme in THEMES:
                context = patient(
                    chromium, color_scheme=theme, java_script_enabled=script)
                window = Window(context.new_page())
                for page in pages:
                    for width in WIDTHS:
                        yield from look(window, page, width, theme, script)
                context.close()


class Window:
    """One for many pages, since opening one takes longer than a page. Keeps
    what a page's console says, and which addresses it asks for."""

    def __init__(self, tab):
        self.tab = tab
        self.said: list[str] = []
        self.asked: list[str] = []
        tab.on("console", lambda m: self.said.append(f"{m.type}: {m.text}"))
        tab.on("pageerror", lambda e: self.said.append(f"error: {e}"))
        tab.on("request", lambda r: self.asked.append(r.url))

    def open(self, page, width):
        self.said.clear()
        self.asked.clear()
        self.tab.set_viewport_size({"width": width, "height": 900})
        self.tab.goto(page.address)
        return self.tab


def look(window, page, width, theme, script):
    name = f"{page.name} at {width}, {theme}" + (
        "" if script else ", no script")
    tab = window.open(page, width)
    seen = tab.evaluate(LOOK)
    if seen["tooWide"]:
        yield f"{name}: it scrolls sideways: {seen['tooWide']}"
    for what in seen["hidden"] + seen["empty"]:
        yield f"{name}: nothing is seen of {what}"
    if seen["script"] != script:
        yield f"{name}: its script ran: {seen['script']}"
    if script:
        shift, worst = tab.evaluate(SHIFT)
        if shift > 0.001:
            yield f"{name}: it moves by {shift:.4f} while it loads: {worst}"
        # Each page once in each theme, once narrow and once wide.
        if (width == 390) == (theme == "dark"):
            yield from faults(tab, name)
    for words in window.said:
        yield f"{name}: the console says {words}"
    for url in window.asked:
        if not url.startswith(("file:", "data:", "blob:")):
            yield f"{name}: it asks for {url}"


def faults(tab, name):
    """What axe finds, with everything unfolded."""
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = 1)")
    result = axe.Axe().run(tab, options=RULES).response
    for rule in result["violations"]:
        for node in rule["nodes"][:3]:
            yield (f"{name}: {rule['id']}: {rule['help']} "
                   f"[{node['html'][:160]}]")
