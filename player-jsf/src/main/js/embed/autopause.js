import { holding } from './holding.js';
import { onceForEach } from './kept-wish.js';
import { truth } from './refused.js';

/**
 * Stops this picture when another one begins in the same partner's page, unless told not to. Backgrounds neither stop others nor are
 * stopped: of these a page may show several.
 *
 * @type {(video: HTMLVideoElement, screen: import('../screen.js').Screen) => Record<string, (wish?: any) => any>}
 */
export const autopause = onceForEach((video, screen) => {
  const { search } = window.location;
  const background = /[?&]background=(1|true)\b/.test(search);
  const channel = window.BroadcastChannel && !background ? openWhileShown('foyer.playing', window) : null;
  return takeTurns(video, channel, window, !background && !/[?&]autopause=(0|false)\b/.test(search), holding(video, screen));
});

/**
 * @param {HTMLVideoElement} video
 * @param {Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | null} channel of all players of the partner's site; null where none is heard
 * @param {any} window this player's
 * @param {boolean} [wished] as long as nobody says otherwise
 * @param {Pick<import('./holding.js').Hold, 'held' | 'giveWay'>} [hold] of the picture
 */
export function takeTurns(video, channel, window, wished = true, hold = { held: false, giveWay: () => video.pause() }) {
  if (channel) {
    // By it the others of the same page find it; those in other tabs do not, and play on.
    const name = (window.foyerPlayer = `${Math.random()}`);
    // One that stops as soon as it begins stops nobody, unless it may begin after all.
    let owed = false;
    const tell = () => {
      owed = hold.held;
      if (!owed) channel.postMessage(name);
    };
    video.addEventListener('playing', () => owed && !video.paused && tell());
    channel.onmessage = ({ data }) => wished && isIn(window.top, data) && hold.giveWay();
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

/**
 * A channel that is there while its page is shown: one that is open may keep the page around from being put aside for who comes back.
 *
 * @param {string} name
 * @param {any} window
 * @returns {Pick<BroadcastChannel, 'postMessage' | 'onmessage'>}
 */
function openWhileShown(name, window) {
  const shown = {
    /** @type {BroadcastChannel['onmessage']} */
    onmessage: null,
    postMessage: (message) => channel?.postMessage(message),
  };
  const open = () => Object.assign(new window.BroadcastChannel(name), { onmessage: (event) => shown.onmessage?.(event) });
  let channel = open();
  window.addEventListener('pagehide', () => {
    channel?.close();
    channel = null;
  });
  window.addEventListener('pageshow', () => (channel ??= open()));
  return shown;
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
