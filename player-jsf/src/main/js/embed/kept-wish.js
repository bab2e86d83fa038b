/** @param {Pick<HTMLMediaElement, 'readyState'>} video of which, as long as nothing is loaded, nobody knows what it offers */
export function unloaded({ readyState }) {
  return readyState === 0;
}

/**
 * A wish for what is not known before the picture is loaded. The newest one is kept until it can be granted.
 *
 * @template T
 * @param {HTMLVideoElement} video
 * @param {(wish: T) => boolean} grant answers whether that was possible
 */
export function keptWish(video, grant) {
  /** @type {T | null} */
  let kept = null;
  const look = () => {
    if (kept !== null && grant(kept)) kept = null;
  };
  video.addEventListener('loadedmetadata', look);
  return {
    look,
    get wish() {
      return kept;
    },
    set wish(wish) {
      kept = wish;
    },
  };
}

/**
 * Makes what belongs to a picture, and only once for each, so that all who have wishes for it speak to the same.
 *
 * @template {object} V
 * @template {any[]} R what else it takes to make it
 * @template T
 * @param {(video: V, ...rest: R) => T} make
 * @returns {(video: V, ...rest: R) => T}
 */
export function onceForEach(make) {
  const made = new WeakMap();
  return (video, ...rest) => {
    if (!made.has(video)) made.set(video, make(video, ...rest));
    return made.get(video);
  };
}
