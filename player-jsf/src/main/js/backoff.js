/**
 * How long to wait before the next try: twice as long each time, and never the same for two viewers, so that an origin
 * that comes back is not met by all of them at once.
 *
 * @param {number} attempt tries that failed so far, from 0
 * @param {{firstMs?: number, mostMs?: number, random?: () => number}} [how]
 * @returns {number} milliseconds, between half and the whole of the doubled wait
 */
export function backoff(attempt, { firstMs = 1000, mostMs = 15000, random = Math.random } = {}) {
  const whole = Math.min(mostMs, firstMs * 2 ** attempt);
  return Math.round(whole * (1 + random()) / 2);
}

/**
 * Spreads a wait by a fifth to either side.
 *
 * @param {number} ms
 * @param {() => number} [random]
 */
export function jitter(ms, random = Math.random) {
  return Math.round(ms * (0.8 + 0.4 * random()));
}
