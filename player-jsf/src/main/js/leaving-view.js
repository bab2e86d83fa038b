/**
 * The ways out, in words: below what is told to who waits, and for who is in at the foot of the event's own page, or in a partner's
 * frame, which has no foot, on the stage until there is a picture. Over the picture a button of the controls opens them in a panel. A
 * stage that is too low for them before that leaves them out: letters lead to the event's own page.
 */
export class LeavingView {
  #main;
  #words;
  #screen;
  #panels;
  #stage;
  #box = document.createElement('div');
  #said = document.createElement('p');
  #choices = document.createElement('p');
  /** @type {{signOut: () => void, giveBack: (() => void) | null} | null} */
  #offered = null;
  /** @type {HTMLElement | null} over the picture */
  #panel = null;

  /**
   * @param {HTMLElement} main
   * @param {Pick<import('./words.js').Words, 'of'>} words
   * @param {Pick<import('./screen.js').Screen, 'state' | 'addEventListener'>} screen
   * @param {() => Promise<Pick<typeof import('./panel.js'), 'dressPanels' | 'showPanel'>>} [panels]
   */
  constructor(main, words, screen, panels = () => import('./panel.js')) {
    this.#main = main;
    this.#words = words;
    this.#screen = screen;
    this.#panels = panels;
    this.#stage = /** @type {HTMLElement} */ (main.querySelector('.stage'));
    this.#said.setAttribute('role', 'status');
    this.#said.tabIndex = -1;
    this.#choices.className = 'turn';
    Object.assign(this.#choices.style, { display: 'flex', flexWrap: 'wrap', columnGap: '1.2rem' });
    // In a panel what is chosen stands in columns.
    this.#box.style.gridColumn = '1 / -1';
    this.#box.append(this.#said, this.#choices);
    // What the server rendered is for pages without a script.
    main.querySelector('.ways-out')?.remove();
    screen.addEventListener('change', () => this.#place());
    this.#stage.addEventListener('leave', () => this.#open().catch(() => {}));
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
    delete this.#stage.dataset.leave;
    // What is told to who has left stands beside the picture, which may have filled the screen.
    if (this.#panel && document.fullscreenElement) document.exitFullscreen().catch(() => {});
    this.#panel?.remove();
    this.#panel = null;
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

  /** Over the picture, in the place of what was opened there before. */
  async #open() {
    const { dressPanels, showPanel } = await this.#panels();
    await dressPanels(document);
    if (!this.#offered || this.#panel?.isConnected) return;
    this.offer(this.#offered);
    const words = this.#words;
    const from = /** @type {HTMLElement | null} */ (document.activeElement);
    const closed = () => {
      this.#panel = null;
      if (this.#offered) this.offer(this.#offered);
      from?.focus();
    };
    showPanel(this.#stage, { name: 'leaving', title: words.of('leave.title'), done: words.of('leave.done'), words, inside: [this.#box], closed });
    this.#panel = this.#box.closest('dialog');
    this.#place();
    this.#choices.querySelector('button').focus();
  }

  /** Where the viewer looks now. */
  #place() {
    if (!this.#offered) return;
    const isIn = this.#main.dataset.way === 'watch';
    const onStage = isIn && document.body.matches('.embed');
    // The controls show their button by this.
    this.#stage.toggleAttribute('data-leave', onStage);
    const box = this.#box;
    const style = box.style;
    // Another one may have taken its place.
    if (this.#panel?.isConnected) {
      box.className = '';
      style.display = 'block';
      this.#choices.style.justifyContent = '';
      return;
    }
    const place = onStage ? this.#main.querySelector('.veil') : isIn ? this.#main : this.#main.querySelector('.entry');
    box.className = isIn && !onStage ? 'description' : '';
    this.#choices.style.justifyContent = onStage ? 'center' : '';
    const held = box.contains(document.activeElement);
    if (box.parentElement !== place) place.append(box);
    const still = ['countdown', 'soon'].includes(this.#screen.state);
    style.display = onStage && !still ? 'none' : 'block';
    // Whoever is asked there whether they are sure scrolls to it.
    if (onStage && still && !held && place.scrollHeight > place.clientHeight) style.display = 'none';
    if (held && style.display === 'none') this.#stage.focus();
  }
}
