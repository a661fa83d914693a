/* Search: the index is a script, asked for when the field is first used. */
function search(form) {
  const field = $('input', form), list = $('.results', form);
  function show() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean), index = window.UNROLLED_INDEX;
    list.textContent = '';
    if (!words.length || !index) return;
    const rank = e => words.filter(w => e[0].toLowerCase().includes(w)).length;
    const hits = index.filter(e => words.every(w => (e[0] + ' ' + e[2] + ' ' + e[3]).toLowerCase().includes(w))).sort((a, b) => rank(b) - rank(a)).slice(0, 8);
    hits.forEach(e => {
      const a = list.appendChild(document.createElement('a'));
      a.href = e[1]; a.textContent = e[0];
      a.appendChild(document.createElement('small')).textContent = e[2];
    });
    if (!hits.length) list.innerHTML = '<p>Nothing by that name. The <a href="index.html#lessons">first page</a> lists every lesson.</p>';
  }
  on(field, 'focus', () => {
    if (window.UNROLLED_INDEX || form.dataset.asked) return;
    form.dataset.asked = 1;
    const s = document.head.appendChild(document.createElement('script'));
    s.onload = show; s.src = 'search.js';
  });
  on(field, 'input', show);
  on(form, 'submit', e => { const first = $('a', list); if (first) { e.preventDefault(); location.href = first.href; } });
  on(form, 'keydown', e => {
    const all = [field, ...$$('a', list)], step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step) { e.preventDefault(); (all[all.indexOf(document.activeElement) + step] || field).focus(); }
    if (e.key === 'Escape') { list.textContent = field.value = ''; field.focus(); }
  });
  on(form, 'focusout', e => { if (!form.contains(e.relatedTarget)) list.textContent = ''; });
  on(form, 'focusin', () => { if (!list.firstChild) show(); });
}

parts['.search'] = search;
