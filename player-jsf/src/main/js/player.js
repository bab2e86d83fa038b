import { dress } from './chrome.js';
import { Renditions } from './renditions.js';
import { VideoPlayer } from './video-player.js';

/**
 * Brings all that plays: loaded only when somebody is about to watch.
 *
 * @param {HTMLVideoElement} video
 * @param {{loadEngine: () => Promise<any>, lang: string, nonce: string}} how
 * @returns {Promise<VideoPlayer>}
 */
export async function openPlayer(video, { loadEngine, lang, nonce }) {
  const renditions = new Renditions();
  Object.assign(video, { videoRenditions: renditions });
  const controller = await dress(video, { lang, nonce });
  const player = new VideoPlayer(video, {
    loadEngine,
    onEngine: (hls, Hls) => renditions.follow(hls, Hls),
    settings: { subtitlePreference: { lang }, capLevelToPlayerSize: true },
  });
  player.addEventListener('stream', ({ detail: { live, latency } }) => {
    controller.setAttribute('defaultstreamtype', live ? 'live' : 'on-demand');
    controller.setAttribute('seektoliveoffset', `${latency}`);
    controller.setAttribute('liveedgeoffset', `${latency + 4}`);
  });
  return player;
}
