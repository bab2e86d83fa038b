/**
 * One question as the page holds it.
 *
 * @typedef {object} Field
 * @property {string} name `email`, `password`, `code`, or `userData.<name>` for the organizer's own
 * @property {'text' | 'textarea' | 'email' | 'tel' | 'number' | 'date' | 'select' | 'country' | 'choices' | 'tick' | 'password' | 'code'} control
 * @property {boolean} required
 * @property {string} [when] the name of the question that decides whether this one is asked
 * @property {string} [equals] its answer, if so
 * @property {string[]} answers as they stand; of a tick: `true` or nothing, of a consent: the version of its words
 * @property {string} flaw what the browser itself finds wrong with the answer, as a finding's code; empty for nothing
 * @property {Bounds} [bounds]
 *
 * @typedef {object} Bounds how far the answer may go
 * @property {string} [min] a number or a date, as the control has it
 * @property {string} [max]
 * @property {string} [pattern] of the whole answer, as the server reads it
 * @property {number} [most] characters
 */

/** A form of questions: asks those that are to be asked, checks what can be checked at once, and says what is wrong. */
export class RegistrationForm {
  #view;
  #words;
  #lang;
  /** What is told, by name. */
  #wrong = {};
  /** What the server will find wrong, once its rules are here. */
  rules = (/** @type {Field} */ { flaw }) => flaw;

  /**
   * @param {object} view
   * @param {() => Field[]} view.fields
   * @param {(name: string, asked: boolean) => void} view.ask
   * @param {(findings: Record<string, string>) => void} view.tell shows words beside answers, and clears all others
   * @param {Pick<import('./words.js').Words, 'of'>} words
   * @param {string} [lang] in which numbers and dates are written
   */
  constructor(view, words, lang = 'en') {
    this.#view = view;
    this.#words = words;
    this.#lang = lang;
  }

  /** Asks what the answers so far lead to; called whenever one changes. */
  settle() {
    const asked = new Set(this.#asked().map(({ name }) => name));
    for (const { name } of this.#view.fields()) this.#view.ask(name, asked.has(name));
  }

  /** @returns {boolean} whether the answers can be sent; what is wrong is told beside them */
  check() {
    this.#wrong = {};
    for (const field of this.#asked()) this.#note(field);
    this.#view.tell(this.#wrong);
    return Object.keys(this.#wrong).length === 0;
  }

  /** An answer changes: what is said beside it goes once it is right. */
  mend(name) {
    if (!(name in this.#wrong)) return;
    delete this.#wrong[name];
    for (const field of this.#asked()) if (field.name === name) this.#note(field);
    this.#view.tell(this.#wrong);
  }

  /** @returns {Record<string, any>} the answers in the API's shape */
  answers() {
    const given = {};
    const userData = {};
    for (const field of this.#asked()) {
      const value = valueOf(field);
      const [group, name] = field.name.split('.');
      if (value !== undefined) (name ? userData : given)[name ?? group] = value;
    }
    return { ...given, userData };
  }

  /**
   * Shows what the server found.
   *
   * @param {{field: string, code: string}[]} findings
   */
  refuse(findings) {
    const fields = new Map(this.#view.fields().map((field) => [field.name, field]));
    this.#wrong = {};
    for (const { field: path, code } of findings) {
      const name = path.replace(/\[.*/, '');
      const field = fields.get(name);
      if (field) this.#wrong[name] ??= this.#say(code, field);
    }
    this.#view.tell(this.#wrong);
  }

  #note(field) {
    const missing = field.required && !field.answers.some((text) => text.trim());
    const code = missing && !field.flaw ? 'required' : this.rules(field) || field.flaw;
    if (code) this.#wrong[field.name] = this.#say(code, field);
  }

  #say(code, { control, answers: [text], bounds }) {
    const { min, max } = around(control === 'number' ? Number(text) : 0, bounds);
    const between = min && max ? 'between' : `${min ? 'min' : 'max'}.${control}`;
    return this.#words
      .of(`finding.${code}.${min || max ? between : control}`, `finding.${code}.${control}`, `finding.${code}`, 'finding.other')
      .replace('{0}', () => this.#edge(min || max, control))
      .replace('{1}', () => this.#edge(max, control));
  }

  #edge(edge, control) {
    return control === 'date'
      ? new Intl.DateTimeFormat(this.#lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(edge))
      : new Intl.NumberFormat(this.#lang).format(Number(edge));
  }

  /** A question that hangs on one that is not asked is not asked either. */
  #asked() {
    const asked = new Map();
    for (const field of this.#view.fields()) {
      if (!field.when || meets(asked.get(field.when), field.equals)) asked.set(field.name, field);
    }
    return [...asked.values()];
  }
}

/** The bounds of every number where the one that was given needs them and its question has none. */
function around(number, { min, max } = {}) {
  const most = Number.MAX_SAFE_INTEGER;
  return { min: min || (number < -most && `${-most}`), max: max || (number > most && `${most}`) };
}

function meets(field, equals) {
  if (!field) return false;
  if (field.control === 'tick') return `${field.answers.length > 0}` === equals;
  return field.answers.includes(equals);
}

function valueOf({ control, answers }) {
  const written = answers.filter((text) => text.trim());
  // A consent names the words that were read.
  if (control === 'tick') return written.length ? written[0] === 'true' || { agreed: true, version: written[0] } : undefined;
  if (control === 'choices') return written.length > 0 ? written : undefined;
  if (!written.length) return undefined;
  // What is no number goes on as it is, and comes back with the finding that it is none.
  if (control === 'number') return Number.isFinite(Number(written[0])) ? Number(written[0]) : written[0];
  return control === 'code' ? written[0].replace(/\D/g, '') : written[0];
}
