import { selectCountry } from './country-select.js';

/** The panels in the page. The styles show the one that the main element names by `data-way`. */
export class EntryView {
  #main;
  #words;
  /** @type {Map<string, import('./registration-form.js').RegistrationForm>} */
  forms = new Map();

  /**
   * @param {HTMLElement} main
   * @param {Pick<import('./words.js').Words, 'of'>} words
   * @param {string} lang
   */
  constructor(main, words, lang) {
    this.#main = main;
    this.#words = words;
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (main.querySelectorAll('input[data-codes]'))) selectCountry(input, lang);
    // From now on questions come and go by themselves, and so does the wait.
    for (const needless of main.querySelectorAll('.when, .look')) needless.remove();
  }

  /** Those that are forms. */
  get panels() {
    return [...this.#main.querySelectorAll('form[data-panel]')].map((form) => /** @type {HTMLElement} */ (form).dataset.panel);
  }

  get panel() {
    return this.#main.dataset.way;
  }

  turn(panel, { email, reason = 'other', sent } = {}) {
    const told = ['wait', 'refused'].includes(panel) && this.#main.querySelector('[data-panel=told]');
    const address = this.#addressIn(this.panel);
    if (told) {
      told.querySelector('h2').textContent = this.#words.of(`${panel}.title.${reason}`, `${panel}.title.other`);
      told.querySelector('.lead').textContent = this.#words.of(`${panel}.${reason}`, `${panel}.other`);
      told.querySelector('.opens')?.remove();
      const back = told.querySelector('[data-turn]');
      back.textContent = this.#words.of(`entry.told.back.${panel}.${reason}`, `entry.told.back.${panel}`) || back.textContent;
    }
    if (panel === 'verify' && email) {
      this.#form('verify').dataset.reason = sent ?? '';
      this.#form('verify').querySelector('.lead').textContent = this.#words.of(sent ? `entry.verify.words.${sent}` : 'entry.verify.words').replace('{0}', email);
    }
    // Emptied: what stands there unseen would be sent along with the next code.
    const beside = /** @type {HTMLInputElement | null} */ (panel === 'verify' && this.#form('verify')?.querySelector('[name=password]'));
    if (beside) beside.value = '';
    // What was typed once is typed.
    const typed = email || address?.value;
    const next = this.#addressIn(panel);
    if (next && typed) next.value = typed;
    const inside = this.#main.contains(document.activeElement);
    this.#main.dataset.way = panel;
    // Who hears the page is led to what is new; who sees it may begin to type.
    const [shown] = this.#main.querySelectorAll(`[data-panel=${told ? 'told' : panel}]`);
    shown?.querySelector('h2').focus();
    shown?.scrollIntoView({ block: 'nearest' });
    // What was left is gone, and the picture has come in its place; who never was here is not fetched from elsewhere.
    if (!shown && inside) /** @type {HTMLElement} */ (this.#main.querySelector('.stage')).focus();
  }

  /** When the form can be had that is not there yet, in epoch milliseconds; no number where that is not to be waited for. */
  get opensAt() {
    return Date.parse(/** @type {HTMLTimeElement | null} */ (this.#main.querySelector('.opens time'))?.dateTime ?? '');
  }

  /** @param {string} message a problem's code, or nothing */
  say(panel, message) {
    const place = this.#form(panel)?.querySelector('.alert');
    if (!place) return;
    place.textContent = message && this.#words.of(`problem.${message}.${panel}`, `problem.${message}`, 'problem.other');
  }

  refuse(panel, findings) {
    this.forms.get(panel)?.refuse(findings);
    this.focusWrong(panel);
  }

  busy(panel, busy) {
    const form = this.#form(panel);
    form?.setAttribute('aria-busy', `${busy}`);
    // They keep their focus, which a disabled one would lose.
    for (const button of form?.querySelectorAll('button') ?? []) button.setAttribute('aria-disabled', `${busy}`);
    const [sender] = form?.querySelectorAll('button.brand') ?? [];
    // Who pays is told more, in a place of its own.
    if (!sender || panel === 'pay') return;
    sender.dataset.label ??= sender.textContent;
    sender.textContent = (busy && this.#words.of('entry.busy')) || sender.dataset.label;
  }

  /** By the browser, as if no script were here. */
  send(panel) {
    this.#form(panel).submit();
  }

  focusWrong(panel) {
    /** @type {HTMLElement | null} */ (this.#form(panel).querySelector('[aria-invalid=true]'))?.focus();
  }

  /** What a form sends along unseen. */
  hidden(panel, name) {
    return /** @type {HTMLInputElement | null} */ (this.#form(panel)?.querySelector(`input[type=hidden][name=${name}]`))?.value ?? '';
  }

  listen(panel, { changed, sent }) {
    const form = this.#form(panel);
    // Ours are told beside the answers, and stay there to be read.
    form.noValidate = true;
    form.addEventListener('input', ({ target }) => changed(/** @type {HTMLElement} */ (target).closest('.field')?.dataset.name));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (form.getAttribute('aria-busy') !== 'true') sent(new FormData(form), event.submitter);
    });
  }

  /** Links to other panels need no server. */
  onTurn(turn) {
    this.#main.addEventListener('click', (event) => {
      const link = /** @type {Element} */ (event.target).closest('[data-turn]');
      if (!link) return;
      event.preventDefault();
      turn(/** @type {HTMLElement} */ (link).dataset.turn);
    });
  }

  /** As a {@link import('./registration-form.js').RegistrationForm} wants it. */
  formOf(panel) {
    const form = this.#form(panel);
    const fields = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('.field')]);
    return {
      fields: () => fields.map(read),
      ask: (name, asked) => {
        for (const field of fields) if (field.dataset.name === name) field.hidden = !asked;
      },
      tell: (findings) => {
        for (const field of fields) tell(field, findings[field.dataset.name] ?? '');
      },
    };
  }

  /** Where a panel has the viewer's address, typed or unseen. */
  #addressIn(panel) {
    return /** @type {HTMLInputElement | null} */ (this.#form(panel)?.querySelector('[name=email]'));
  }

  #form(panel) {
    return /** @type {HTMLFormElement | null} */ (this.#main.querySelector(`form[data-panel=${panel}]`));
  }
}

/** @returns {import('./registration-form.js').Field} */
function read(field) {
  const { name, control, when, equals, required, pattern, most } = field.dataset;
  const inputs = [...field.querySelectorAll('input, select, textarea')];
  const given = inputs.filter((input) => input.type !== 'checkbox' || input.checked);
  return {
    name,
    control,
    when,
    equals,
    required: required !== undefined,
    answers: given.map((input) => input.value).filter((text) => text !== ''),
    flaw: inputs[0].validity.badInput ? 'invalid' : '',
    bounds: { min: inputs[0].min, max: inputs[0].max, pattern, most: Number(most ?? 0) },
  };
}

function tell(field, words) {
  field.querySelector('.wrong').textContent = words;
  for (const input of field.querySelectorAll('input, select, textarea')) {
    if (words) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }
}
