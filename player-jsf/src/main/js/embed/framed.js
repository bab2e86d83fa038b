import { heedAddress } from '../wished.js';
import { advise, around } from './around.js';
import { openDoor } from './door.js';

/**
 * What a page does in a partner's frame beside all others: it grants what its address wishes, and hears the page around.
 *
 * @param {object} page what the server says of it
 * @param {object} parts
 * @param {HTMLElement} parts.stage
 * @param {HTMLVideoElement} parts.video
 * @param {import('../screen.js').Screen} parts.screen
 * @param {import('../watch-page.js').WatchPage} parts.watching
 * @param {(say: (message: object) => void) => void} [followed] see {@link openDoor}
 */
export function hearPartner(page, parts, followed) {
  const found = around(window);
  Object.assign(parts.video, { around: found });
  advise(found);
  heedAddress(parts);
  // Whether or not the page around has a script: of its pictures one plays at a time.
  parts.video.addEventListener('playing', () => import('./autopause.js').then(({ autopause }) => autopause(parts.video, parts.screen), () => {}), { once: true });
  // Another event was here, and the page around does not know that its document is gone.
  const handed = location.hash.startsWith('#foyer=') ? location.hash : '';
  if (handed) history.replaceState(null, '', location.pathname + location.search);
  const wake = openDoor(window, page.embed.origins, async (say) => (await import('./answers.js')).openAnswers(page, { ...parts, say, handed }), followed);
  if (handed) wake();
}
