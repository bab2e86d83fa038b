/**
 * What can be chosen of captions, each with what the styles say of it; the first is as the browser has it.
 *
 * @type {Record<'size' | 'color' | 'ground' | 'edge', Record<string, string>>}
 */
export const CHOICES = {
  size: { normal: '', small: 'font-size: 75%', large: 'font-size: 150%', largest: 'font-size: 200%' },
  color: { white: '', yellow: 'color: #ffeb3b', green: 'color: #7cff6b', cyan: 'color: #62f0ff', black: 'color: #000' },
  ground: { dim: '', black: 'background: #000', white: 'background: #fff', yellow: 'background: #ffeb3b', none: 'background: none' },
  edge: {
    none: '',
    outline: 'text-shadow: -.06em -.06em #000, .06em -.06em #000, -.06em .06em #000, .06em .06em #000, 0 0 .1em #000',
    shadow: 'text-shadow: .06em .06em .12em #000, .1em .1em .2em #000',
  },
};

/** How captions look to this viewer, now and on the next visit. */
export class CaptionLook {
  #key;
  #storage;
  #style;
  /** @type {Record<string, string>} */
  #chosen;

  /**
   * @param {string} key by which a choice is kept on the viewer's device, once there is one
   * @param {object} parts
   * @param {() => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} parts.storage may fail, where browsers allow none
   * @param {{textContent: string | null}} parts.style of the page
   */
  constructor(key, { storage, style }) {
    this.#key = key;
    this.#storage = storage;
    this.#style = style;
    this.#chosen = known(this.#try((kept) => JSON.parse(kept.getItem(key) ?? '{}')));
    this.#apply();
  }

  /** @param {string} about one of {@link CHOICES} */
  of(about) {
    return this.#chosen[about] ?? Object.keys(CHOICES[about])[0];
  }

  /** @param {Record<string, string>} chosen what of each, where it is not as the browser has it */
  choose(chosen) {
    this.#chosen = known(chosen);
    // Who wants all as it was leaves nothing behind.
    const text = JSON.stringify(this.#chosen);
    this.#try((kept) => (text === '{}' ? kept.removeItem(this.#key) : kept.setItem(this.#key, text)));
    this.#apply();
  }

  /** @returns {string} what the styles say of a caption */
  get declarations() {
    return Object.entries(this.#chosen).map(([about, choice]) => CHOICES[about][choice]).join('; ');
  }

  #apply() {
    const { declarations } = this;
    this.#style.textContent = declarations && `video::cue { ${declarations} }`;
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

/** Only what can be chosen, and is not as the browser has it anyway: what was kept may be of another version. */
function known(chosen) {
  const told = Object.keys(CHOICES).map((about) => [about, chosen?.[about]]);
  return Object.fromEntries(told.filter(([about, choice]) => Object.hasOwn(CHOICES[about], choice) && CHOICES[about][choice]));
}
