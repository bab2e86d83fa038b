const SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

/**
 * Splits a stretch of time as a countdown shows it; a begun second counts.
 *
 * @param {number} ms
 * @returns {{days: number, hours: number, minutes: number, seconds: number}}
 */
export function partsOf(ms) {
  const left = Math.max(0, Math.ceil(ms / SECOND)) * SECOND;
  return {
    days: Math.floor(left / DAY),
    hours: Math.floor(left % DAY / HOUR),
    minutes: Math.floor(left % HOUR / MINUTE),
    seconds: Math.floor(left % MINUTE / SECOND),
  };
}

/**
 * Shows what is left once a second, and says when nothing is.
 *
 * @param {number} until epoch milliseconds
 * @param {object} how
 * @param {{now: () => number}} how.time
 * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} how.timers
 * @param {(parts: ReturnType<typeof partsOf>) => void} how.show
 * @param {() => void} how.done
 * @returns {() => void} stops it
 */
export function countDown(until, { time, timers, show, done }) {
  let timer = 0;
  const tick = () => {
    const left = until - time.now();
    show(partsOf(left));
    if (left <= 0) return done();
    // Wakes just when the shown second is over, so that numbers never skip.
    timer = timers.setTimeout(tick, left % SECOND || SECOND);
  };
  tick();
  return () => timers.clearTimeout(timer);
}
