const FIRST_MS = 8000;
const MOST_MS = 60_000;

/**
 * Asks the server again for somebody who has to wait: ever more seldom, and never all who wait at once.
 *
 * @param {() => Promise<import('./authentication-flow.js').Flow>} ask
 * @param {object} how
 * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} how.timers
 * @param {import('./pauses.js').Pauses} how.pauses
 * @param {(flow: import('./authentication-flow.js').Flow) => void} how.heard is told every answer
 * @param {() => void} how.forgotten the server knows this viewer no longer; nothing more is asked then
 * @returns {() => void} ends it
 */
export function askAgain(ask, { timers, pauses, heard, forgotten }) {
  let timer = 0;
  let asked = 0;
  let ended = false;
  const next = () => {
    timer = timers.setTimeout(again, pauses.backoff(asked++, { firstMs: FIRST_MS, mostMs: MOST_MS }));
  };
  next();
  return () => {
    ended = true;
    timers.clearTimeout(timer);
  };

  async function again() {
    try {
      const flow = await ask();
      if (!ended) heard(flow);
    } catch ({ code }) {
      if (code === 'unauthenticated' || code === 'token_expired') return ended || forgotten();
      // Without an answer it stands as it stood.
    }
    if (!ended) next();
  }
}
