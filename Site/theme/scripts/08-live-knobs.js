/* A knob: a value of the lesson that the reader may turn. */
function knob(box) {
  const input = $('input, select', box), out = $('output', box), recorded = box.dataset.recorded;
  const isRange = input.type === 'range', isSwitch = input.type === 'checkbox', scale = input.dataset.scale;
  const start = input.value;

  /* What a slider's position means: a number as one would write it, within its ends. */
  function number() {
    if (input.value === start) return recorded;
    if (scale === 'whole') return input.value;
    const [from, to] = [+input.dataset.from, +input.dataset.to];
    const near = digits => Number((scale === 'log' ? Math.pow(10, +input.value) : +input.value).toPrecision(digits));
    // A step away from what is recorded must not read as if it were none.
    const exact = scale !== 'log' ? near(4) : String(near(2)) === recorded ? near(3) : near(2);
    return String(Math.min(to, Math.max(from, exact)));
  }
  const value = () => isRange ? number() : isSwitch ? String(input.checked) : input.value.replace(/\s+/g, ' ').trim();
  function show() {
    if (out) { out.textContent = value(); input.setAttribute('aria-valuetext', value() + (value() === recorded ? ', as recorded' : '')); }
    if (value() === recorded) delete box.dataset.turned; else box.dataset.turned = '';
  }
  const c = {
    name: box.dataset.knob, recorded, value,
    patience: input.type === 'text' ? 500 : 250,
    changed: f => on(input, input.type === 'text' || isRange ? 'input' : 'change', () => { show(); f(); }),
    reset() {
      if (isSwitch) input.checked = recorded === 'true'; else input.value = isRange ? start : recorded;
      show();
    },
  };
  c.reset();
  return c;
}
