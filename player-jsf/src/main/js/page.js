import { Calls } from './calls.js';
import { engineFrom } from './engine.js';
import { EventAnswers } from './event-answers.js';
import { Pauses } from './pauses.js';
import { PlaybackRight } from './playback-right.js';
import { Screen } from './screen.js';
import { ServerTime } from './server-time.js';
import { bringControlWords } from './spoken.js';
import { WatchPage } from './watch-page.js';
import { Words } from './words.js';

/**
 * Brings the stage to life that the server rendered.
 *
 * @param {HTMLElement} stage
 * @param {object} page what the server says of it
 * @param {import('./kept-session.js').KeptSession | null} kept where viewers who have proven something are remembered
 * @param {(page: object, parts: object) => void} [framed] what is done beside, in a partner's frame or by wish of the address
 */
export function openPage(stage, page, kept, framed = () => {}) {
  const { lang } = page;
  const fetch = window.fetch.bind(window);
  const time = new ServerTime(page.now);
  const pauses = new Pauses(Math.random);
  const words = new Words(page.words, { url: page.texts, fetch });
  const screen = new Screen(stage, words);
  const video = stage.querySelector('video');
  const loadEngine = engineFrom(page.engine);
  const nonce = /** @type {HTMLElement} */ (document.querySelector('link[nonce]')).nonce;
  const calls = new Calls({ fetch, timers: window, pauses, lang });
  const right = new PlaybackRight();
  page.event.manifestUrl = right.take(page.event.manifestUrl);

  /** @type {Promise<import('./session-manager.js').SessionManager> | undefined} */
  let opening;
  /** @type {import('./figures.js').Figures | null | undefined} */
  let figures;
  let brought;
  /** @type {Promise<import('./session-manager.js').SessionManager>} whoever brings them */
  const coming = new Promise((resolve) => (brought = resolve));
  const bringSessions = () => (opening ??= bring());

  const watching = new WatchPage(page, {
    screen,
    time,
    pauses,
    right,
    timers: window,
    answers: new EventAnswers(page.api, {
      fetch,
      time,
      playback: async (shown, begun) => {
        const ask = async () => (await bringSessions()).playback();
        if (!shown) return kept ? ask() : shown;
        // Who cannot be counted may watch all the same: what needs a right after all is refused, and asked for again.
        return begun && right.lacks(shown, time.now()) ? ask().catch(() => shown) : shown;
      },
    }),
    openPlayer: async () => {
      const asked = performance.now();
      const pressed = navigator.userActivation?.isActive ?? false;
      // Begin beside the controls; should the engine fail, the player's own try will say so.
      loadEngine().catch(() => {});
      words.load();
      const [{ openPlayer }] = await Promise.all([import('./player.js'), bringControlWords(lang)]);
      const { startsAt, simulive, chapters } = page.event;
      const opened = openPlayer(video, { loadEngine, pauses, right, bringSessions, together: simulive && time, chapters, eventId: page.eventId, asked, pressed, time, startsAt, figures, lang, words, nonce, styles: page.styles });
      ({ figures } = opened);
      // Who cannot be counted may watch all the same, as long as nothing has to be proven.
      bringSessions().catch(() => {});
      coming.then((sessions) => sessions.watch(video, figures, { pressed }));
      return opened.player;
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

  screen.localTimes(lang);
  framed(page, { stage, video, screen, watching });
  watching.start();
  return { calls, words, pauses, time, screen, bringSessions, watching };

  async function bring() {
    try {
      const { openSessions } = await import('./sessions.js');
      const sessions = openSessions(page.eventId, kept, { calls, time, pauses, right });
      brought(sessions);
      return sessions;
    } catch (away) {
      // It may come when it is asked for again.
      opening = undefined;
      throw away;
    }
  }
}
