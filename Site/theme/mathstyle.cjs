// The part of KaTeX's style that some formulas need: its rules in use, and
// its fonts cut to the characters in use, set inline, because some browsers
// refuse a font file to a page opened from disk. Next: subset.py cuts fonts.
'use strict';
const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');

// MARK: - The style sheet

// Rules in order: their selectors, one by one, and their declarations.
function parse(css) {
  const rules = [];
  for (const [, selectors, body] of css.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const declarations = body.split(';').map(d => d.trim()).filter(Boolean);
    rules.push({ selectors: selectors.split(',').map(s => s.trim()), declarations });
  }
  return rules;
}

const classes = selector => (selector.match(/\.[\w-]+/g) || []).map(c => c.slice(1));
const value = (rule, name) => {
  const found = rule.declarations.find(d => d.startsWith(name + ':'));
  return found && found.slice(name.length + 1).trim().replace(/['"]/g, '');
};

// A rule is in use if each class of one of its selectors is.
function rulesInUse(rules, used) {
  return rules
    .filter(rule => rule.selectors[0] !== '@font-face' && rule.declarations.length)
    .map(rule => ({ ...rule, selectors: rule.selectors.filter(s => classes(s).length && classes(s).every(c => used.has(c))) }))
    .filter(rule => rule.selectors.length)
    .map(rule => `${rule.selectors.join(',')}{${rule.declarations.map(d => d.replace(/:\s+/, ':')).join(';')}}`);
}

// MARK: - Characters by font

// Whether a selector's last part is the element, the others around it.
function matches(selector, stack) {
  const parts = selector.split(/[\s>]+/).map(classes);
  if (!parts.pop().every(c => stack[stack.length - 1].includes(c))) return false;
  let at = stack.length - 2;
  while (parts.length) {
    const part = parts.pop();
    while (at >= 0 && !part.every(c => stack[at].includes(c))) at--;
    if (at-- < 0) return false;
  }
  return true;
}

// What the style sheet says of an element's font; the rest it inherits.
function fontOf(inherited, stack, fontRules) {
  const font = { ...inherited };
  for (const rule of fontRules) {
    if (!rule.selectors.some(s => classes(s).length && matches(s, stack))) continue;
    const short = value(rule, 'font');
    const family = value(rule, 'font-family') || (short && short.replace(/^.*?em /, ''));
    if (family) font.families = family.split(/,\s*/).filter(name => name.startsWith('KaTeX_'));
    font.weight = value(rule, 'font-weight') || font.weight;
    font.style = value(rule, 'font-style') || font.style;
  }
  return font;
}

const unescape = text => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&amp;/g, '&');

// Walks over what was set: `use(font, text)` hears every text and its font.
function walk(html, fontRules, used, use) {
  const stack = [], fonts = [{ families: [], weight: 'normal', style: 'normal' }];
  for (const [, close, tag, attributes, text] of html.matchAll(/<(\/?)([\w-]+)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) {
      if (!stack.some(c => c.includes('katex-mathml'))) use(fonts[fonts.length - 1], unescape(text));
    } else if (close) {
      stack.pop();
      fonts.pop();
    } else {
      const names = ((attributes.match(/class="([^"]*)"/) || [])[1] || '').split(' ').filter(Boolean);
      names.forEach(name => used.add(name));
      if (attributes.endsWith('/')) continue;
      stack.push(names);
      fonts.push(fontOf(fonts[fonts.length - 1], stack, fontRules));
    }
  }
}

// MARK: - Fonts

const python = ['/usr/bin/python3', 'python3'];

// The font cut to some characters; whole where there is no fontTools.
function subset(file, characters) {
  for (const program of python) {
    const cut = spawnSync(program, [path.join(__dirname, 'subset.py'), file, characters], { maxBuffer: 1 << 26 });
    if (cut.status === 0) return cut.stdout;
  }
  return fs.readFileSync(file);
}

function face(rule, files, characters) {
  const name = /url\(([^)]*\.woff2)\)/.exec(value(rule, 'src'))[1];
  const bytes = subset(path.join(files, name), characters);
  return `@font-face{font-family:${value(rule, 'font-family')};font-style:${value(rule, 'font-style')};font-weight:${value(rule, 'font-weight')};`
    + `font-display:block;src:url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2")}`;
}

/// The style that some formulas need; `letters` stand alone, in italics.
function mathStyle(folder, formulas, letters) {
  const files = [path.join(folder, 'dist'), '/usr/share/javascript/katex']
    .find(dir => fs.existsSync(path.join(dir, 'katex.css')));
  if (!files) throw new Error(`there is no katex.css beside ${folder}`);
  const rules = parse(fs.readFileSync(path.join(files, 'katex.css'), 'utf8'));
  const fontRules = rules.filter(rule => rule.selectors[0] !== '@font-face' && rule.declarations.some(d => /^font(-family|-weight|-style)?:/.test(d)));
  const used = new Set(), characters = {};
  const note = (family, weight, style, text) => {
    const key = [family, weight, style].join();
    characters[key] = characters[key] || new Set();
    for (const letter of text) characters[key].add(letter);
  };
  for (const html of formulas) {
    walk(html, fontRules, used, (font, text) => font.families.forEach(family => note(family, font.weight, font.style, text)));
  }
  if (letters) note('KaTeX_Math', 'normal', 'italic', letters);
  const faces = rules.filter(rule => rule.selectors[0] === '@font-face').flatMap(rule => {
    const key = ['font-family', 'font-weight', 'font-style'].map(name => value(rule, name)).join();
    return characters[key] ? [face(rule, files, [...characters[key]].sort().join(''))] : [];
  });
  const credit = '/* KaTeX (MIT): the rules in use; its fonts (SIL OFL): the characters in use. */';
  return [credit, ...faces, ...rulesInUse(rules, used)].join('\n') + '\n';
}

module.exports = { mathStyle };
