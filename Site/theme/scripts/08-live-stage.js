/* Where a run's results appear: each steps into the place of what is recorded. Next: 08-live-prose.js. */
function stage(main) {
  const shown = new Map(), opened = [];
  const make = (tag, name, text) => { const e = document.createElement(tag); if (name) e.className = name; if (text !== undefined) e.textContent = text; return e; };
  const blockOf = number => { const e = document.getElementById('block-' + number); return e && e.closest('.block'); };

  /* `was` may be nothing: then `now` stands behind `anchor`. */
  function put(key, was, now, anchor) {
    const there = shown.get(key);
    if (there) { was = there.was; there.now.replaceWith(now); } else if (was) was.replaceWith(now); else anchor.after(now);
    shown.set(key, { was, now });
    if (now.matches('.v')) numbers.watch(now);
    Object.keys(parts).forEach(s => { if (!s.startsWith('main')) $$(s, now).forEach(parts[s]); });
  }
  const was = (key, find) => shown.has(key) ? shown.get(key).was : find();

  function printed(text) {
    const pre = make('pre', /[│┃]/.test(text) ? 'boxes' : ''), samp = make('samp', '', text.replace(/\n+$/, ''));
    pre.tabIndex = 0; pre.appendChild(samp);
    return pre;
  }

  /* The recorded figure with another picture in it: a drawing, or a step view; then a table and a caption, if any. */
  function figure(old, piece) {
    const now = old ? old.cloneNode(true) : make('figure', 'fig inset'), isStepView = piece.markup.startsWith('<div class="stepview"');
    if (!old) now.innerHTML = '<div></div><figcaption><details class="words"><summary>In words</summary><p></p></details></figcaption>';
    const picture = make('div'), foot = $('figcaption', now), table = $('.data-wrap', now);
    picture.innerHTML = piece.markup;
    $$('.caption', foot).forEach(e => e.remove());
    if (!isStepView) {
      const caption = $(':scope > .caption', picture), numbers = $(':scope > table', picture);
      if (caption) foot.prepend(caption);
      if (table) { table.textContent = ''; if (numbers) table.append(numbers); }
      if (numbers) numbers.parentNode === picture && numbers.remove();
      picture.setAttribute('role', 'img'); picture.setAttribute('aria-label', piece.words);
    }
    now.firstElementChild.replaceWith(isStepView ? picture.firstElementChild : picture);
    $('.words p', foot).textContent = piece.words;
    return now;
  }

  const plain = (box, pieces) => pieces ? pieces.map(p => p.markup === undefined ? p.text : p.words).join('\n').trim()
    : box ? $$('samp, .words p', box).map(e => e.textContent).join('\n').trim() : '';

  function output(number, pieces, stopped, drawn) {
    const block = blockOf(number), key = 'block-' + number;
    if (!block) return;
    const old = was(key, () => $('.output', block)), there = shown.has(key) ? shown.get(key).now : old;
    if (!old && !shown.has(key) && !pieces.length && !stopped) return;
    const box = make('div', 'output fresh'), label = box.appendChild(make('div', 'label'));
    const isSame = !stopped && plain(old) === plain(null, pieces);
    label.append(make('span', '', stopped ? 'The program says' : 'Output'), make('span', 'live-word', isSame ? '✓ the same in this page’s run' : 'from this page’s run, not recorded'));
    const before = old ? $$('figure', old) : [], last = there ? $$('figure', there) : [];
    let count = 0;
    pieces.forEach(piece => {
      if (piece.markup === undefined) { if (piece.text.trim()) box.appendChild(printed(piece.text)); return; }
      const one = box.appendChild(figure(before[count], piece));
      drawn(one, last[count]); count += 1;
    });
    if (stopped) { const pre = box.appendChild(printed(stopped)); pre.className = 'wrap stopped'; if (block.matches('details:not([open])')) { block.open = true; opened.push(block); } }
    else if (box.children.length === 1) box.appendChild(make('p', 'nothing', 'nothing printed'));
    put(key, old, box, $('pre', block).nextElementSibling && $('pre', block).nextElementSibling.matches('.knobs') ? $('.knobs', block) : $('pre', block));
  }

  /* What a run that stopped did not come to: its blocks say so, and its prose is the recorded one. */
  function unreached(reached, notes) {
    $$('.block', main).forEach(block => {
      const id = block.id || ($('pre[id]', block) || {}).id, number = +(id || '').replace('block-', ''), old = number && was(id, () => $('.output', block));
      if (!old || reached.has(number) || !main.dataset.blocks.split(' ').includes(String(number))) return;
      const box = make('div', 'output fresh'), label = box.appendChild(make('div', 'label'));
      label.append(make('span', '', 'Output'), make('span', 'live-word', 'not reached in this run'));
      put(id, old, box);
    });
    [...shown].forEach(([key, { was, now }]) => {
      if (key[0] !== 'v' || saidAnew(was, notes)) return;
      now.replaceWith(was); shown.delete(key);
    });
  }

  /* The sentences that name one of these values. */
  function prose(notes, names) {
    $$('.v[data-value], .v[data-claim]', main).forEach((a, index) => {
      if (!namedIn(a).some(name => names.has(name))) return;
      const key = 'v' + index, old = was(key, () => a), now = saidAnew(old, notes);
      if (now) put(key, old, now);
    });
  }

  function restore() {
    shown.forEach(({ was, now }) => { if (was) now.replaceWith(was); else now.remove(); });
    shown.clear();
    opened.splice(0).forEach(e => { e.open = false; });
  }
  return { output, unreached, prose, restore };
}
