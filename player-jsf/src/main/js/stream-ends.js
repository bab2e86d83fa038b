const NEARLY_S = 0.1;

/** As players stay behind what is newest (RFC 8216, 6.3.3). */
const SEGMENTS_BEHIND = 3;

/**
 * The engine goes to the edge for what is before the first segment of a live list, and what is told as the list's beginning may be by a
 * rounding.
 *
 * @param {TimeRanges} seekable
 * @param {number} second that is sought
 * @returns {number} where to seek instead; 0 where it may stay
 */
export function insideOf(seekable, second) {
  const first = seekable.length && seekable.start(0) + NEARLY_S;
  return second < first - NEARLY_S / 2 ? first : 0;
}

/**
 * Picture and sound of what was live may end one after the other, and what is missing of one never comes.
 *
 * @param {number} second at which the picture waits
 * @param {{live: boolean, edge: number, targetduration: number} | undefined} list
 * @returns {boolean} whether it waits in the last segment that there will be
 */
export function isInLast(second, list) {
  return list?.live === false && second > list.edge - list.targetduration;
}

/**
 * Who comes back to what was live and is over goes on near its end. Engines begin a list that has an end at its beginning.
 *
 * @param {{edge: number, targetduration: number}} list
 * @returns {number} the second to begin at
 */
export function nearEndOf({ edge, targetduration }) {
  return Math.max(0, edge - SEGMENTS_BEHIND * targetduration);
}

/**
 * @param {TimeRanges} buffered
 * @param {{live: boolean, edge: number} | undefined} list
 * @returns {boolean} whether no more will come
 */
export function isWhole(buffered, list) {
  return list?.live === false && buffered.length > 0 && buffered.end(buffered.length - 1) > list.edge - NEARLY_S;
}
