import { openEntry } from './entry.js';
import { KeptSession, deviceStorage } from './kept-session.js';
import { openPage } from './page.js';

/**
 * Brings the page of an event to life that asks something first.
 *
 * @param {Parameters<typeof openPage>[3]} [framed]
 */
export function openGuarded(framed) {
  const stage = document.getElementById('stage');
  const page = JSON.parse(stage.dataset.page);
  const kept = new KeptSession(page.eventId, () => deviceStorage(window));
  openEntry(stage.closest('main'), page, { kept, ...openPage(stage, page, kept, framed) });
}
