const READING_MS = 2500;

/**
 * The page to which the provider leads back: tells the page that opened it that somebody came back, not what came of it, and
 * closes itself; where none did, it leads on.
 *
 * @param {Window} window
 * @param {object} page
 * @param {string} page.home where the payer belongs
 * @param {boolean} page.cancelled whether the payer says to have turned back
 */
export function comeBack(window, { home, cancelled }) {
  const { opener } = window;
  if (opener && !opener.closed) {
    // To nobody but our own page, wherever that window may be by now.
    opener.postMessage({ foyer: 'payment', cancelled }, window.location.origin);
    window.setTimeout(() => window.close(), READING_MS);
    return;
  }
  window.setTimeout(() => window.location.replace(home), READING_MS);
}
