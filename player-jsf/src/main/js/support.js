import { SupportCode } from './support-code.js';
import { supportNote } from './support-note.js';

/**
 * Has a code shown with each error of this player. Brought once it plays, or as soon as something is in its way: then it is there when
 * the connection is not.
 *
 * @param {HTMLElement} stage
 * @param {import('./video-player.js').VideoPlayer} player
 * @param {import('./last-minute.js').LastMinute} minute
 * @param {object} parts
 * @param {(report: object) => Promise<unknown>} parts.send
 * @param {import('./words.js').Words} parts.words
 * @returns {SupportCode}
 */
export function openSupport(stage, player, minute, { send, words }) {
  const code = new SupportCode(minute, { send, clock: performance, draw: aNumber, ...supportNote(stage, words) });
  code.follow(player);
  return code;
}

/** At random; so small a bound hardly prefers any. */
function aNumber(below) {
  return crypto.getRandomValues(new Uint32Array(1))[0] % below;
}
