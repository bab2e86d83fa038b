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
  return takeTurns(video, channel, window, !background && !/[?&]autopause=(0|false)\b/.test(search));
});

/**
 * @param {HTMLVideoElement} video
 * @param {Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | null} channel of all players of the partner's site; null where none is heard
 * @param {any} window this player's
 * @param {boolean} [wished] as long as nobody says otherwise
 */
export function takeTurns(video, channel, window, wished = true) {
  if (channel) {
    // By it the others of the same page find it; those in other tabs do not, and play on.
    const name = (window.foyerPlayer = `${Math.random()}`);
    const tell = () => channel.postMessage(name);
    channel.onmessage = ({ data }) => wished && isIn(window.top, data) && video.pause();
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

/** Whether a player of this name is in one of the frames of this page. */
function isIn(page, name) {
  return Array.from({ length: page.length }, (_, index) => page[index]).some((frame) => isCalled(frame, name) || isIn(frame, name));
}

function isCalled(frame, name) {
  try {
    return frame.foyerPlayer === name;
  } catch {
    // Frames of others, of which nothing can be read but what is in them.
    return false;
  }
}
