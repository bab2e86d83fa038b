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
  // At once, because what plays by itself begins before anything else is brought.
  if (/[?&](muted|background)=(1|true)\b/.test(location.search)) parts.video.muted = true;
  if (/[?&]keyboard=(0|false)\b/.test(location.search)) parts.stage.dataset.keyless = '';
  if (/[?&#](t|loop|controls|title|color|quality|texttrack|background|speed|pip)=/.test(location.href)) {
    import('./wishes.js').then(({ grant }) => grant(location, parts));
  }
  // Another event was here, and the page around does not know that its document is gone.
  const handed = location.hash.startsWith('#foyer=') ? location.hash : '';
  if (handed) history.replaceState(null, '', location.pathname + location.search);
  const wake = openDoor(window, page.embed.origins, async (say) => (await import('./answers.js')).openAnswers(page, { ...parts, say, handed }), followed);
  if (handed) wake();
}
