/* Step view: the page holds one step's picture, the JSON in it all steps. It
   writes a number as StepScale does: from its multiple of 10⁻ᵖ, and what would be all zeros as 3e−5. */
const minus = '−';
const written = (n, p, d) => {
  if (typeof n === 'string') return n;
  const k = Math.pow(10, p - d), m = Math.floor((Math.abs(n) + Math.floor(k / 2)) / k), digits = String(m).padStart(d + 1, '0'), sign = n < 0 ? minus : '';
  if (!m && n) {
    const order = String(Math.abs(n)).length - 1, size = Math.pow(10, order), digit = Math.floor((Math.abs(n) + size / 2) / size);
    return sign + (digit < 10 ? digit + 'e' + minus + (p - order) : '1e' + minus + (p - order - 1));
  }
  return m ? sign + (d ? digits.slice(0, -d) + '.' + digits.slice(-d) : digits) : '0';
};
const shadeOf = share => { const k = Math.round(Math.min(1, Math.abs(share)) * 5); return k ? (share < 0 ? 'n' : 'p') + k : 'z'; };
const times = (a, b) => a + '·' + (b[0] === minus ? '(' + b + ')' : b);

/* Sets a step view going, also one that has just come to the page. */
let stepViews = 0;
function stepView(view) {
  const data = $('script', view), slider = $('[type="range"]', view), back = $('.sv-back', view);
  $$('.segments input', view).forEach(r => {
    r.name = 'sv-mode-' + stepViews; r.checked = r.value === view.dataset.mode;
    on(r, 'change', () => { view.dataset.mode = r.value; });
  });
  stepViews += 1;
  if (view.offsetWidth && view.offsetWidth < 700) { const r = $('[value="forward"]', view); if (r) r.click(); }
  if (!data) return;
  const d = JSON.parse(data.textContent), sides = { f: scale(d.f), b: scale(d.b) }, sum = $('.sv-sum input', view);
  let unit = 0, gate = 0;

  /* One direction: its whole multiples, as numbers, text and colour. */
  function scale([p, digits, limit]) {
    const whole = Math.pow(10, p);
    const of = n => typeof n === 'string' ? 0 : n / whole;
    return {
      of, multiple: v => Math.sign(v) * Math.round(Math.abs(v) * whole) || 0,
      text: n => written(n, p, digits), four: n => written(n, p, digits + 1),
      shade: n => typeof n === 'string' ? 'idle' : shadeOf(of(n) / limit),
      isWhole: n => typeof n === 'number' && n % whole === 0, round: n => written(n, p, 0),
    };
  }
  function fill(td, n, side, idle) {
    td.textContent = side.text(n);
    td.className = td.className.split(' ')[0] + ' ' + (idle ? 'idle' : side.shade(n));
  }
  const fillRow = (tr, values, side, idle) => $$('.e', tr).forEach((td, i) => { fill(td, values[i], side, idle); });
  const set = (name, text) => $$('[data-set="' + name + '"]', view).forEach(e => { e.textContent = text; });
  const from = t => sum && sum.checked ? d.count - d.first : t;

  /* The size of the largest number, then all of them in hundredths. */
  function strip(tr, [most, ...values]) {
    const shades = values.map(n => n === null ? 'zero' : shadeOf(n / 100));
    $$('path', tr).forEach(path => {
      const axis = path.classList.contains('axis');
      path.setAttribute('d', shades.map((s, i) => axis ? (s[0] === 'n' ? 'M' + i + '.2 .5h.6' : '') : s === path.getAttribute('class') ? 'M' + i + ' 0h1v1h-1z' : '').join(''));
    });
    $('.most', tr).textContent = most;
  }

  function rows(t) {
    $$('tr[data-row]', view).forEach(tr => {
      const id = tr.dataset.row;
      if ($('.strip', tr)) strip(tr, d.rows[id][t]); else fillRow(tr, d.rows[id][t], sides[id[0]]);
    });
  }

  /* What one step, or this one and all later ones, have to say of a weight. */
  function share(parameter, row, t) {
    const gates = d.shares[parameter], steps = gates[Math.min(gate, gates.length - 1)].slice(t, from(t) + 1);
    return (steps[0].m || steps[0][0]) && steps.map(s => s.m ? s.m[row].map(sides.b.of) : s[1].map(n => s[0][row] / 1e7 * sides.b.of(n)))
      .reduce((a, b) => a.map((v, i) => v + b[i])).map(sides.b.multiple);
  }
  function shares(t) {
    $$('tr[data-share]', view).forEach(tr => { const [p, r] = tr.dataset.share.split('.'); fillRow(tr, share(+p, +r, t), sides.b); });
    set('gate', d.gates && d.gates[gate] || gate + 1);
    $$('.sv-gates button', view).forEach(b => b.setAttribute('aria-pressed', +b.value === gate));
  }

  function algebra(t) {
    const [x, was, a, h] = [0, 1, 2, 3].map(i => d.rows['f' + i][t]), { f, b } = sides;
    const gradients = back && [0, 1, 2, 3].map(i => d.rows['b' + i][t]);
    const line = (panel, id, values, side, left, leftSide, idle, frameIdle) => {
      const tr = panel && $('[data-sum="' + id + '"]', panel);
      if (!tr) return;
      fillRow(tr, values, side, idle);
      $$('.e', tr).forEach((td, i) => td.classList.toggle('pick', i === unit));
      const frame = $('.mult', tr);
      if (frame) { fill(frame, left, leftSide, frameIdle); if (leftSide === f && f.isWhole(left)) frame.textContent = f.round(left); }
    };
    const fwd = $('.sv-fwd', view), A = d.algebra;
    A.W.forEach((w, i) => line(fwd, 'x' + i, w, f, x[i], f, !x[i], !x[i]));
    A.U.forEach((w, i) => line(fwd, 'h' + i, w, f, was[i], f));
    line(fwd, 'b', A.b[0], f); line(fwd, 'a', a, f); line(fwd, 'h', h, f);
    if (back) {
      const [dh, da, dx, before] = gradients;
      const owed = weight => {
        let total = da.map(() => 0);
        for (let s = t; s <= from(t); s++) total = total.map((v, j) => v + weight(s) * b.of(d.rows.b1[s][j]));
        return total.map(b.multiple);
      };
      const silent = i => { for (let s = t; s <= from(t); s++) if (d.rows.f0[s][i]) return false; return true; };
      x.forEach((_, i) => line(back, 'x' + i, owed(s => f.of(d.rows.f0[s][i])), b, dx[i], b, silent(i), false));
      was.forEach((_, i) => line(back, 'h' + i, owed(s => f.of(d.rows.f1[s][i])), b, before[i], b));
      line(back, 'b', owed(() => 1), b); line(back, 'da', da, b); line(back, 'dh', dh, b);
      line(back, 'k', h.map(n => f.multiple(1 - f.of(n) * f.of(n))), f, 0, f, true);
    }
    $$('thead button', view).forEach(e => e.setAttribute('aria-pressed', +e.value === unit));
    written2(t, x, was, a[unit], h[unit], gradients);
  }

  function written2(t, x, was, a, h, gradients) {
    const { f, b } = sides, A = d.algebra, name = '<b>unit ' + (unit + 1) + '</b>: ';
    const terms = x.map((n, i) => n && (f.of(n) === 1 ? f.four(A.W[i][unit]) : times(f.four(n), f.four(A.W[i][unit])))).filter(Boolean);
    was.forEach((n, i) => terms.push(times(f.four(n), f.four(A.U[i][unit]))));
    if (A.b[0] && A.b[0][unit]) terms.push(f.four(A.b[0][unit]));
    const all = (terms[0] || '0') + terms.slice(1).map(s => s[0] === minus ? ' ' + minus + ' ' + s.slice(1) : ' + ' + s).join('');
    const say = (panel, lines) => { $('.worked', panel).innerHTML = lines.map(s => '<span>' + s + '</span>').join(''); };
    say($('.sv-fwd', view), [name + all + ' = <b>' + f.four(a) + '</b>', (A.tanh ? 'tanh ' : 'activation of ') + f.four(a) + ' = <b>' + f.four(h) + '</b>']);
    if (!gradients) return;
    const [dh, da] = gradients.map(g => g[unit]), first = b.multiple(f.of(was[0]) * b.of(da));
    const lines = ['share of U, first row: ' + times(f.four(was[0]), b.four(da)) + ' = <b>' + b.four(first) + '</b>'];
    if (A.tanh) lines.unshift(name + b.four(dh) + '·(1 − ' + f.four(Math.abs(h)) + '²) = <b>' + b.four(da) + '</b>');
    say(back, lines);
  }

  function draw() {
    const step = slider ? +slider.value : d.first, t = step - d.first, label = d.labels[t];
    if (slider) slider.setAttribute('aria-valuetext', 'step ' + step + ' of ' + d.count + (label ? ', reads ' + label : ''));
    set('t', step); set('t1', step - 1); set('label', label);
    $$('.sv-col', view).forEach((c, i) => c.classList.toggle('on', i === t));
    const cursor = $('.sv-cursor', view);
    if (cursor) cursor.setAttribute('x', t * 640 / d.labels.length);
    rows(t);
    if (d.shares) shares(t);
    if (d.algebra) algebra(t);
    if (sum) {
      const words = sum.checked && step < d.count ? 'the shares of steps ' + step + ' to ' + d.count + ', added up' : 'this step’s share of the gradient';
      set('share', d.algebra ? words : words[0].toUpperCase() + words.slice(1));
    }
  }

  $$('[data-unit]', view).forEach(th => {
    const b = document.createElement('button');
    b.type = 'button'; b.value = th.dataset.unit; b.textContent = th.textContent;
    th.textContent = ''; th.appendChild(b);
    on(b, 'click', () => { unit = +b.value; draw(); });
  });
  $$('.sv-gates button', view).forEach(b => on(b, 'click', () => { gate = +b.value; draw(); }));
  if (sum) on(sum, 'change', draw);
  if (slider) {
    const n = d.labels.length, go = t => { slider.value = d.first + Math.max(0, Math.min(n - 1, t)); draw(); };
    slider.parentNode.style.setProperty('--n', n);
    on(slider, 'input', draw);
    $$('.sv-col', view).forEach((c, i) => on(c, 'click', () => go(i)));
    const map = $('.sv-map svg', view);
    if (map) on(map, 'pointerdown pointermove', e => {
      if (e.type === 'pointermove' && !e.buttons) return;
      const box = map.getBoundingClientRect();
      go(Math.floor((e.clientX - box.left) / box.width * n));
    });
  }
  draw();
}

parts['.stepview'] = stepView;
