import { knowsDevices, offerDevices } from './airplay.js';
import { markChapters } from './chapters.js';
import { dress } from './chrome.js';
import { clientData } from './client-data.js';
import { Figures, unfollowed } from './figures.js';
import { KeptCaptions } from './kept-captions.js';
import { Keys, isFocusFree } from './keys.js';
import { LastMinute } from './last-minute.js';
import { Renditions } from './renditions.js';
import { Soundtracks } from './soundtracks.js';
import { Thumbnails } from './thumbnails.js';
import { keepTogether } from './together.js';
import { VideoPlayer } from './video-player.js';

const APPLE_HLS = 'application/vnd.apple.mpegurl';

/** Longer than it takes from a picture that plays to its being seen. */
const A_MOMENT_MS = 500;

/**
 * Brings all that plays: loaded only when somebody is about to watch.
 *
 * @param {HTMLVideoElement} video
 * @param {object} how
 * @param {() => Promise<any>} how.loadEngine
 * @param {import('./pauses.js').Pauses} how.pauses
 * @param {import('./playback-right.js').PlaybackRight} how.right
 * @param {() => Promise<import('./session-manager.js').SessionManager>} how.bringSessions
 * @param {{now: () => number} | false} how.together the server's time, where everybody is to see the same second
 * @param {{startTime: number, title: string}[]} [how.chapters] of a recording
 * @param {string} how.eventId
 * @param {number} how.asked when the viewer asked to play, by the page's clock
 * @param {boolean} [how.pressed] whether they pressed something for that
 * @param {{now: () => number}} how.time the server's
 * @param {number} how.startsAt when the event begins, in epoch milliseconds
 * @param {Figures | null} [how.figures] of an earlier player of this page, which go on; null: nobody is to measure how well it plays
 * @param {string} how.lang
 * @param {string} how.nonce
 * @param {import('./words.js').Words} how.words
 * @param {string} how.styles the address of those of the controls
 * @returns {{player: VideoPlayer, figures: Figures | null}}
 */
export function openPlayer(video, { loadEngine, pauses, right, bringSessions, together, chapters = [], eventId, asked, pressed = false, time, startsAt, figures = aMeasure(video, time, startsAt), ...looks }) {
  let engine;
  const name = aName();
  // The controls of an earlier player go on, and know these.
  const { videoRenditions: renditions = new Renditions(), soundtracks = new Soundtracks(video.audioTracks), keptCaptions = new KeptCaptions(video) } = video;
  Object.assign(video, { videoRenditions: renditions, soundtracks, keptCaptions });
  // Where browsers have a list of their own they let nobody put another one in its place.
  Object.defineProperty(video, 'audioTracks', { value: soundtracks, configurable: true });
  const controller = dress(video, looks);
  const thumbnails = new Thumbnails(video, { fetch: window.fetch.bind(window), right });
  // Nothing is told of who is not to be measured, and so no code would lead anywhere.
  const minute = figures && new LastMinute(video, performance);
  let apart = () => {};
  // What the browser plays itself it also fetches itself, and another device too, long after this page could have renewed anything.
  const lasting = async (url) => (right.carries(url) ? ((await (await bringSessions()).playback({ lasting: true })) ?? right.address(url)) : url);
  const player = new VideoPlayer(video, {
    loadEngine,
    pauses,
    lasting,
    asIfLive: Boolean(together),
    onEngine: (hls, Hls) => {
      engine = hls;
      renditions.follow(hls, Hls);
      soundtracks.follow(hls, Hls);
      keptCaptions.follow(hls, Hls);
      thumbnails.follow(hls, Hls);
      minute?.hear(hls, Hls);
      if (knowsDevices()) offerDevices(hls, Hls, { video, lasting: () => lasting(hls.url) });
      if (!together) return;
      apart();
      apart = keepTogether(video, { seenAt: () => !player.handedOver && hls.latestLevelDetails?.live && hls.playingDate, time: together, timers: window });
    },
    settings: (url) => ({
      capLevelToPlayerSize: true,
      // The viewer's own is given up by the renditions, and by nothing else.
      preserveManualLevelOnError: true,
      // The first picture comes at once, as good as the connection is thought to be, instead of after a trial.
      abrEwmaDefaultEstimate: (navigator.connection?.downlink ?? 2) * 800_000,
      startFragPrefetch: true,
      testBandwidth: false,
      xhrSetup: (request, url) => right.carries(url) && request.open('GET', right.address(url)),
      ...clientData(url, { right, measured: figures !== null, name, eventId }),
    }),
  });
  let marked = chapters.length === 0;
  player.addEventListener('stream', ({ detail: { live, latency } }) => {
    controller.setAttribute('defaultstreamtype', live ? 'live' : 'on-demand');
    new Keys(video.closest('.stage')).hear(!video.controls);
    if (!live && !marked) {
      marked = true;
      markChapters(video, chapters);
    }
    controller.setAttribute('seektoliveoffset', `${latency}`);
    controller.setAttribute('liveedgeoffset', `${latency + 4}`);
  });
  offerCasting(player, video, { eventId, words: looks.words, lasting: () => lasting(player.url) });
  figures?.follow(player, { asked, bitrate: () => engine?.levels[engine.currentLevel]?.bitrate ?? 0 });
  controls(player, video, { controller, thumbnails, pressed, ...looks });
  if (minute) support(player, minute, { stage: video.closest('.stage'), words: looks.words, send: async (report) => (await bringSessions()).report(report) });
  return { player, figures };
}

function aMeasure(video, time, startsAt) {
  return unfollowed(window) ? null : new Figures(video, { time, startsAt, clock: performance, name: aName, around: video.around, document });
}

/**
 * For browsers that send to other devices what they play themselves, as Chromium does; what it takes is brought when it is asked for.
 * Whoever asks for it, by the button or from the page around, does so by the element.
 */
function offerCasting(player, video, { eventId, words, lasting }) {
  if (!video.remote?.prompt || knowsDevices() || !video.canPlayType(APPLE_HLS) || video.closest('[data-bare]')) return;
  /** @type {Promise<import('./casting.js').Casting> | undefined} */
  let bringing;
  // By an address that ends like a playlist's Chromium plays it too, and sends it nowhere (docs/adr/0036).
  const address = async () => new URL(`/stream/${eventId}?at=${encodeURIComponent(await lasting())}`, location.href).href;
  const bring = () => (bringing ??= import('./cast-view.js').then(({ openCasting }) => openCasting(player, video, { stage: video.closest('.stage'), words, address })).catch((away) => {
    // With the next press it may come.
    bringing = undefined;
    throw away;
  }));
  Object.assign(video, { casting: { prompt: async () => (await bring()).prompt() } });
  video.dispatchEvent(new Event('castable'));
}

/** Brought once there is a picture, for until then all that is fetched makes it wait, and there is nothing to control. */
async function controls(player, video, { controller, thumbnails, pressed, ...looks }) {
  let gone = false;
  player.addEventListener('destroyed', () => (gone = true));
  await new Promise((plays) => player.addEventListener('change', ({ detail: { state } }) => state === 'playing' && plays()));
  await seen(video);
  if (gone) return;
  // The button that was pressed is gone, and keys are for the player. What is not seen yet takes no focus.
  if (pressed && isFocusFree(document)) video.focus({ preventScroll: true });
  if (video.closest('[data-bare]')) return;
  try {
    const { addControls } = await import('./controls.js');
    thumbnails.showOver(addControls(controller, looks));
    leaveToBrowser(false);
  } catch {
    leaveToBrowser(true);
  }

  /** The browser has some of its own, and takes clicks and keys by itself then. */
  function leaveToBrowser(yes) {
    if (yes === video.controls) return;
    video.controls = yes;
    controller.toggleAttribute('gesturesdisabled', yes);
    new Keys(video.closest('.stage')).hear(!yes);
  }
}

/** What has no picture, or is not looked at, is seen once it plays. */
function seen(video) {
  return new Promise((resolve) => {
    video.requestVideoFrameCallback?.(resolve);
    setTimeout(resolve, video.requestVideoFrameCallback ? A_MOMENT_MS : 0);
  });
}

/** Brought when the first picture is there or not to be had, for until then all that is fetched makes it wait. */
function support(player, minute, { stage, ...parts }) {
  minute.follow(player);
  /** @type {Promise<void> | undefined} */
  let bringing;
  let latest;
  player.addEventListener('change', ({ detail }) => {
    latest = detail;
    if (detail.state === 'loading') return;
    // Without it there is no code, and all else goes on.
    bringing ??= import('./support.js').then(({ openSupport }) => void openSupport(stage, player, minute, parts).take(latest), () => {});
  });
}

/** Nothing can be read from it. */
function aName() {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
