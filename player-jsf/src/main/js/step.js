/**
 * What the public view of an event says that this page needs.
 *
 * @typedef {object} EventView
 * @property {'published' | 'live' | 'ended' | 'cancelled'} state
 * @property {number} startsAt epoch milliseconds
 * @property {string | null} manifestUrl
 * @property {boolean} [simulive] whether a recording plays as if it were live; the page itself alone says it
 * @property {boolean} [preparing] whether what was live is being made into a recording; the page itself does not say it
 * @property {boolean} open whether nothing is left to prove before the picture
 */

/**
 * Where a viewer stands before anything plays; the server decides the same for the page it renders.
 *
 * @param {EventView} event
 * @param {number} now epoch milliseconds
 * @returns {'countdown' | 'soon' | 'ready' | 'recording' | 'ended' | 'cancelled' | 'registration'}
 */
export function stepOf({ state, startsAt, manifestUrl, open }, now) {
  if (state === 'cancelled') return 'cancelled';
  if (!open) return state === 'published' && now < startsAt ? 'countdown' : 'registration';
  if (state === 'ended') return manifestUrl ? 'recording' : 'ended';
  if (state === 'published' && now < startsAt) return 'countdown';
  return manifestUrl ? 'ready' : 'soon';
}
