/** What an embed's address may carry, by the names that Vimeo's options have. */
const WISHES = ['autoplay', 'muted', 'loop', 'controls', 'title', 'color', 'quality', 'texttrack', 'background', 't', 'dnt', 'speed', 'pip', 'keyboard', 'autopause'];

const EVENT = /(?:^|\/(?:watch|embed)\/)([A-Za-z0-9_-]{22})(?:[/?#]|$)/;
const NUMBER = /(?:^|\/)(\d{1,20})(?:[/?#]|$)/;
const PLACE = /^\/(?:(?:watch|embed)\/[A-Za-z0-9_-]{22}|video\/\d{1,20})$/;

/**
 * The address of the frame that shows an event.
 *
 * @param {string} host where the player is, without a slash at the end
 * @param {Record<string, any>} options the event as `event`, `id` or `url` (ours, or Vimeo's number or address), and wishes
 */
export function frameAddress(host, options) {
  const named = `${options.event ?? options.id ?? options.url ?? ''}`;
  const [, event] = EVENT.exec(named) ?? [];
  const [, number] = event ? [] : (NUMBER.exec(named) ?? []);
  if (!event && !number) throw new TypeError(`“${named}” is no event: give its id, its address, or the number of its video at Vimeo.`);
  const address = new URL(event ? `/embed/${event}` : `/video/${number}`, host);
  addWishes(address.searchParams, options);
  return `${address}`;
}

/** Writes those of the options that are wishes of an address into its query, in the place of what is there. */
export function addWishes(query, options) {
  for (const name of WISHES) {
    const wish = options[name];
    if (wish !== undefined && wish !== null) query.set(name, typeof wish === 'boolean' ? `${+wish}` : `${wish}`.replace(/^#/, ''));
  }
}

/** Whether a frame shows one of our events. */
export function isFrameAddress(text) {
  try {
    return PLACE.test(new URL(text, location.href).pathname);
  } catch {
    return false;
  }
}

/** The options that an element has as `data-foyer-…`, or as pages for Vimeo have them, `data-vimeo-…`. */
export function optionsOf({ dataset }) {
  const options = {};
  for (const [name, value] of Object.entries(dataset)) {
    const [, wish] = /^(?:foyer|vimeo)([A-Z].*)$/.exec(name) ?? [];
    // An attribute without a value is a yes.
    if (wish) options[wish.toLowerCase()] = value === '' ? true : value;
  }
  return options;
}
