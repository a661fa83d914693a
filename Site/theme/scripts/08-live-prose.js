/* What the prose says of a run: a link's words, with the run's values in them. Next: 08-live-curves.js. */
const noted = value => typeof value === 'string' ? value : String(value);

/* A number written as the words it replaces are: as many decimals, thousands set apart, in percent. */
function rewritten(words, value) {
  if (typeof value === 'string') return value;
  const number = (words.match(/^[\d.,\-−+eE]+/) || [''])[0], rest = words.slice(number.length);
  const plain = Number(number.replace(/,/g, '').replace('−', '-'));
  if (!number || Number.isNaN(plain)) return noted(value);
  if (!Number.isFinite(value)) return noted(value).replace('Infinity', 'infinite').replace('NaN', 'not a number');
  if (/%$/.test(rest)) value *= 100;
  const [mantissa, exponent] = number.toLowerCase().split('e'), digits = (mantissa.split('.')[1] || '').length;
  if (exponent !== undefined) return value.toExponential(digits) + rest;
  // A whole number stays one; what is none is not rounded to look like one.
  let text = digits || /%$/.test(rest) ? value.toFixed(digits) : noted(value);
  if (/,/.test(number) || Math.abs(value) >= 1e4) text = text.replace(/^(-?)(\d+)/, (_, sign, whole) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','));
  return text.replace(/^-/, '−') + rest;
}

/* A claim is lists: ["<", ["-", "loss", 0.1], 2]. */
function sideOf(term, notes) {
  if (typeof term === 'number') return term;
  if (typeof term === 'string') return typeof notes[term] === 'number' ? notes[term] : undefined;
  const [sign, a, b] = [term[0], ...term.slice(1).map(t => sideOf(t, notes))];
  if (a === undefined || (sign !== 'abs' && b === undefined)) return undefined;
  return sign === 'abs' ? Math.abs(a) : sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : a / b;
}
const holds = { '<': (a, b) => a < b, '≤': (a, b) => a <= b, '>': (a, b) => a > b, '≥': (a, b) => a >= b, '=': (a, b) => a === b, '≠': (a, b) => a !== b && a === a && b === b };

/* The values that a link names; of a claim its signs, too. */
const namedIn = link => link.dataset.value !== undefined ? [link.dataset.value] : JSON.parse(link.dataset.claim).flat(Infinity);

/* The link as this run has it; nothing if the run's program knows none of its names. */
function saidAnew(link, notes) {
  const now = link.cloneNode(true), words = link.textContent;
  const says = (value, source) => { now.dataset.says = value + ' | ' + source; };
  const add = (name, text) => { const s = now.appendChild(document.createElement('span')); s.className = name; s.textContent = text; };
  now.classList.remove('off'); now.classList.add('again');
  if (link.dataset.value !== undefined) {
    const name = link.dataset.value;
    if (!(name in notes)) return null;
    const text = rewritten(words, notes[name]), isSame = text === words;
    says(name + ' = ' + noted(notes[name]), 'From this page’s run' + (isSame ? ', which agrees with the recorded one.' : '. The recorded one says ' + words + '.'));
    if (isSame) return now;
    now.textContent = text; now.classList.add('fresh'); add('vh', ' (in this run)');
    return now;
  }
  const [sign, left, right] = JSON.parse(link.dataset.claim), a = sideOf(left, notes), b = sideOf(right, notes);
  if (a === undefined || b === undefined) return null;
  const short = v => String(Number(v.toPrecision(4))), compared = short(a) + ' ' + sign + ' ' + short(b);
  if (holds[sign](a, b)) { says(compared, 'Holds in this page’s run, too.'); return now; }
  now.classList.add('off');
  says(compared + ' does not hold', 'So it is in this page’s run. It held when the lesson was recorded.');
  add('not-so', ' (not in this run)');
  return now;
}
