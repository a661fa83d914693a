// Sets every formula of the site with KaTeX, in one process: a question in
// JSON on standard input, the answer on standard output. What was set before
// is kept in the question's `cache`. Next: mathstyle.cjs, which collects the
// rules and fonts that what was set here needs.
'use strict';
const fs = require('fs');
const path = require('path');
const { mathStyle } = require('./mathstyle.cjs');

const noKaTeX = 3;

function find(name) {
  try {
    return require.resolve(name);
  } catch (_) {
    process.stderr.write(`there is no package ${name}\n`);
    process.exit(noKaTeX);
  }
}

// The TeX source is in the lesson; the page carries what screen readers read.
function lighter(html) {
  return html
    .replace(/<semantics>([^]*?)<annotation[^]*?<\/annotation><\/semantics>/g, '$1')
    .replace(/ xmlns="[^"]*"/g, '');
}

function set(formula) {
  try {
    const html = require('katex').renderToString(formula.tex, {
      displayMode: formula.display,
      output: 'htmlAndMathml',
      strict: 'error',
      throwOnError: true,
    });
    return { html: lighter(html) };
  } catch (error) {
    return { html: '', error: String(error.message).replace(/^KaTeX parse error: |\u0332/g, '') };
  }
}

// A cache that cannot be read is an empty one.
function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (_) {
    return {};
  }
}

function write(file, cache) {
  const fresh = `${file}.${process.pid}`;
  fs.writeFileSync(fresh, JSON.stringify(cache));
  fs.renameSync(fresh, file);
}

const question = JSON.parse(fs.readFileSync(0, 'utf8'));
const folder = path.dirname(find('katex/package.json'));
const scripts = ['formulas.cjs', 'mathstyle.cjs', 'subset.py']
  .map(name => fs.readFileSync(path.join(__dirname, name), 'utf8'));
const version = [require(path.join(folder, 'package.json')).version, ...scripts].join('\n');

const kept = read(question.cache);
const known = kept.version === version ? kept.html : {};
const cache = { version, html: {} };
const results = question.formulas.map(formula => {
  const key = JSON.stringify([formula.tex, formula.display]);
  const result = known[key] ? { html: known[key] } : set(formula);
  if (!result.error) cache.html[key] = result.html;
  return result;
});

const styleKey = JSON.stringify([Object.keys(cache.html).sort(), question.letters]);
const isKept = kept.version === version && kept.styleKey === styleKey;
cache.styleKey = styleKey;
cache.style = isKept
  ? kept.style : mathStyle(folder, Object.values(cache.html), question.letters);
if (!isKept) write(question.cache, cache);
process.stdout.write(JSON.stringify({ results, style: cache.style }));
