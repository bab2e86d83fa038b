const NEARLY_S = 0.1;

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
 * @param {TimeRanges} buffered
 * @param {{live: boolean, edge: number} | undefined} list
 * @returns {boolean} whether no more will come
 */
export function isWhole(buffered, list) {
  return list?.live === false && buffered.length > 0 && buffered.end(buffered.length - 1) > list.edge - NEARLY_S;
}
