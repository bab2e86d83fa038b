/** Where it is kept, on the viewer's device, that keys are to do nothing; nothing is kept of who leaves them as they are. */
const KEPT = 'foyer.keys';

/**
 * Whether keys control the player (WCAG 2.2, 2.1.4). `data-keyless` of the stage says that they do not: empty by wish of the
 * page's address, which viewers cannot change, and `chosen` by wish of the viewer.
 */
export class Keys {
  #stage;
  #storage;

  /**
   * @param {HTMLElement} stage
   * @param {() => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} [storage] may fail, where browsers allow none
   */
  constructor(stage, storage = () => localStorage) {
    this.#stage = stage;
    this.#storage = storage;
  }

  get on() {
    return this.#stage.dataset.keyless === undefined;
  }

  /**
   * @returns {string[]} those that would do what there is no button for: what the page's address has switched off, and the speed of
   *     what is live, where who is faster runs out of picture, and who is slower falls behind the others
   */
  get without() {
    const { steady, inPlace } = this.#stage.dataset;
    const live = this.#controller.getAttribute('defaultstreamtype') === 'live';
    return [...(steady === undefined && !live ? [] : ['<', '>']), ...(inPlace === undefined ? [] : ['p'])];
  }

  /** As the viewer left them on an earlier visit. */
  recall() {
    if (this.#try((kept) => kept.getItem(KEPT))) this.#stage.dataset.keyless ??= 'chosen';
    return this;
  }

  /** @param {boolean} on as the viewer wishes, now and on the next visit */
  choose(on) {
    if (on) delete this.#stage.dataset.keyless;
    else this.#stage.dataset.keyless = 'chosen';
    this.#try((kept) => (on ? kept.removeItem(KEPT) : kept.setItem(KEPT, 'off')));
    this.hear();
  }

  /** @param {boolean} [here] false where the browser hears keys by itself */
  hear(here = true) {
    const controller = this.#controller;
    // The player has a list of its keys of its own: media-chrome's speaks English alone. Beside `nohotkeys` this would be warned of.
    if (!here || !this.on) controller.removeAttribute('hotkeys');
    controller.toggleAttribute('nohotkeys', !here || !this.on);
    if (here && this.on) controller.setAttribute('hotkeys', ['shift+/', ...this.without].map((key) => `no${key}`).join(' '));
  }

  get #controller() {
    return this.#stage.querySelector('media-controller');
  }

  #try(act) {
    try {
      return act(this.#storage());
    } catch {
      // Without a storage what was chosen lasts as long as the page.
      return undefined;
    }
  }
}

/**
 * Whether the focus is nowhere else by now. In a frame it seems to be on the body, too, when the viewer types in the page around.
 *
 * @param {Pick<Document, 'hasFocus' | 'activeElement'>} document
 */
export function isFocusFree(document) {
  return document.hasFocus() && !!document.activeElement?.matches('body, [data-play], [data-again]');
}
