const LOOKS = 'popup,width=520,height=760';

/** Opens the provider's page, which no frame may show, in a window of its own, or in place of the whole page. */
export class PayWindow {
  #window;
  #waiting;
  #opened = null;

  /**
   * @param {Window} window
   * @param {string} waiting words for a popup that has nothing to show yet
   */
  constructor(window, waiting) {
    this.#window = window;
    this.#waiting = waiting;
  }

  /** @returns {import('./way-to-pay.js').Popup | null} nothing where the browser lets none be opened */
  open() {
    // A name would take over the window of another tab of this page.
    const popup = this.#window.open('about:blank', '', LOOKS);
    if (!popup || popup.closed) return null;
    this.#opened = popup;
    popup.document.title = popup.document.body.textContent = this.#waiting;
    return {
      get open() {
        return !popup.closed;
      },
      // In place of the empty page, to which nobody wants to go back.
      go: (url) => popup.location.replace(url),
      focus: () => popup.focus(),
      close: () => popup.close(),
    };
  }

  /**
   * @param {string} url
   * @returns {boolean} false where the partner's page keeps its frames from leading elsewhere
   */
  leave(url) {
    try {
      this.#window.top.location.href = url;
      return true;
    } catch {
      return false;
    }
  }

  /**
   * @param {(cancelled: boolean) => void} returned
   * @returns {() => void}
   */
  onReturn(returned) {
    const heard = ({ origin, source, data }) => {
      if (origin !== this.#window.location.origin || source !== this.#opened || data?.foyer !== 'payment') return;
      returned(data.cancelled === true);
    };
    this.#window.addEventListener('message', heard);
    return () => this.#window.removeEventListener('message', heard);
  }
}
