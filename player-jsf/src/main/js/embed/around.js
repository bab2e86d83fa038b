/** What the player needs of the browser in a frame, by the names that `allow` has for it. */
const NEEDED = ['autoplay', 'fullscreen', 'picture-in-picture'];

/**
 * What can be said of the page around, and of what it does not allow this frame.
 *
 * @param {object} window
 * @param {{ancestorOrigins?: ArrayLike<string>}} window.location
 * @param {{referrer: string, fullscreenEnabled?: boolean, featurePolicy?: {allowsFeature(name: string): boolean}}} window.document
 * @param {unknown} window.parent
 * @returns {{origin?: string, lacks?: string[]}} its origin as far as the browser tells, and what is lacking if anything is
 */
export function around(window) {
  const { location, document, parent } = window;
  if (parent === window) return {};
  const origin = location.ancestorOrigins ? location.ancestorOrigins[0] : /^https?:\/\/[^/]+/.exec(document.referrer)?.[0];
  // Some browsers tell of nothing but the whole screen.
  const allows = (name) => document.featurePolicy?.allowsFeature(name) ?? (name !== 'fullscreen' || document.fullscreenEnabled !== false);
  const lacks = NEEDED.filter((name) => !allows(name));
  return { origin, ...(lacks.length && { lacks }) };
}

/** Tells those who make the page around, in the console, what to change. */
export function advise({ lacks }, { warn } = console) {
  if (lacks) warn(`Foyer: this frame is not allowed ${lacks.join(', ')}. Give it allow="${NEEDED.join('; ')}", and every frame around it too.`);
}
