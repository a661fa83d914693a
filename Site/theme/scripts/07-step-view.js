/* Step view: the page holds one step's picture, the trace in it holds all. */
const f = (v, d) => { const s = v.toFixed(d); return (+s ? s : s.replace('-', '')).replace('-', '−'); };
const shade = (v, scale) => { const k = Math.max(-5, Math.min(5, Math.round(v / scale * 5))); return k ? (k < 0 ? 'n' : 'p') + Math.abs(k) : 'z'; };
const signs = sum => sum.replace(/·−([\d.]+)/g, '·(−$1)').replace(/\+ −/g, '− ');
function stepView(view) {
  const d = JSON.parse($('script', view).textContent), slider = $('[type="range"]', view), fwd = $('.sv-fwd', view), back = $('.sv-back', view);
  const G = d.gradientScale, nothing = d.U.map(() => 0);
  let u = 0;
  function paint(td, v, scale, digits, idle, picked) {
    td.textContent = f(v, digits);
    td.className = td.className.split(' ')[0] + ' ' + (idle ? 'idle' : shade(v, scale)) + (picked ? ' pick' : '');
  }
  function row(panel, id, values, scale, idle, left, digits) {
    const tr = $('[data-row="' + id + '"]', panel), frame = $('.mult', tr);
    $$('.e', tr).forEach((td, i) => paint(td, values[i], scale, 3, idle, i === u));
    if (frame) paint(frame, left, scale, digits, idle && panel === fwd);
  }
  const set = (name, text) => $$('[data-set="' + name + '"]', view).forEach(e => { e.textContent = text; });
  function draw() {
    const t = +slider.value, s = d.steps[t - 1], was = t > 1 ? d.steps[t - 2].h : nothing, unit = '<span><b>unit ' + (u + 1) + '</b>: ';
    slider.setAttribute('aria-valuetext', 'step ' + t + ' of ' + d.steps.length + ', reads ' + d.letters[s.x]);
    set('t', t); set('t1', t - 1); set('letter', d.letters[s.x]);
    $$('.sv-col', view).forEach((c, i) => c.classList.toggle('on', i === t - 1));
    d.W.forEach((w, i) => { const x = +(i === s.x); row(fwd, 'x' + i, w, 1, !x, x, 0); row(back, 'x' + i, s.da.map(v => x * v), G, !x, s.dx[i], 3); });
    d.U.forEach((w, i) => { row(fwd, 'h' + i, w, 1, 0, was[i], 3); row(back, 'h' + i, s.da.map(v => was[i] * v), G, 0, s.dprev[i], 3); });
    row(fwd, 'b', d.b, 1); row(fwd, 'a', s.a, 1); row(fwd, 'h', s.h, 1);
    row(back, 'b', s.da, G); row(back, 'da', s.da, G); row(back, 'k', s.h.map(v => 1 - v * v), 1, 1); row(back, 'dh', s.dh, G);
    $$('thead button', view).forEach(b => b.setAttribute('aria-pressed', +b.value === u));
    const a = f(s.a[u], 4), da = f(s.da[u], 4), terms = [f(d.W[s.x][u], 4), ...was.map((h, i) => f(h, 4) + '·' + f(d.U[i][u], 4))];
    $('.worked', fwd).innerHTML = unit + signs(terms.join(' + ')) + ' = <b>' + a + '</b></span><span>tanh ' + a + ' = <b>' + f(s.h[u], 4) + '</b></span>';
    $('.worked', back).innerHTML = unit + f(s.dh[u], 4) + '·(1 − ' + f(Math.abs(s.h[u]), 4) + '²) = <b>' + da + '</b></span><span>share of U, first row: ' + signs(f(was[0], 4) + '·' + da) + ' = <b>' + f(was[0] * s.da[u], 4) + '</b></span>';
  }
  $$('[data-unit]', view).forEach(th => {
    const b = document.createElement('button');
    b.type = 'button'; b.value = th.dataset.unit; b.textContent = th.textContent;
    th.textContent = ''; th.appendChild(b);
    on(b, 'click', () => { u = +b.value; draw(); });
  });
  on(slider, 'input', draw);
  $$('.sv-col', view).forEach((c, i) => on(c, 'click', () => { slider.value = i + 1; draw(); }));
  $$('.segments input', view).forEach(r => on(r, 'change', () => { view.dataset.mode = r.value; }));
  if (view.offsetWidth < 700) $('[value="forward"]', view).click();
  draw();
}

parts['.stepview'] = stepView;
