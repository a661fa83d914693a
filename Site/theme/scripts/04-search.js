/* Search: the index is a script, asked for when the field is first used. An
   entry is a kind, a title, an address, a line about it and its words. */
const plain = s => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const kinds = { lesson: 9, term: 8, section: 6, type: 4, file: 2, member: 1 };

/* How well an entry answers, 0 for not at all: every word must be somewhere,
   and a word in the title is worth more than any in the text. */
function rank(entry, words, whole) {
  const [kind, title, , about, text] = entry;
  const inTitle = ' ' + plain(title).replace(/[.(:_-]/g, ' '), inText = ' ' + plain(about) + ' ' + text;
  let sum = kinds[kind] || 0;
  for (const word of words) {
    if (inTitle.includes(' ' + word)) sum += 60;
    else if (inTitle.includes(word)) sum += 30;
    else if (inText.includes(' ' + word)) sum += 8;
    else if (inText.includes(word)) sum += 3;
    else return 0;
  }
  const bare = inTitle.trim().replace(/^\d+ +/, '');
  return sum + (bare === whole ? 200 : bare.startsWith(whole) ? 60 : inTitle.includes(' ' + whole) ? 40 : 0);
}

function find(query, index) {
  const whole = plain(query).trim(), words = whole.split(/[\s.(:_-]+/).filter(Boolean);
  if (!words.length) return null;
  return index.map((entry, at) => ({ entry, at, rank: rank(entry, words, words.join(' ')) }))
    .filter(hit => hit.rank).sort((a, b) => b.rank - a.rank || a.at - b.at)
    .slice(0, 12).map(hit => hit.entry);
}

function search(form) {
  const field = $('input', form), list = $('.results', form), status = $('[role=status]', form);
  const clear = () => { list.textContent = ''; status.textContent = ''; };
  const nothing = () => {
    const p = list.appendChild(document.createElement('p')), a = document.createElement('a');
    a.href = 'index.html#lessons'; a.textContent = 'first page';
    p.append('Nothing by that name. The ', a, ' lists every lesson.');
  };
  function show() {
    clear();
    const hits = window.UNROLLED_INDEX && find(field.value, window.UNROLLED_INDEX);
    if (!hits) return;
    hits.forEach(([kind, title, address, about]) => {
      const a = list.appendChild(document.createElement('a'));
      a.href = address;
      a.appendChild(document.createElement(kind === 'type' || kind === 'member' || kind === 'file' ? 'code' : 'span')).textContent = title;
      if (about) a.appendChild(document.createElement('small')).textContent = about;
    });
    if (!hits.length) nothing();
    status.textContent = hits.length === 0 ? 'Nothing found' : hits.length === 1 ? '1 result' : hits.length + ' results';
  }
  on(field, 'focus', () => {
    if (window.UNROLLED_INDEX || form.dataset.asked) return;
    form.dataset.asked = 1;
    const s = document.head.appendChild(document.createElement('script'));
    s.onload = show; s.src = 'search.js';
  });
  on(field, 'input', show);
  on(form, 'submit', e => { e.preventDefault(); const first = $('a', list); if (first) first.click(); });
  on(form, 'keydown', e => {
    const all = [field, ...$$('a', list)], step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step) { e.preventDefault(); (all[all.indexOf(document.activeElement) + step] || field).focus(); }
    if (e.key === 'Escape') { field.value = ''; clear(); field.focus(); }
  });
  on(form, 'focusout', e => { if (!form.contains(e.relatedTarget)) clear(); });
  on(form, 'focusin', () => { if (!list.firstChild) show(); });
  /* A result on the page one is on: the field has done its work. */
  on(list, 'click', e => { if (e.target.closest('a')) { field.value = ''; setTimeout(clear); } });
}

parts['.search'] = search;
