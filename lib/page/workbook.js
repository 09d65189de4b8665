/*
 * The script of a lesson's page. It runs before the body is read, so that the theme is right in the first paint and
 * figures find drawFigure; the rest waits for the text. Pages open from file://, so: no module, no fetch, no request
 * that leaves the folder.
 */
(() => {
'use strict';

const root = document.documentElement;
root.classList.add('js'); // the style shows controls only where they work

/* ---- Theme: auto, light or dark; the choice stays, for all pages of the folder where the browser allows it ---- */

const KEY = 'workbook-theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');
let printing = false;

function storedTheme() {
  try { return localStorage.getItem(KEY) || 'auto'; } catch (refused) { return 'auto'; }
}

function storeTheme(choice) {
  try { localStorage.setItem(KEY, choice); } catch (refused) { /* it lasts as long as the page, then */ }
}

function applyTheme(choice) {
  if (choice === 'light' || choice === 'dark') root.dataset.theme = choice;
  else delete root.dataset.theme;
}

function isDark() {
  return !printing && (root.dataset.theme ? root.dataset.theme === 'dark' : systemDark.matches);
}

applyTheme(storedTheme());

/* ---- Figures ---- */

const NARROW = 560;      // below this a figure takes its narrow layout
const PRINT_WIDTH = 640; // fits A4 and Letter with the margins of the print style
const figures = [];

/*
 * What a figure's own script calls instead of Plotly.newPlot: keeps the originals, which are never handed to Plotly
 * (it writes into what it is given), and gives the element its size at once, so that nothing jumps when it is drawn.
 */
window.drawFigure = (element, data, layout, config, frames) => {
  const figure = { element, data, layout, config, drawn: '' };
  if (frames) figure.film = window.controlFilm(figure, frames); // animation.js
  figures.push(figure);
  fit(figure);
};

/* Sizes a figure for the room it has. It is at most as wide as it was planned, and no taller than most of the window. */
function fit(figure) {
  const room = printing ? PRINT_WIDTH : figure.element.parentElement.clientWidth;
  const form = room < NARROW ? 'narrow' : 'wide';
  const meta = figure.layout.meta || {};
  const [base, slope] = meta.height ? meta.height[form] : [0, 1 / (meta.aspect ? meta.aspect[form] : 1.6)];
  let width = form === 'wide' && meta.maxWidth ? Math.min(room, meta.maxWidth) : room;
  const above = figure.film ? 330 : 260; // of the first screen: header, question, player; a film has controls below too
  const tallest = printing ? 900 : Math.max(320, Math.min(0.68 * window.innerHeight, window.innerHeight - above));
  if (form === 'wide' && base + slope * width > tallest) {
    width = Math.max(0.7 * width, (tallest - base) / slope);
  }
  width = Math.floor(width);
  const height = Math.round(base + slope * width);
  if (room > 0) { // else it is in a view that is not shown
    Object.assign(figure.element.style, { width: width + 'px', maxWidth: 'none', height: height + 'px', aspectRatio: 'auto' });
  }
  return { room, form, width, height };
}

function draw(figure) {
  const { room, form, width, height } = fit(figure);
  const dark = isDark();
  const wanted = [form, width, height, dark].join();
  if (!window.Plotly || room === 0 || figure.drawn === wanted) return;
  figure.drawn = wanted;
  const twins = dark ? colourTwins() : {};
  const layout = copy(figure.layout, twins);
  if (form === 'narrow' && layout.meta) merge(layout, layout.meta.narrow || {});
  delete layout.meta;
  Object.assign(layout, { width, height, autosize: false, uirevision: 'kept' }); // a zoom survives a change of theme
  const pointer = window.matchMedia('(hover: hover)').matches; // without one Plotly would show its buttons all the time
  if (figure.film) figure.film.saves(figure.config);
  const config = Object.assign({}, figure.config, { responsive: false, displayModeBar: pointer && 'hover' }); // we follow the width ourselves
  const data = copy(figure.data, twins);
  if (figure.film) figure.film.place(data);
  window.Plotly.react(figure.element, data, layout, config);
  if (figure.film) figure.film.drawn();
  nameDrawing(figure.element);
}

/* The name goes from the element to the drawing in it: beside that are Plotly's buttons, which no image may contain. */
function nameDrawing(element) {
  const name = element.getAttribute('aria-label');
  if (!name) return;
  const [drawing, ...layers] = element.querySelectorAll('.main-svg');
  element.removeAttribute('aria-label');
  element.removeAttribute('role');
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', name);
  layers.forEach(layer => layer.setAttribute('aria-hidden', 'true'));
}

function drawAll() {
  figures.forEach(draw);
}

/* A deep copy in which each colour with a dark twin is replaced by it, inside longer strings too. */
function copy(value, twins) {
  if (typeof value === 'string') return value.replace(/#[0-9a-f]{6}/gi, hex => twins[hex.toLowerCase()] || hex);
  if (Array.isArray(value)) return value.map(item => copy(item, twins));
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  if (value.bdata) return Object.assign({}, value); // numbers in base64: long, and no colour in them
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, twins)]));
}

function merge(target, changes) {
  for (const [key, value] of Object.entries(changes)) {
    const both = [target[key], value].every(side => side && typeof side === 'object' && !Array.isArray(side));
    if (both) merge(target[key], value);
    else target[key] = value;
  }
}

/* The dark twin of each light colour; the page has them from the figures' own palette. */
function colourTwins() {
  const element = document.getElementById('twins');
  return element ? JSON.parse(element.textContent) : {};
}

/* Plotly is 11 MB: it is asked for when the text is on the screen, and parsed while the question is being read. */
function loadPlotly() {
  const script = document.createElement('script');
  script.src = document.body.dataset.plotly;
  script.onload = drawNext;
  script.onerror = () => figures.forEach(figure => {
    figure.element.textContent = 'This figure cannot be drawn: ' + document.body.dataset.plotly + ' is missing beside the page. Run the lesson again to restore it.';
    figure.element.classList.add('absent');
  });
  document.head.append(script);
}

/* One figure a turn, so that the page answers in between; from then on each follows its width. */
function drawNext(event, k = 0) {
  if (k === figures.length) {
    const observer = new ResizeObserver(drawAll);
    figures.forEach(figure => observer.observe(figure.element.parentElement));
    return;
  }
  draw(figures[k]);
  setTimeout(drawNext, 0, event, k + 1);
}

function afterFirstPaint(action) {
  if (document.hidden) action(); // a tab in the background paints nothing
  else requestAnimationFrame(() => setTimeout(action, 0));
}

/* Paper is light, and nobody can open an answer on it. */
let closed = [];
function print(now) {
  printing = now;
  if (now) closed = [...document.querySelectorAll('main > details:not([open])')];
  closed.forEach(answer => { answer.open = now; });
  drawAll();
}

/* ---- Views of a figure ---- */

function showView(radio) {
  const plate = radio.closest('.plate');
  const chosen = [...plate.querySelectorAll('.views input')].indexOf(radio);
  plate.querySelectorAll('.view').forEach((view, k) => { view.hidden = k !== chosen; });
  drawAll();
}

/* ---- Mathematics and code ---- */

function setMathematics() {
  if (!window.katex) return; // the TeX stays, and can be read
  document.querySelectorAll('.math').forEach(element => {
    window.katex.render(element.textContent, element, { displayMode: element.tagName === 'DIV', throwOnError: false, strict: false });
    keepPunctuation(element);
  });
}

/* A line may break after a formula, and would leave its full stop to the next one: move it into the formula's last piece. */
function keepPunctuation(element) {
  const after = element.nextSibling;
  const last = [...element.querySelectorAll('.katex-base')].pop();
  const mark = after && after.nodeType === Node.TEXT_NODE && after.data.match(/^[.,;:!?)\u2019]+/);
  if (!mark || !last || element.tagName === 'DIV') return;
  after.deleteData(0, mark[0].length);
  last.append(mark[0]);
}

const PROMPTS = { console: /^\$ /, jshell: /^(jshell>| +\.\.\.>) ?/ };
const GRAMMARS = { console: 'bash', jshell: 'java', sh: 'bash' };

function languageOf(code) {
  return code.className.replace('language-', '');
}

/* Colours a block; in a transcript only what is typed, with its prompt and the answers set apart. */
function highlight(code) {
  const language = languageOf(code);
  const grammar = GRAMMARS[language] || language;
  const prompt = PROMPTS[language];
  if (!window.hljs || !window.hljs.getLanguage(grammar)) return;
  const colour = text => window.hljs.highlight(text, { language: grammar }).value;
  const lines = code.textContent.replace(/\n$/, '').split('\n');
  if (!prompt || !lines.some(line => prompt.test(line))) {
    code.innerHTML = colour(lines.join('\n')) + '\n';
    return;
  }
  code.replaceChildren(...lines.flatMap(line => {
    const [asked] = line.match(prompt) || [''];
    const typed = document.createElement('span');
    if (!asked) {
      typed.className = 'answer';
      typed.textContent = line;
      return [typed, '\n'];
    }
    const mark = document.createElement('span');
    mark.className = 'prompt';
    mark.textContent = asked;
    typed.innerHTML = colour(line.slice(asked.length));
    return [mark, typed, '\n'];
  }));
}

/* What is worth pasting: of a transcript the lines that were typed, without their prompts. */
function textToCopy(code) {
  const prompt = PROMPTS[languageOf(code)];
  const lines = code.textContent.replace(/\n$/, '').split('\n');
  const typed = prompt ? lines.filter(line => prompt.test(line)) : [];
  return (typed.length ? typed.map(line => line.replace(prompt, '')) : lines).join('\n');
}

function addCopyButton(block) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    const done = await copyText(textToCopy(block.querySelector('code')));
    button.textContent = done ? 'Copied' : 'Select it and copy';
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
  block.append(button);
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (refused) { // some browsers refuse it to files; the old way still works there
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'unseen';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

/* A first line that would run under the button begins below it. */
function clearButton(block) {
  block.classList.remove('crowded');
  const line = document.createRange();
  line.selectNodeContents(block.querySelector('code'));
  const button = block.querySelector('.copy').getBoundingClientRect();
  const under = box => box.top < button.bottom && box.right > button.left - 8;
  block.classList.toggle('crowded', [...line.getClientRects()].some(under));
}

/* What scrolls inside itself can be reached and scrolled with the keyboard, and is seen to go on. */
function markScrollers() {
  document.querySelectorAll('.code').forEach(clearButton);
  document.querySelectorAll('pre, .table, div.math').forEach(box => {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  });
}

/* ---- Other lessons: a link where the page is there, its command where it is not ---- */

window.linkPages = () => { // called by pages.js, and again when the links in the text are there
  const written = window.workbookPages || [];
  document.querySelectorAll('a[data-page]').forEach(link => {
    const alias = link.dataset.page;
    if (written.includes(alias)) {
      link.href = alias + '.html';
      link.removeAttribute('title');
    } else {
      link.removeAttribute('href');
      if (!link.querySelector('.missing')) link.title = 'Not run yet: ' + document.body.dataset.launcher + ' ' + (link.dataset.command || alias);
    }
  });
};

/* Back from the terminal, where the next lesson may have been run: look again. */
function refreshPages() {
  if (document.hidden) return;
  const script = document.createElement('script');
  script.src = 'assets/pages.js';
  script.onload = () => script.remove();
  document.head.append(script);
}

/* Left and right turn pages, as in a book, unless something else has the focus and may want them. */
function turnPage(event) {
  const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
  const free = document.activeElement === document.body || document.activeElement.id === 'main';
  if (!rel || !free || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = document.querySelector('a[rel="' + rel + '"][href]');
  if (link) link.click();
}

/* ---- When the text is there ---- */

document.addEventListener('DOMContentLoaded', () => {
  document.querySelectorAll('.theme input').forEach(radio => {
    radio.checked = radio.value === storedTheme();
    radio.addEventListener('change', () => {
      storeTheme(radio.value);
      applyTheme(radio.value);
      drawAll();
    });
  });
  document.querySelectorAll('.views input').forEach(radio => {
    radio.addEventListener('change', () => showView(radio));
    if (radio.checked) showView(radio); // some browsers keep a choice over a reload
  });
  window.linkPages();
  setMathematics();
  document.querySelectorAll('.code code[class^="language-"]').forEach(highlight);
  document.querySelectorAll('.code').forEach(addCopyButton);
  markScrollers();
  document.fonts.ready.then(markScrollers); // mathematics has its width when its fonts are there
  if (figures.length) afterFirstPaint(loadPlotly);
});

systemDark.addEventListener('change', drawAll);
addEventListener('storage', event => { // the choice made on another page
  if (event.key !== KEY) return;
  applyTheme(storedTheme());
  document.querySelectorAll('.theme input').forEach(radio => { radio.checked = radio.value === storedTheme(); });
  drawAll();
});
addEventListener('beforeprint', () => print(true));
addEventListener('afterprint', () => print(false));
addEventListener('resize', markScrollers);
addEventListener('keydown', turnPage);
document.addEventListener('visibilitychange', refreshPages);
})();
