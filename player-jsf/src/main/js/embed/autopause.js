import { onceForEach } from './kept-wish.js';
import { truth } from './refused.js';

/**
 * Stops this picture when another one begins in the same partner's page, unless told not to. Backgrounds neither stop others nor are
 * stopped: of these a page may show several.
 *
 * @type {(video: HTMLVideoElement) => Record<string, (wish?: any) => any>}
 */
export const autopause = onceForEach((video) => {
  const { search } = window.location;
  const background = /[?&]background=(1|true)\b/.test(search);
  const channel = window.BroadcastChannel && !background ? new BroadcastChannel('foyer.playing') : null;
  return takeTurns(video, channel, !background && !/[?&]autopause=(0|false)\b/.test(search));
});

/**
 * @param {HTMLVideoElement} video
 * @param {Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | null} channel of all players there; null where none is heard
 * @param {boolean} [wished] as long as nobody says otherwise
 */
export function takeTurns(video, channel, wished = true) {
  if (channel) {
    const tell = () => channel.postMessage('play');
    channel.onmessage = () => wished && video.pause();
    // When it begins, not whenever it goes on: or else it would stop the one that stops it.
    video.addEventListener('play', tell);
    // This may be brought once it plays.
    if (!video.paused) tell();
  }
  return {
    getAutopause: () => wished,
    setAutopause: (wish) => (wished = truth(wish, 'Whether to pause')),
  };
}
