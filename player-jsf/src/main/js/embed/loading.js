import { addWishes } from '../partner/addresses.js';
import { idOf } from './about.js';
import { Refused } from './refused.js';

/** What the address of the next document begins with that is for it alone. */
const HANDED = '#foyer=';

/** What the page has set that goes on with another event, by what Vimeo's methods call it. */
const GOES_ON = ['volume', 'muted', 'playbackRate', 'loop', 'autopause'];

/**
 * Another event in the same frame, in a document of its own: what pages listen to, and have set, is handed over to it, in the part of
 * its address that no server is sent. What the address wishes goes on, and so do the options that it is called with.
 *
 * @param {{eventId: string, vimeoId?: string}} event that is shown
 * @param {object} parts
 * @param {Pick<import('../watch-page.js').WatchPage, 'unload'>} parts.watching
 * @param {(name: string, detail: object) => void} parts.tell
 * @param {typeof fetch} parts.fetch
 * @param {Pick<Location, 'origin' | 'pathname' | 'search' | 'replace' | 'reload'>} parts.location
 * @param {() => {origin: string, vimeo: object, playerJs: object, state: object}} parts.handOver the origin of the page around, what it listens to, and what it has set
 */
export function loading(event, { watching, tell, fetch, location, handOver }) {
  return {
    async loadVideo(wish) {
      const id = wanted(wish);
      const options = new URLSearchParams();
      if (typeof wish === 'object') addWishes(options, wish);
      if ([event.eventId, event.vimeoId].includes(id) && !`${options}`) {
        watching.unload();
        tell('loaded', { id: idOf(event) });
        return idOf(event);
      }
      const path = `/${/^\d+$/.test(id) && id.length < 22 ? 'video' : 'embed'}/${id}`;
      const { state, ...handed } = handOver();
      await look(path, handed.origin);
      // What is wished for now comes before what was set till now.
      const kept = Object.fromEntries(Object.entries(state).filter(([name]) => !options.has(name)));
      const address = path + queryOf(location.search, options);
      const sameAddress = address === location.pathname + location.search;
      location.replace(`${address}${HANDED}${encodeURIComponent(JSON.stringify({ ...handed, state: kept }))}`);
      // Browsers take what differs behind the # alone for the same document.
      if (sameAddress) location.reload();
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
    const { vimeo, playerJs, state } = JSON.parse(decodeURIComponent(hash.slice(HANDED.length)));
    return Array.isArray(vimeo.names) && Array.isArray(playerJs.heard) ? { vimeo, playerJs, state: Object(state) } : null;
  } catch {
    return null;
  }
}

/** What the page has set, by its name; not that the browser muted it. */
export function stateOf(methods, { muted, defaultMuted }) {
  const state = Object.fromEntries(GOES_ON.map((name) => [name, methods[`get${name[0].toUpperCase()}${name.slice(1)}`]()]));
  return { ...state, muted: muted && defaultMuted };
}

/** Sets it again; whatever is no such value is left as it is. */
export function restore(methods, state) {
  for (const name of GOES_ON) {
    try {
      if (name in state) methods[`set${name[0].toUpperCase()}${name.slice(1)}`](state[name]);
    } catch {
      // As it is.
    }
  }
}

/**
 * The wishes of the next address. Where to begin, and whether at once, was said of the event before alone; whether it is played over and
 * over is handed over as it was set last. Who was not to be followed is not followed there either.
 */
function queryOf(search, options) {
  const wishes = Object.fromEntries(new URLSearchParams(search));
  const query = new URLSearchParams();
  const unfollowed = /^(1|true)$/.test(wishes.dnt);
  addWishes(query, { ...wishes, autoplay: null, t: null, loop: null, dnt: null, ...Object.fromEntries(options), ...(unfollowed && { dnt: 1 }) });
  return `${query}` && `?${query}`;
}

/** The event that is asked for by a number, an id, an address, or an object with one of these. */
function wanted(wish) {
  const named = typeof wish === 'object' ? (wish?.id ?? wish?.url) : wish;
  const [, id] = /(?:^|\/)([A-Za-z0-9_-]{22}|\d{1,20})(?:[/?#].*)?$/.exec(`${named ?? ''}`) ?? [];
  if (!id) throw new Refused('TypeError', 'This takes the number, the id or the address of an event.');
  return id;
}
