/**
 * One question as the page holds it.
 *
 * @typedef {object} Field
 * @property {string} name `email`, `password`, `code`, or `userData.<name>` for the organiser's own
 * @property {'text' | 'textarea' | 'email' | 'tel' | 'number' | 'date' | 'select' | 'country' | 'choices' | 'tick' | 'password' | 'code'} control
 * @property {boolean} required
 * @property {string} [when] the name of the question that decides whether this one is asked
 * @property {string} [equals] its answer, if so
 * @property {string[]} answers as they stand; of a tick: `true` or nothing, of a consent: the version of its words
 * @property {string} flaw what the browser itself finds wrong with the answer, as a finding's code; empty for nothing
 */

/** A form of questions: asks those that are to be asked, checks what can be checked at once, and says what is wrong. */
export class RegistrationForm {
  #view;
  #words;

  /**
   * @param {object} view
   * @param {() => Field[]} view.fields
   * @param {(name: string, asked: boolean) => void} view.ask
   * @param {(findings: Record<string, string>) => void} view.tell shows words beside answers, and clears all others
   * @param {Pick<import('./words.js').Words, 'of'>} words
   */
  constructor(view, words) {
    this.#view = view;
    this.#words = words;
  }

  /** Asks what the answers so far lead to; called whenever one changes. */
  settle() {
    const asked = new Set(this.#asked().map(({ name }) => name));
    for (const { name } of this.#view.fields()) this.#view.ask(name, asked.has(name));
  }

  /** @returns {boolean} whether the answers can be sent; what is wrong is told beside them */
  check() {
    const wrong = {};
    for (const field of this.#asked()) {
      const code = field.required && !field.answers.some((text) => text.trim()) ? 'required' : field.flaw;
      if (code) wrong[field.name] = this.#say(code, field);
    }
    this.#view.tell(wrong);
    return Object.keys(wrong).length === 0;
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
    const wrong = {};
    for (const { field: path, code } of findings) {
      const name = path.replace(/\[.*/, '');
      const field = fields.get(name);
      if (field) wrong[name] ??= this.#say(code, field);
    }
    this.#view.tell(wrong);
  }

  #say(code, { control }) {
    return this.#words.of(`finding.${code}.${control}`, `finding.${code}`, 'finding.other');
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
