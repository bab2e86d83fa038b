/**
 * Brings hls.js when it is asked for, once.
 *
 * @param {string} url of its full build, which leaves its class in the global scope
 * @param {object} [parts]
 * @param {(url: string) => Promise<unknown>} [parts.load]
 * @param {{Hls?: any}} [parts.scope]
 * @returns {() => Promise<any>} fails when it does not come, and may be called again
 */
export function engineFrom(url, { load = (from) => import(from), scope = globalThis } = {}) {
  /** @type {Promise<any> | null} */
  let loading = null;
  let tries = 0;
  return () => loading ??= bring();

  async function bring() {
    try {
      // A module that failed to load stays failed under its address, so each further try has one of its own.
      await load(tries++ ? `${url}?${tries}` : url);
      return scope.Hls;
    } catch (failed) {
      loading = null;
      throw failed;
    }
  }
}
