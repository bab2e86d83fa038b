/**
 * The ways out, in words: below what is told to who waits, and for who is in at the foot of the event's own page, or in a partner's
 * frame on the stage that counts down. Where that has no room for them, or shows the picture, they are left out: letters lead to the
 * event's own page.
 */
export class LeavingView {
  #main;
  #words;
  #screen;
  #box = document.createElement('div');
  #said = document.createElement('p');
  #choices = document.createElement('p');
  /** @type {{signOut: () => void, giveBack: (() => void) | null} | null} */
  #offered = null;

  /**
   * @param {HTMLElement} main
   * @param {Pick<import('./words.js').Words, 'of'>} words
   * @param {Pick<import('./screen.js').Screen, 'state' | 'addEventListener'>} screen
   */
  constructor(main, words, screen) {
    this.#main = main;
    this.#words = words;
    this.#screen = screen;
    this.#said.setAttribute('role', 'status');
    this.#said.tabIndex = -1;
    this.#choices.className = 'turn';
    Object.assign(this.#choices.style, { display: 'flex', flexWrap: 'wrap', columnGap: '1.2rem' });
    this.#box.append(this.#said, this.#choices);
    screen.addEventListener('change', () => this.#place());
  }

  offer({ signOut, giveBack }) {
    this.#offered = { signOut, giveBack };
    this.#said.textContent = '';
    this.#choose({ ...(giveBack && { 'give-back': giveBack }), 'sign-out': signOut });
    this.#place();
  }

  /** Whether they are sure. */
  ask(then) {
    this.#said.textContent = this.#words.of('leave.sure');
    this.#choose({
      yes: then,
      no: () => {
        this.offer(this.#offered);
        this.#choices.querySelector('button').focus();
      },
    });
    this.#said.focus();
  }

  /** @param {string} message a problem's code, or nothing */
  say(message) {
    this.#said.textContent = message && this.#words.of(`problem.${message}`, 'problem.other');
  }

  busy(busy) {
    for (const button of this.#choices.children) button.setAttribute('aria-disabled', `${busy}`);
  }

  clear() {
    this.#offered = null;
    this.#box.remove();
  }

  /** @param {Record<string, () => void>} choices by the ends of their words' keys */
  #choose(choices) {
    this.#choices.replaceChildren(...Object.entries(choices).map(([key, chosen]) => this.#button(key, chosen)));
  }

  #button(key, chosen) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.#words.of(`leave.${key}`);
    button.addEventListener('click', () => button.getAttribute('aria-disabled') === 'true' || chosen());
    return button;
  }

  /** Where the viewer looks now. */
  #place() {
    if (!this.#offered) return;
    const isIn = this.#main.dataset.way === 'watch';
    const onStage = isIn && document.body.matches('.embed');
    const place = onStage ? this.#main.querySelector('.veil') : isIn ? this.#main : this.#main.querySelector('.entry');
    const box = this.#box;
    box.className = isIn && !onStage ? 'description' : '';
    this.#choices.style.justifyContent = onStage ? 'center' : '';
    const held = box.contains(document.activeElement);
    if (box.parentElement !== place) place.append(box);
    const counting = this.#screen.state === 'countdown';
    box.style.display = onStage && !counting ? 'none' : 'block';
    // Whoever is asked there whether they are sure scrolls to it.
    if (onStage && counting && !held && place.scrollHeight > place.clientHeight) box.style.display = 'none';
    if (held && box.style.display === 'none') /** @type {HTMLElement} */ (this.#main.querySelector('.stage')).focus();
  }
}
