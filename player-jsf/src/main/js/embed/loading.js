import { idOf } from './about.js';
import { Refused } from './refused.js';

/** What the address of the next document begins with that is for it alone. */
const HANDED = '#foyer=';

/**
 * Another event in the same frame, in a document of its own: what pages listen to is handed over to it, in the part of its
 * address that no server is sent.
 *
 * @param {{eventId: string, vimeoId?: string}} event that is shown
 * @param {object} parts
 * @param {Pick<import('../watch-page.js').WatchPage, 'unload'>} parts.watching
 * @param {(name: string, detail: object) => void} parts.tell
 * @param {typeof fetch} parts.fetch
 * @param {Pick<Location, 'origin' | 'search' | 'replace'>} parts.location
 * @param {() => {origin: string, vimeo: object, playerJs: object}} parts.handOver the origin of the page around, and what it listens to
 */
export function loading(event, { watching, tell, fetch, location, handOver }) {
  return {
    async loadVideo(wish) {
      const id = wanted(wish);
      if ([event.eventId, event.vimeoId].includes(id)) {
        watching.unload();
        tell('loaded', { id: idOf(event) });
        return idOf(event);
      }
      const address = `/${/^\d+$/.test(id) && id.length < 22 ? 'video' : 'embed'}/${id}`;
      const handed = handOver();
      await look(address, handed.origin);
      // Who was not to be followed is not followed there either.
      const unfollowed = /[?&]dnt=(1|true)\b/.test(location.search) ? '?dnt=1' : '';
      location.replace(`${address}${unfollowed}${HANDED}${encodeURIComponent(JSON.stringify(handed))}`);
      // The next document answers.
      return new Promise(() => {});
    },
  };

  /** Sees that the event is there and may be framed here, since nobody could tell once this document is gone. */
  async function look(address, around) {
    const { ok, status, headers } = await fetch(address);
    if (!ok) throw status === 404 ? new Refused('NotFoundError', 'There is no such event.') : new Refused('Error', 'The event is not available at present.');
    const [, framers = ''] = /frame-ancestors ([^;]*)/.exec(headers.get('Content-Security-Policy') ?? '') ?? [];
    if (around !== location.origin && !framers.split(' ').includes(around)) throw new Refused('PrivacyError', 'This page is none of those that may show the event.');
  }
}

/**
 * What the document before this one has handed over; null for what none of ours has written.
 *
 * @param {string} hash of the address
 */
export function handedOver(hash) {
  try {
    const { vimeo, playerJs } = JSON.parse(decodeURIComponent(hash.slice(HANDED.length)));
    return Array.isArray(vimeo.names) && Array.isArray(playerJs.heard) ? { vimeo, playerJs } : null;
  } catch {
    return null;
  }
}

/** The event that is asked for by a number, an id, an address, or an object with one of these. */
function wanted(wish) {
  const named = typeof wish === 'object' ? (wish?.id ?? wish?.url) : wish;
  const [, id] = /(?:^|\/)([A-Za-z0-9_-]{22}|\d{1,20})(?:[/?#].*)?$/.exec(`${named ?? ''}`) ?? [];
  if (!id) throw new Refused('TypeError', 'This takes the number, the id or the address of an event.');
  return id;
}
