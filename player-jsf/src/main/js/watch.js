import { Calls } from './calls.js';
import { engineFrom } from './engine.js';
import { EventAnswers } from './event-answers.js';
import { Screen } from './screen.js';
import { ServerTime } from './server-time.js';
import { WatchPage } from './watch-page.js';

const stage = document.getElementById('stage');
const page = JSON.parse(stage.dataset.page);
const time = new ServerTime(page.now);
const screen = new Screen(stage, page.words);
const video = stage.querySelector('video');
const loadEngine = engineFrom(page.engine);
const nonce = /** @type {HTMLElement} */ (document.querySelector('link[nonce]')).nonce;
const fetch = window.fetch.bind(window);
const calls = new Calls({ fetch, timers: window, random: Math.random, lang: page.lang });

/** @type {Promise<import('./session-manager.js').SessionManager> | undefined} */
let opening;
const bringSessions = () => (opening ??= import('./sessions.js').then(({ openSessions }) => openSessions(page, { calls, time })));

const watching = new WatchPage(page, {
  screen,
  time,
  timers: window,
  random: Math.random,
  answers: new EventAnswers(page.api, {
    fetch,
    time,
    playback: async () => (page.guarded ? (await bringSessions()).playback() : null),
  }),
  openPlayer: async (from) => {
    // Begins beside the controls; should it fail, the player's own try will say so.
    loadEngine().catch(() => {});
    const { openPlayer } = await import('./player.js');
    // Who cannot be counted may watch all the same, as long as nothing has to be proven.
    bringSessions().then((sessions) => sessions.watch(video), () => {});
    if (from) video.currentTime = from;
    return openPlayer(video, { loadEngine, lang: page.lang, words: page.words, nonce });
  },
});

stage.addEventListener('click', ({ target }) => {
  const button = /** @type {Element} */ (target).closest('button');
  if (button?.matches('[data-play], [data-again]')) {
    // Within the click, because some browsers let only that allow sound; what is to play follows.
    video.play().catch(() => {});
    watching.play();
  }
  if (button?.matches('[data-sound]')) video.muted = false;
});
video.addEventListener('volumechange', () => video.muted || screen.heard());

screen.localTime(page.lang, page.event.startsAt);
watching.start();
if (page.guarded) {
  import('./entry.js').then(({ openEntry }) => openEntry(stage.closest('main'), page, { calls, bringSessions, watching }));
}
