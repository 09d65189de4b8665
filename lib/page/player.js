/*
 * Listening: starts a segment, follows it sentence by sentence, and lets the browser's own voice read where it is chosen
 * or where the recording is missing. What plays has one set of controls, the dock, whichever segment it is.
 */
(() => {
'use strict';

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];
const STEP = 5; // seconds that an arrow key moves
const synth = 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window ? window.speechSynthesis : null;
const SIGNS = { play: 'M4 2v12l10-6z', pause: 'M3 2h4v12H3zM9 2h4v12H9z', previous: 'M3 2h2v12H3zM14 2v12L6 8z', next: 'M11 2h2v12h-2zM2 2v12l8-6z', close: 'm3 4 1-1 4 4 4-4 1 1-4 4 4 4-1 1-4-4-4 4-1-1 4-4z' };

const tracks = [...document.querySelectorAll('.listen')].map(read);
const continuous = 'continuous' in document.body.dataset; // one segment leads to the next: the page of all segments
let speed = Number(stored('workbook-speed')) || 1;
let wish = stored('workbook-voice') || 'recording';
let track = null;    // what the dock shows
let engine = null;   // what sounds, or would
let playing = false;
let dock = null;

function stored(key) {
  try { return localStorage.getItem(key); } catch (refused) { return null; }
}

function store(key, value) {
  try { localStorage.setItem(key, value); } catch (refused) { /* it lasts as long as the page, then */ }
}

/* ---- Segments as the page has them ---- */

function read(element) {
  const sentences = [...element.querySelectorAll('.sentence')].map(span =>
    ({ span, start: Number(span.dataset.start), end: Number(span.dataset.end) }));
  const audio = element.querySelector('audio');
  if (audio) audio.controls = false;
  return { element, sentences, audio, title: element.dataset.title, seconds: Number(element.dataset.seconds), lost: !audio };
}

function sentenceAt(of, seconds) {
  let k = of.sentences.length - 1;
  while (k >= 0 && of.sentences[k].start > seconds + 0.01) k--;
  return k;
}

/* ---- Two voices with the same four gestures: start, stop, position, pace ---- */

function recording(of) {
  const { audio } = of;
  audio.ontimeupdate = () => { if (track === of) show(); };
  audio.onended = () => ended(of);
  audio.onerror = () => lost(of);
  return {
    start(seconds) {
      audio.currentTime = seconds;
      audio.playbackRate = speed;
      audio.play().catch(() => { if (audio.error) lost(of); });
    },
    stop: () => audio.pause(),
    position: () => audio.currentTime,
    pace: () => { audio.playbackRate = speed; },
  };
}

function browserVoice(of) {
  let k = 0;
  let said = null; // kept here: an utterance that nobody holds may never say that it has ended
  function say(next) {
    k = next;
    const utterance = said = new SpeechSynthesisUtterance(of.sentences[k].span.textContent);
    utterance.lang = 'en';
    utterance.rate = speed;
    utterance.onend = () => {
      if (said !== utterance) return; // stopped meanwhile
      if (k + 1 < of.sentences.length) say(k + 1);
      else ended(of);
    };
    utterance.onerror = () => {
      if (said !== utterance) return;
      pause();
      tell('This browser’s voice could not speak. The transcript has every word.');
    };
    synth.speak(utterance);
    show();
  }
  const engine = {
    start: seconds => { synth.cancel(); say(Math.max(0, sentenceAt(of, seconds))); },
    stop: () => { said = null; synth.cancel(); },
    position: () => of.sentences[k].start,
    pace: () => { if (playing) engine.start(of.sentences[k].start); },
  };
  return engine;
}

function lost(of) {
  if (of.lost) return; // the element and its promise both say so
  const at = of === track && engine ? engine.position() : 0;
  of.lost = true;
  if (of !== track) return;
  const wasPlaying = playing;
  playing = false;
  engine = null;
  if (!synth) {
    tell('The recording is missing beside the page, and this browser has no voice. Run the lesson again to restore it.');
    show();
  } else if (wasPlaying) {
    play(of, at);
  }
}

function voiceOf(of) {
  if ((wish === 'browser' || of.lost) && synth) return browserVoice(of);
  return of.lost ? null : recording(of);
}

/* ---- Playing ---- */

function play(of, seconds) {
  if (!dock) dock = makeDock();
  if (track !== of || !engine) {
    if (engine) engine.stop();
    track = of;
    engine = voiceOf(of);
    tell(of.lost ? (synth ? 'The recording is missing; this browser’s voice reads.' : 'The recording is missing, and this browser has no voice.') : '');
  }
  dock.root.hidden = false;
  playing = Boolean(engine);
  if (engine) engine.start(seconds === undefined ? (ranOut() ? 0 : engine.position()) : seconds);
  announceToSystem();
  show();
}

function ranOut() {
  return engine.position() > lengthOf(track) - 0.3;
}

function pause() {
  playing = false;
  if (engine) engine.stop();
  show();
}

function toggle(of) {
  if (of === track && playing) pause();
  else play(of);
}

function seek(seconds) {
  const to = Math.min(Math.max(0, seconds), lengthOf(track));
  if (playing || wish === 'browser') play(track, to);
  else if (track.audio) { track.audio.currentTime = to; show(to); }
}

function step(by) {
  const next = tracks[tracks.indexOf(track) + by];
  if (next) play(next, 0);
}

function ended(of) {
  if (of !== track) return;
  playing = false;
  if (continuous && tracks.indexOf(of) + 1 < tracks.length) step(1);
  else show();
}

function close() {
  pause();
  const from = track;
  mark(track, -1);
  dock.root.hidden = true;
  track = null;
  engine = null;
  document.body.style.removeProperty('--dock');
  tracks.forEach(name);
  from.element.querySelector('.listen-play').focus();
}

function lengthOf(of) {
  return of.audio && of.audio.duration > 0 ? of.audio.duration : of.seconds;
}

/* ---- What is seen of it ---- */

function show(at) {
  if (!track || !dock) return;
  const seconds = at !== undefined ? at : engine ? engine.position() : 0;
  const length = lengthOf(track);
  const k = sentenceAt(track, seconds);
  mark(track, k);
  dock.caption.textContent = k >= 0 ? track.sentences[k].span.textContent : '';
  dock.title.textContent = track.title;
  dock.range.max = length.toFixed(1);
  dock.range.value = seconds;
  dock.range.setAttribute('aria-valuetext', clock(seconds) + ' of ' + clock(length));
  dock.range.style.setProperty('--done', (100 * seconds / length) + '%');
  dock.time.textContent = clock(seconds) + ' / ' + clock(length);
  set(dock.play, playing ? 'pause' : 'play', playing ? 'Pause' : 'Play');
  dock.previous.disabled = tracks.indexOf(track) === 0;
  dock.next.disabled = tracks.indexOf(track) === tracks.length - 1;
  if (dock.voice) {
    dock.voice.value = track.lost ? 'browser' : wish;
    dock.voice.options[0].disabled = track.lost;
  }
  tracks.forEach(name);
}

function name(of) {
  const sounds = of === track && playing;
  of.element.classList.toggle('sounds', sounds);
  set(of.element.querySelector('.listen-play'), sounds ? 'pause' : 'play', (sounds ? 'Pause: ' : 'Listen: ') + of.title);
}

function mark(of, k) {
  const marked = document.querySelector('.sentence[aria-current]');
  const span = k >= 0 ? of.sentences[k].span : null;
  if (marked === span) return;
  if (marked) marked.removeAttribute('aria-current');
  if (!span) return;
  span.setAttribute('aria-current', 'true');
  if (continuous && playing) span.scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}

function clock(seconds) {
  const whole = Math.round(seconds);
  return Math.floor(whole / 60) + ':' + String(whole % 60).padStart(2, '0');
}

function tell(text) {
  dock.status.textContent = text;
}

function set(button, sign, label) {
  if (button.getAttribute('aria-label') !== label) button.setAttribute('aria-label', label);
  if (button.dataset.sign === sign) return;
  button.dataset.sign = sign;
  button.innerHTML = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="' + SIGNS[sign] + '"/></svg>';
}

/* The keys and lock screen of the system, where it has them. */
function announceToSystem() {
  if (!('mediaSession' in navigator) || !('MediaMetadata' in window)) return;
  navigator.mediaSession.metadata = new MediaMetadata({ title: track.title, artist: document.title });
  navigator.mediaSession.setActionHandler('play', () => play(track));
  navigator.mediaSession.setActionHandler('pause', pause);
}

/* ---- The dock ---- */

function makeDock() {
  const root = document.createElement('section');
  root.className = 'dock';
  root.setAttribute('aria-label', 'Narration that is playing');
  root.innerHTML = '<p class="dock-title"></p><p class="dock-caption"></p>'
    + '<div class="dock-seek"><input type="range" min="0" step="0.1" aria-label="Position"><span class="dock-time"></span></div>'
    + '<div class="dock-row"><button type="button" class="dock-previous"></button><button type="button" class="dock-play"></button>'
    + '<button type="button" class="dock-next"></button><label>Speed <select class="dock-speed"></select></label>'
    + (synth ? '<label>Voice <select class="dock-voice"><option value="recording">Recording</option><option value="browser">This browser’s</option></select></label>' : '')
    + '<button type="button" class="dock-close"></button></div><p class="dock-status" role="status"></p>';
  const find = part => root.querySelector(part);
  const made = { root, caption: find('.dock-caption'), title: find('.dock-title'), range: find('input'), time: find('.dock-time'),
    previous: find('.dock-previous'), play: find('.dock-play'), next: find('.dock-next'), speed: find('.dock-speed'),
    voice: find('.dock-voice'), status: find('.dock-status') };
  set(made.previous, 'previous', 'Previous segment');
  set(made.next, 'next', 'Next segment');
  set(find('.dock-close'), 'close', 'Close the player');
  made.previous.hidden = made.next.hidden = tracks.length === 1;
  SPEEDS.forEach(factor => made.speed.add(new Option(factor + ' ×', factor, false, factor === speed)));

  made.play.addEventListener('click', () => toggle(track));
  made.previous.addEventListener('click', () => step(-1));
  made.next.addEventListener('click', () => step(1));
  made.range.addEventListener('input', () => seek(Number(made.range.value)));
  made.speed.addEventListener('change', () => {
    speed = Number(made.speed.value);
    store('workbook-speed', speed);
    if (engine) engine.pace();
  });
  if (made.voice) made.voice.addEventListener('change', () => changeVoice(made.voice.value));
  find('.dock-close').addEventListener('click', close);
  root.addEventListener('keydown', event => dockKey(event, made));

  document.body.append(root);
  // The page can be scrolled clear of the dock, however tall a caption makes it.
  new ResizeObserver(() => { if (!root.hidden) document.body.style.setProperty('--dock', root.offsetHeight + 'px'); }).observe(root);
  return made;
}

function changeVoice(to) {
  const at = engine ? engine.position() : 0;
  const wasPlaying = playing;
  if (engine) engine.stop();
  wish = to;
  store('workbook-voice', wish);
  engine = voiceOf(track);
  playing = false;
  if (wasPlaying) play(track, at);
  else if (engine && track.audio && wish === 'recording') { track.audio.currentTime = at; show(at); }
}

function dockKey(event, made) {
  const onRange = event.target === made.range;
  const by = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP }[event.key];
  if (event.key === 'Escape') close();
  else if (onRange && event.key === ' ') toggle(track);
  else if (onRange && by) seek((engine ? engine.position() : 0) + by);
  else return;
  event.preventDefault();
}

/* ---- The segments' own buttons and sentences ---- */

tracks.forEach(of => {
  name(of);
  of.element.querySelector('.listen-play').addEventListener('click', () => toggle(of));
  of.sentences.forEach(({ span, start }, k) => {
    span.setAttribute('role', 'button');
    span.tabIndex = k === 0 ? 0 : -1; // one stop for the Tab key; arrows go from sentence to sentence
    span.addEventListener('click', () => { if (String(getSelection()) === '') play(of, start); });
    span.addEventListener('keydown', event => sentenceKey(event, of, k));
  });
});

function sentenceKey(event, of, k) {
  const to = { ArrowLeft: k - 1, ArrowUp: k - 1, ArrowRight: k + 1, ArrowDown: k + 1, Home: 0, End: of.sentences.length - 1 }[event.key];
  if (event.key === 'Enter' || event.key === ' ') {
    play(of, of.sentences[k].start);
  } else if (to !== undefined && of.sentences[to]) {
    of.sentences.forEach(({ span }, i) => { span.tabIndex = i === to ? 0 : -1; });
    of.sentences[to].span.focus();
  } else {
    return;
  }
  event.preventDefault();
}

document.querySelectorAll('.listen-all').forEach(button => button.addEventListener('click', () => play(tracks[0], 0)));
addEventListener('pagehide', () => { if (synth) synth.cancel(); });
})();
