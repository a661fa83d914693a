// What a reader sees: every page, wide and narrow, with and without
// JavaScript, from disk.

import Foundation
import Literate
import Publishing
import Testing

@Suite struct BrowserTests {
  /// What is found out about one page in one frame.
  struct Finding: Decodable {
    let page: String
    let script: Bool
    let width: Int
    let pageWidth: Int
    let widest: String
    let hasScript: Bool
    let text: String
    let code: Int
    let outputs: Int
    let formulas: Int
    let figures: Int
    let search: String
    let tip: String
    let hasTheme: Bool
    let asked: [String]
  }

  private static let pages = [
    "index.html", "hi.html", "backpropagation-through-time.html",
    "broken.html",
  ]

  @Test func pagesWorkFromDiskWithAndWithoutScript() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try site().write(to: folder.appending(path: "public").path)
    let harness = folder.appending(path: "harness.html")
    try Data(BrowserTests.harness.utf8).write(to: harness)
    let visit = try Browser().visit(harness)
    // Frames without scripts say so; nothing else may be said.
    let said = visit.console.filter { !$0.contains("Blocked script") }
    #expect(said == [])
    let findings = try findings(visit.dom)
    #expect(findings.count == BrowserTests.pages.count * 4)
    for finding in findings { check(finding) }
  }

  private func check(_ found: Finding) {
    let name = "\(found.page), \(found.width) px, script: \(found.script)"
    #expect(
      found.pageWidth <= found.width, "\(name) is too wide: \(found.widest)")
    #expect(found.hasScript == found.script, "\(name)")
    #expect(found.asked.allSatisfy { $0.hasPrefix("file:") }, "\(name)")
    if found.page == "backpropagation-through-time.html" {
      #expect(found.text.contains("the faintest vote can decide"), "\(name)")
      #expect(found.text.contains("step 1  0.3164"), "\(name)")
      #expect(found.code == 12, "\(name)")
      #expect(found.outputs == 8, "\(name)")
      #expect(found.formulas == 10, "\(name)")
      #expect(found.figures == 3, "\(name)")
    }
    if found.page == "index.html" {
      #expect(found.figures == 1 && found.text.contains("✓ checked"))
    }
    guard found.script else { return }
    #expect(found.search.contains("Text & <numbers>"), "\(name)")
    #expect(found.hasTheme, "\(name)")
    if found.page == "broken.html" {
      #expect(found.tip.contains("✕ does not agree"), "\(name)")
    } else if found.page != "index.html" {
      #expect(found.tip.contains("✓ agrees"), "\(name)")
    }
  }

  /// Everything, and a lesson that does not hold.
  private func site() throws -> Site {
    var fixture = try Fixture(
      [
        "05-backpropagation-through-time.md": Fixture.backpropagation,
        "06-hi.md": Fixture.rest,
        "07-broken.md":
          "# Broken\n\nA.\n\n```swift\nnote(\"a\", 1)\n```\n\n```output\n1\n"
          + "```\n\nIt is [2](value:a).\n",
      ])
    fixture.outcomes[0] = .asRecorded(
      fixture.course.lessons[0], pictures: Fixture.pictures)
    fixture.outcomes[2] = fixture.outcomes[2]
      .with(.trapped(Trap(message: "gone", line: nil)))
      .with(.differs(actual: "1"))
    return try fixture.site()
  }

  private func findings(_ dom: String) throws -> [Finding] {
    let text =
      dom.components(separatedBy: "<pre id=\"found\">").last?
      .components(separatedBy: "</pre>").first ?? ""
    let json = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
    return try JSONDecoder().decode([Finding].self, from: Data(json.utf8))
  }

  /// A page that opens the others in frames, and writes down what it finds. A
  /// frame in a sandbox runs no scripts, but can still be looked into.
  private static let harness = """
    <!DOCTYPE html>
    <meta charset="utf-8">
    <pre id="found"></pre>
    <script>
    const pages = [\(pages.map { "'\($0)'" }.joined(separator: ", "))];
    const wait = ms => new Promise(done => setTimeout(done, ms));

    async function open(page, width, script) {
      const frame = document.createElement('iframe');
      frame.style.cssText = `width:${width}px;height:900px;border:0`;
      if (!script) frame.sandbox = 'allow-same-origin';
      const loaded = new Promise(done => { frame.onload = done; });
      frame.src = 'public/' + page;
      document.body.appendChild(frame);
      await loaded;
      await frame.contentDocument.fonts.ready;
      return frame;
    }

    // The element that reaches furthest to the right, in words.
    function widest(root, width) {
      const all = Array.from(root.querySelectorAll('main *'));
      const out = all.find(e => e.getBoundingClientRect().right > width + 1
        && !e.closest('pre, .formula, .table-wrap, svg, .vh, .katex-mathml'));
      return out ? out.outerHTML.slice(0, 200) : '';
    }

    async function use(frame) {
      const doc = frame.contentDocument, view = frame.contentWindow;
      const field = doc.querySelector('.search input');
      field.focus();
      for (let i = 0; i < 50 && !view.UNROLLED_INDEX; i++) await wait(20);
      field.value = 'text';
      field.dispatchEvent(new view.Event('input'));
      const search = doc.querySelector('.results').textContent;
      field.blur();
      const v = doc.querySelector('.v');
      if (v) v.dispatchEvent(new view.Event('pointerenter'));
      const tip = doc.querySelector('#tip').textContent;
      const theme = doc.documentElement.dataset.theme;
      doc.querySelector('.theme').click();
      return { search, tip, hasTheme: doc.documentElement.dataset.theme !== theme };
    }

    const seen = e => e.getBoundingClientRect().height > 0;
    async function look(page, width, script) {
      const frame = await open(page, width, script);
      const doc = frame.contentDocument, root = doc.documentElement;
      doc.querySelectorAll('details').forEach(d => { d.open = true; });
      const count = s => Array.from(doc.querySelectorAll(s)).filter(seen).length;
      const found = {
        page, script, width, pageWidth: root.scrollWidth,
        widest: widest(root, width),
        hasScript: root.classList.contains('js'),
        text: doc.querySelector('main').textContent,
        code: count('.block pre code, .elsewhere pre code'),
        outputs: count('.output samp, .output figure'),
        formulas: count('.katex-html'),
        figures: count('figure svg'),
        asked: frame.contentWindow.performance.getEntriesByType('resource')
          .map(e => e.name).filter(name => !name.startsWith('data:')),
        search: '', tip: '', hasTheme: false,
      };
      if (script) Object.assign(found, await use(frame));
      frame.remove();
      return found;
    }

    (async () => {
      const found = [];
      for (const page of pages)
        for (const width of [1280, 390])
          for (const script of [true, false])
            found.push(await look(page, width, script));
      document.getElementById('found').textContent = JSON.stringify(found);
    })();
    </script>
    """
}
