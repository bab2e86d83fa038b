import { truth } from './refused.js';

/**
 * Stops this picture when another one begins in the same partner's page, unless told not to.
 *
 * @param {HTMLVideoElement} video
 * @param {Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | null} channel of all players there; null where browsers have none
 * @param {boolean} [wished] as long as nobody says otherwise
 */
export function autopause(video, channel, wished = true) {
  if (channel) {
    channel.onmessage = () => wished && video.pause();
    // When it begins, not whenever it goes on: or else it would stop the one that stops it.
    video.addEventListener('play', () => channel.postMessage('play'));
  }
  return {
    getAutopause: () => wished,
    setAutopause: (wish) => (wished = truth(wish, 'Whether to pause')),
  };
}
