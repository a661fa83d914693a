// The search field, used in a browser, from disk.

import Foundation
import Testing

@testable import Publishing

@Suite struct SearchTests {
  /// What the field found and did.
  private struct Finding: Decodable {
    let wasLoaded: Bool
    let hits: [String: [String]]
    let said: [String: String]
    let first: String
    let second: String
    let isBack: Bool
    let isCleared: Bool
  }

  @Test func headingsComeFirstAndKeysWork() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try site().write(to: folder.appending(path: "public").path)
    let harness = folder.appending(path: "harness.html")
    try Data(SearchTests.harness.utf8).write(to: harness)
    let visit = try Browser().visit(harness)
    #expect(visit.console == [])
    let text = try #require(
      visit.dom.components(separatedBy: "<pre id=\"found\">").last?
        .components(separatedBy: "</pre>").first)
    let found = try JSONDecoder().decode(Finding.self, from: Data(text.utf8))
    #expect(!found.wasLoaded)
    #expect(
      found.hits == [
        "vanishing gradient": [
          "vanishing gradient", "1. Vanishing and exploding", "The gradient",
        ],
        "BPTT": ["The gradient"],
        "naive": ["naïve", "2. Hi"],
        "NAÏVE": ["naïve", "2. Hi"],
        "simplernn": ["SimpleRNN", "SimpleRNN.swift", "SimpleRNN.step"],
        "simplernn step": ["SimpleRNN.step", "SimpleRNN"],
        "zzz": ["first page"],
        " ": [],
      ])
    #expect(found.said["zzz"] == "Nothing found")
    #expect(found.said["BPTT"] == "1 result")
    #expect(found.said["naive"] == "2 results")
    #expect(found.first.hasPrefix("naïve"))
    #expect(found.second.hasPrefix("2. Hi"))
    #expect(found.isBack && found.isCleared)
  }

  private func site() throws -> Site {
    try Fixture(
      [
        "01-hi.md": """
        # Vanishing and exploding

        What becomes of a gradient.

        ## The gradient

        It is **vanishing gradient**, if it is vanishing, says BPTT.
        """,
        "02-hello.md": "# Hi\n\nA **naïve** one.\n",
      ],
      library: [
        "RNN/SimpleRNN.swift":
          "// A cell.\n\n/// It steps.\npublic struct SimpleRNN {\n"
          + "  public func step() {}\n  func hidden() {}\n}\n"
      ]
    ).site()
  }

  private static let harness = """
    <!DOCTYPE html>
    <meta charset="utf-8">
    <pre id="found"></pre>
    <script>
    const wait = ms => new Promise(done => setTimeout(done, ms));
    (async () => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'width:1280px;height:900px;border:0';
      const loaded = new Promise(done => { frame.onload = done; });
      frame.src = 'public/hi.html';
      document.body.appendChild(frame);
      await loaded;
      const doc = frame.contentDocument, view = frame.contentWindow;
      const field = doc.querySelector('.search input');
      const list = doc.querySelector('.results');
      const found = { wasLoaded: !!view.UNROLLED_INDEX, hits: {}, said: {} };
      const press = key => doc.activeElement.dispatchEvent(
        new view.KeyboardEvent('keydown',
          { key, bubbles: true, cancelable: true }));
      const type = query => {
        field.value = query;
        field.dispatchEvent(new view.Event('input'));
      };
      field.focus();
      for (let i = 0; i < 50 && !view.UNROLLED_INDEX; i++) await wait(20);
      for (const query of ['vanishing gradient', 'BPTT', 'naive', 'NAÏVE',
        'simplernn', 'simplernn step', 'zzz', ' ']) {
        type(query);
        found.hits[query] = Array.from(list.querySelectorAll('a'))
          .map(a => a.firstChild.textContent);
        found.said[query] =
          doc.querySelector('.search [role=status]').textContent;
      }
      type('naive');
      press('ArrowDown');
      found.first = doc.activeElement.textContent;
      press('ArrowDown');
      found.second = doc.activeElement.textContent;
      press('ArrowUp');
      press('ArrowUp');
      found.isBack = doc.activeElement === field;
      press('Escape');
      found.isCleared = field.value === '' && !list.firstChild;
      document.getElementById('found').textContent = JSON.stringify(found);
    })();
    </script>
    """
}
