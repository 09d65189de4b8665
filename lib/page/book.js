/*
 * What the book adds to each of its pages: search over the whole text. pages.js asks for it where there are contents, so a
 * lesson's page is the same with the book and without. Nothing is read before the first search, and then by script
 * elements, for pages from the file system may not fetch.
 */
(() => {
'use strict';

const MOST = 12;          // results
const LONGEST = 170;      // letters of a result's text
const WORDS = /[\p{L}\p{N}_]+/gu;

let room;                 // the dialog
let field, status, list;
let reading;              // the promise of the index
let index, entries;

/* ---- Words: stems by lunr; Greek and code are words too ---- */

function words(text) {
  return text.toLowerCase().match(WORDS) || [];
}

/* A letter that mathematics names is found under the letter too: \varepsilon under ε. */
const GREEK = { eta: 'η', varepsilon: 'ε', mu: 'μ', sigma: 'σ', Sigma: 'Σ', pi: 'π' };

function withGreek(text) {
  return text.replace(/\\([A-Za-z]+)/g, (all, name) => (GREEK[name] ? all + ' ' + GREEK[name] + ' ' : all));
}

function script(source) {
  return new Promise((done, failed) => {
    const element = document.createElement('script');
    element.src = source;
    element.onload = done;
    element.onerror = () => failed(new Error(source + ' is missing beside the page; jbang workbook restores it.'));
    document.head.append(element);
  });
}

function read() {
  reading = reading || script('assets/search.js').then(() => script(window.workbookSearch.lunr)).then(() => {
    entries = window.workbookSearch.entries.map(([page, title, under, text, kind]) => ({ page, title, under, text, kind }));
    const { lunr } = window;
    lunr.tokenizer.separator = /[^\p{L}\p{N}_]+/u;
    index = lunr(function () {
      this.ref('id');
      this.field('title', { boost: 4 });
      this.field('under', { boost: 2 });
      this.field('text');
      this.pipeline.remove(lunr.trimmer); // it takes Greek letters for punctuation
      this.pipeline.remove(lunr.stopWordFilter); // "why" and "not" are words here
      this.searchPipeline.remove(lunr.stopWordFilter);
      entries.forEach((entry, id) => this.add({ id, ...entry, text: withGreek(entry.text) }));
    });
  });
  return reading;
}

/* The entries that hold most of the words, best first; a word counts if it stands there, is begun there, or with one slip. */
function search(asked) {
  const terms = [...new Set(words(asked))];
  const { wildcard } = window.lunr.Query;
  const found = new Map();
  for (const term of terms) {
    const hits = index.query(query => {
      query.term(term, { boost: 10 });
      query.term(term, { boost: 3, usePipeline: false, wildcard: wildcard.TRAILING });
      if (term.length > 4) query.term(term, { boost: 1, editDistance: 1 });
    });
    for (const hit of hits) {
      const before = found.get(hit.ref) || { terms: 0, score: 0, stems: [] };
      found.set(hit.ref, { terms: before.terms + 1, score: before.score + hit.score, stems: before.stems.concat(Object.keys(hit.matchData.metadata)) });
    }
  }
  const ranked = [...found].map(([ref, hit]) => ({ entry: entries[ref], ...hit })).sort((a, b) => b.terms - a.terms || b.score - a.score);
  const shown = new Map(); // at most two of a page
  const best = ranked.filter(({ entry }) => {
    const count = (shown.get(entry.page) || 0) + 1;
    shown.set(entry.page, count);
    return count <= 2;
  }).slice(0, MOST);
  return { best, all: ranked.length };
}

/* ---- The dialog ---- */

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function build() {
  field = element('input', { type: 'search', autocomplete: 'off', spellcheck: false, placeholder: 'A word, a symbol, a class' });
  field.setAttribute('aria-label', 'Search the book');
  status = element('p', { className: 'find-status' });
  status.setAttribute('role', 'status');
  list = element('ol', { className: 'find-list' });
  const close = element('button', { type: 'button', className: 'find-close' }, 'Close');
  close.addEventListener('click', () => room.close());
  room = element('dialog', { className: 'find-room' }, element('div', { className: 'find-head' }, field, close), status, list);
  room.setAttribute('aria-label', 'Search');
  room.addEventListener('click', event => { if (event.target === room) room.close(); });
  room.addEventListener('keydown', move);
  field.addEventListener('input', show);
  document.body.append(room);
}

function open() {
  if (!room) build();
  if (!room.open) room.showModal();
  field.select();
  field.focus();
  show();
}

function show() {
  const asked = field.value;
  if (!words(asked).length) {
    list.replaceChildren();
    status.textContent = 'All chapters and all code. Enter opens the first result; the arrows move.';
    if (!reading) read();
    return;
  }
  read().then(() => {
    if (field.value !== asked) return; // typed on meanwhile
    const { best, all } = search(asked);
    status.textContent = all === 0 ? 'Nothing in the book has these words.' : all === 1 ? '1 place'
      : best.length < all ? 'The best ' + best.length + ' of ' + all + ' places' : all + ' places';
    list.replaceChildren(...best.map(result => element('li', {}, link(result, asked))));
  }).catch(problem => { status.textContent = problem.message; });
}

function link({ entry, stems }, asked) {
  const where = element('span', { className: 'find-where' }, entry.title);
  if (entry.under) where.append(element('span', { className: 'under' }, ' · ' + entry.under));
  const text = element('span', { className: 'find-text' + (entry.kind === 'code' ? ' code-text' : '') });
  text.append(...marked(around(entry, stems), stems));
  const result = element('a', { href: entry.page + '.html#find=' + encodeURIComponent(asked.trim()) }, where, text);
  result.addEventListener('click', () => {
    room.close();
    if (document.body.dataset.page === entry.page) setTimeout(arrive, 0);
  });
  return result;
}

/* The part of a text where the first of the words is: whole sentences, or the lines of code. No formula is cut. */
function around({ text, kind }, stems) {
  const pieces = kind === 'code' ? text.split('\n') : text.match(/(?:\$`.+?`\$|[^.?!]|[.?!](?!\s))+[.?!]*\s*/gs) || [text];
  const first = Math.max(0, pieces.findIndex(piece => words(piece).some(word => has(stems, word))));
  let shown = pieces[first].trim();
  for (let k = first + 1; k < pieces.length && shown.length + pieces[k].length < LONGEST; k++) shown += ' ' + pieces[k].trim();
  return (first > 0 ? '… ' : '') + (shown.length > 2.5 * LONGEST && !shown.includes('$`') ? shown.slice(0, 2.5 * LONGEST) + ' …' : shown);
}

/* lunr's stems are in its matches: a word is one of them if its stem is. */
function has(stems, word) {
  const { lunr } = window;
  const stem = lunr.stemmer(new lunr.Token(word)).toString();
  return stems.includes(word) || stems.includes(stem);
}

function marked(text, stems) {
  return text.split(/(\$`.+?`\$)/s).flatMap(part => {
    if (part.startsWith('$`')) {
      const formula = element('span', { className: 'math' }, part.slice(2, -2));
      if (window.katex) window.katex.render(formula.textContent, formula, { throwOnError: false, strict: false });
      return [formula];
    }
    return part.split(/([\p{L}\p{N}_]+)/u).map((word, k) => (k % 2 && has(stems, word.toLowerCase()) ? element('mark', {}, word) : word));
  });
}

/* Down and up go through the results, from the field and back; Enter in the field opens the first. */
function move(event) {
  const links = [...list.querySelectorAll('a')];
  const here = links.indexOf(document.activeElement);
  if (event.key === 'Enter' && document.activeElement === field && links.length) links[0].click();
  else if (event.key === 'Escape') room.close(); // at once; a search field by itself would first be emptied
  else if (event.key === 'ArrowDown' && links.length) links[Math.min(here + 1, links.length - 1)].focus();
  else if (event.key === 'ArrowUp' && here >= 0) (links[here - 1] || field).focus();
  else return;
  event.preventDefault();
}

/* ---- On arrival from a result: open what hides the words, go there, and mark them ---- */

function arrive() {
  const asked = decodeURIComponent((location.hash.match(/^#find=(.*)$/) || [])[1] || '');
  const terms = words(asked);
  const main = document.getElementById('main');
  if (!terms.length || !main) return;
  const blocks = [...main.querySelectorAll('p, li, td, pre, h1, h2, h3, figcaption, summary')].filter(block => !block.querySelector('p, li, pre'));
  const score = block => {
    const there = words(block.textContent);
    return terms.filter(term => there.some(word => word.startsWith(term) || (word.length > 3 && term.startsWith(word)))).length;
  };
  const best = blocks.reduce((best, block) => (score(block) > score(best) ? block : best), blocks[0]);
  if (!best || score(best) === 0) return;
  for (let above = best.closest('details'); above; above = above.parentElement.closest('details')) above.open = true;
  best.scrollIntoView({ block: 'center' });
  best.tabIndex = -1;
  best.focus({ preventScroll: true });
  mark(best, terms);
}

function mark(block, terms) {
  if (!window.Highlight) return;
  const ranges = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const word of walker.currentNode.data.matchAll(WORDS)) {
      if (!terms.some(term => word[0].toLowerCase().startsWith(term))) continue;
      const range = new Range();
      range.setStart(walker.currentNode, word.index);
      range.setEnd(walker.currentNode, word.index + word[0].length);
      ranges.push(range);
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges));
}

/* ---- A button beside the theme, and keys: / as in a reader's habit, Ctrl K or ⌘ K as in an editor's ---- */

function start() {
  const theme = document.querySelector('.top .theme');
  if (!theme) return; // a page of another kind
  const button = element('button', { type: 'button', className: 'find-open' }, 'Search', element('kbd', {}, '/'));
  button.querySelector('kbd').setAttribute('aria-hidden', 'true');
  button.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
  button.addEventListener('click', open);
  theme.before(button);
  addEventListener('keydown', event => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) && document.activeElement.type !== 'radio';
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !(event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    open();
  });
  if (document.readyState === 'complete') arrive();
  else addEventListener('load', arrive);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
})();
