/* Knobs: window.unrolledLive takes their values, returns frames { element id: markup }. */
function knob(box) {
  const [input, out, run, undo, state] = ['input', 'output', '.run', '.undo', '.state'].map(s => $(s, box));
  const start = input.value, recorded = state.textContent, before = {}, mark = $('.output .ok', box.parentNode), agrees = mark.textContent;
  const put = (id, html) => { const e = document.getElementById(id), old = e.innerHTML; e.innerHTML = html; return old; };
  const say = (is, words) => { state.dataset.is = is; state.textContent = words; mark.textContent = is === 'live' ? 'from this page, not recorded' : agrees; };
  const value = () => Math.pow(10, +input.value);
  const name = () => { out.textContent = value().toFixed(value() < 0.1 ? 3 : 2); input.setAttribute('aria-valuetext', out.textContent); };
  on(input, 'input', name);
  on(run, 'click', () => {
    say('running', 'Running…'); run.setAttribute('aria-disabled', 'true');
    setTimeout(() => {
      const began = performance.now(), frames = window.unrolledLive({ [box.dataset.knob]: value() });
      Object.keys(frames).forEach(id => { const old = put(id, frames[id]); if (!(id in before)) before[id] = old; });
      say('live', 'Ran in this page in ' + ((performance.now() - began) / 1000).toFixed(1) + ' s');
      run.removeAttribute('aria-disabled'); undo.hidden = false;
    }, 30);
  });
  on(undo, 'click', () => {
    Object.keys(before).forEach(id => put(id, before[id]));
    input.value = start; name(); say('recorded', recorded); undo.hidden = true; run.focus();
  });
  name();
  if (!window.unrolledLive) $('.live', box).hidden = true;
}

parts['.knob'] = knob;
