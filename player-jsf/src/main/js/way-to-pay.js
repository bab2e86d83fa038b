/**
 * The window in which somebody pays.
 *
 * @typedef {object} Popup
 * @property {boolean} open
 * @property {(url: string) => void} go
 * @property {() => void} focus
 * @property {() => void} close
 */

const LOOK_MS = 500;

/** The one way to the page where somebody pays: a popup, watched until it is closed, or else the whole page. */
export class WayToPay {
  #parts;
  /** @type {Popup | null} */
  #popup = null;
  #timer = 0;

  /**
   * @param {object} parts
   * @param {object} parts.windows
   * @param {() => Popup | null} parts.windows.open one popup, within the click; nothing where the browser lets none be opened
   * @param {(url: string) => boolean} parts.windows.leave takes the whole page there; false where the browser does not let it
   * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} parts.timers
   * @param {() => void} parts.closed the viewer closed the popup
   */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Whether somebody pays in the popup at the moment. */
  get open() {
    return this.#popup?.open ?? false;
  }

  focus() {
    this.#popup?.focus();
  }

  /**
   * To be called within the click, because some browsers let only that open a window.
   *
   * @param {number} due what is to be paid as far as the viewer knows
   * @returns {{lead: (url: string) => string, giveUp: () => void}} lead: says what became of it
   */
  prepare(due) {
    const { windows } = this.#parts;
    const popup = due ? windows.open() : null;
    this.letGo();
    return {
      lead: (url) => {
        if (popup) return popup.open ? this.#follow(popup, url) : 'closed';
        // Nobody is led away who was promised a seat for nothing: they see the sum first.
        return due && windows.leave(url) ? 'leaving' : 'blocked';
      },
      giveUp: () => popup?.close(),
    };
  }

  close() {
    this.#popup?.close();
    this.letGo();
  }

  /** The popup has had its time, or was closed. */
  letGo() {
    this.#parts.timers.clearTimeout(this.#timer);
    this.#popup = null;
  }

  #follow(popup, url) {
    popup.go(url);
    this.#popup = popup;
    this.#watch();
    return 'open';
  }

  #watch() {
    const { timers, closed } = this.#parts;
    this.#timer = timers.setTimeout(() => (this.open ? this.#watch() : closed()), LOOK_MS);
  }
}
