import { markChapters } from './chapters.js';
import { dress } from './chrome.js';
import { Renditions } from './renditions.js';
import { Soundtracks } from './soundtracks.js';
import { Thumbnails } from './thumbnails.js';
import { keepTogether } from './together.js';
import { VideoPlayer } from './video-player.js';

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
 * @param {string} how.lang
 * @param {string} how.nonce
 * @param {import('./words.js').Words} how.words
 * @param {string} how.styles the address of those of the controls
 * @returns {VideoPlayer}
 */
export function openPlayer(video, { loadEngine, pauses, right, bringSessions, together, chapters = [], ...looks }) {
  const renditions = new Renditions();
  const soundtracks = new Soundtracks();
  Object.assign(video, { videoRenditions: renditions, soundtracks });
  const controller = dress(video, looks);
  const thumbnails = new Thumbnails(video, controller.querySelector('media-time-range'), { fetch: window.fetch.bind(window), right });
  // The button that was pressed is gone by now, and the keyboard should not start over at the top.
  if (document.activeElement?.matches('[data-play], [data-again]')) video.focus({ preventScroll: true });
  let apart = () => {};
  const player = new VideoPlayer(video, {
    loadEngine,
    pauses,
    // What the browser plays itself it also fetches itself, long after this page could have renewed anything.
    lasting: async (url) => (right.carries(url) ? ((await (await bringSessions()).playback({ lasting: true })) ?? right.address(url)) : url),
    onEngine: (hls, Hls) => {
      renditions.follow(hls, Hls);
      soundtracks.follow(hls);
      thumbnails.follow(hls, Hls);
      if (!together) return;
      apart();
      apart = keepTogether(video, { seenAt: () => hls.latestLevelDetails?.live && hls.playingDate, time: together, timers: window });
    },
    settings: {
      capLevelToPlayerSize: true,
      // The first picture comes at once, as good as the connection is thought to be, instead of after a trial.
      abrEwmaDefaultEstimate: (navigator.connection?.downlink ?? 2) * 800_000,
      startFragPrefetch: true,
      testBandwidth: false,
      xhrSetup: (request, url) => right.carries(url) && request.open('GET', right.address(url)),
    },
  });
  let marked = chapters.length === 0;
  player.addEventListener('stream', ({ detail: { live, latency } }) => {
    controller.setAttribute('defaultstreamtype', live ? 'live' : 'on-demand');
    if (!live && !marked) {
      marked = true;
      markChapters(video, chapters);
    }
    controller.setAttribute('seektoliveoffset', `${latency}`);
    controller.setAttribute('liveedgeoffset', `${latency + 4}`);
  });
  return player;
}
