// The slider of a step view draws what the still picture of the same step
// shows: every number, every colour, every word.

import Foundation
import RNN
import Tensors
import Testing

@testable import Figures

@Suite struct StepViewBrowserTests {
  @Test func theSliderDrawsWhatTheStillPictureShows() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "steps.html")
    let views = StepViewBrowserTests.views
    try Data(try harness(views).utf8).write(to: page)
    let visit = try Browser().visit(page)
    #expect(visit.console == [])
    let found =
      visit.dom.components(separatedBy: "<pre id=\"found\">").last?
      .components(separatedBy: "</pre>").first ?? ""
    let steps = views.reduce(0) { $0 + $1.count }
    #expect(found == "\(steps) steps compared")
  }

  /// Every cell in both directions, with all there is to draw.
  private static var views: [StepView] {
    var random = SeededGenerator(seed: 8)
    func x(_ batch: Int, _ steps: Int) -> Tensor {
      Tensor.normal([batch, steps, 3], using: &random)
    }
    func both<C: Cell>(
      _ cell: C, _ x: Tensor, withParameters: Bool = false
    ) -> StepView {
      let unroll = Unroll(cell)
      let pass = unroll.forward(x, from: cell.zeroState(batch: x.shape[0]))
      let back = unroll.backward(
        pass, dLast: Tensor.ones([x.shape[0], cell.units]), keepsSteps: true)
      return withParameters
        ? StepView(
          pass.traces, back.steps, parameters: cell.parameters,
          inputs: ["a", "b", "c"], labels: ["the", "<film>", "&", "ends"])
        : StepView(pass.traces, back.steps)
    }
    let simple = SimpleRNNCell(inputSize: 3, units: 4, using: &random)
    let relu = SimpleRNNCell(
      inputSize: 3, units: 2, activation: .relu, using: &random)
    let lstm = LSTMCell(inputSize: 3, units: 4, using: &random)
    let wide = LSTMCell(inputSize: 3, units: 16, using: &random)
    let gru = GRUCell(inputSize: 3, units: 3, using: &random)
    let early = GRUCell(
      inputSize: 3, units: 3, resetAfter: false, using: &random)
    return [
      both(simple, x(1, 4), withParameters: true),
      both(relu, x(1, 4), withParameters: true), both(simple, x(1, 11)),
      both(lstm, x(1, 4), withParameters: true), both(lstm, x(2, 3)),
      both(wide, x(1, 5)), both(gru, x(1, 9)), both(early, x(1, 3)),
    ]
  }

  /// A page with every view, and the still picture of each of its steps where
  /// no script touches it.
  private func harness(_ views: [StepView]) throws -> String {
    let scripts = URL(filePath: Fixture.theme).appending(path: "scripts")
    let names = try FileManager.default
      .contentsOfDirectory(atPath: scripts.path).sorted()
    let theme = try names.map {
      try String(contentsOf: scripts.appending(path: $0), encoding: .utf8)
    }
    let bodies = views.map { view in
      let stills = (0..<view.count).map { time in
        "<template>\(StepLayout(view, chosen: time).picture)</template>"
      }
      return "<section>\(view.picture)\(stills.joined())</section>"
    }
    return """
      <!DOCTYPE html><meta charset="utf-8"><pre id="found"></pre>
      \(bodies.joined())
      <script>\(theme.joined(separator: "\n"))</script>
      <script>\(StepViewBrowserTests.comparison)</script>
      """
  }

  private static let comparison = """
    document.addEventListener('DOMContentLoaded', () => {
      const all = (e, s) => Array.from(e.querySelectorAll(s));
      const said = e => all(e, '.sv-title, .sv-fwd, .sv-back')
        .map(p => p.textContent);
      const drawn = e => all(e, 'td[class], .sv-col').map(c =>
        c.className.replace(' pick', ''))
        .concat(all(e, '.strip path').map(p => p.getAttribute('d')),
          all(e, '.sv-cursor').map(c => (+c.getAttribute('x')).toFixed(1)));
      const bad = [];
      let steps = 0;
      all(document, 'section').forEach((section, v) => {
        const view = section.querySelector('.stepview');
        const slider = view.querySelector('[type="range"]');
        all(section, 'template').forEach((still, t) => {
          slider.value = t + 1;
          slider.dispatchEvent(new Event('input'));
          steps += 1;
          const a = [...said(view), ...drawn(view)];
          const b = [...said(still.content), ...drawn(still.content)];
          const spoken = slider.getAttribute('aria-valuetext');
          if (!spoken.startsWith('step ' + (t + 1) + ' of '))
            bad.push(spoken);
          if (a.length !== b.length)
            bad.push(v + '/' + t + ': ' + a.length + ' of ' + b.length);
          a.forEach((s, i) => {
            if (s !== b[i] && bad.length < 9)
              bad.push(v + '/' + (t + 1) + ': ' + s + ' | ' + b[i]);
          });
        });
      });
      document.getElementById('found').textContent =
        bad.join('; ') || steps + ' steps compared';
    });
    """
}
