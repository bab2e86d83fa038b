const READING_MS = 2500;

/**
 * The page to which the provider leads back: tells the page that opened it that somebody came back, not what came of it, and
 * closes itself; where none did, it leads on. Who paid in a partner's page is nobody here: the event's own page would ask them to
 * register and to pay anew, so that they are told where they find their ticket instead.
 *
 * @param {Window} window
 * @param {object} page
 * @param {string} page.home where the payer belongs
 * @param {boolean} page.cancelled whether the payer says to have turned back
 * @param {boolean} page.known whether the event's page knows them, by a session that is kept here or by a cookie
 * @param {() => void} page.stay tells who is led nowhere what to do
 */
export function comeBack(window, { home, cancelled, known, stay }) {
  const { opener } = window;
  if (opener && !opener.closed) {
    // To nobody but our own page, wherever that window may be by now.
    opener.postMessage({ foyer: 'payment', cancelled }, window.location.origin);
    window.setTimeout(() => window.close(), READING_MS);
    return;
  }
  if (!known && new URL(home, window.location.origin).origin === window.location.origin) return stay();
  window.setTimeout(() => window.location.replace(home), READING_MS);
}

/**
 * Whether this session still lasts: one that is over makes nobody known to the event's page.
 *
 * @param {{expiresAt?: string} | null} session
 * @param {number} now
 */
export function lasts(session, now) {
  return session !== null && Date.parse(session.expiresAt ?? '') > now;
}
