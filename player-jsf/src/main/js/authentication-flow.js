/**
 * What the server answers when it lets somebody in.
 *
 * @typedef {object} Session
 * @property {string} sessionId
 * @property {string} sessionToken
 * @property {string} expiresAt
 * @property {{url: string} | null} [playback]
 * @property {number} [position] in seconds, where the viewer was last
 * @property {Flow} flow what is next for them
 */

/**
 * How far a viewer has come.
 *
 * @typedef {object} Flow
 * @property {string} currentStep names a panel, or `watch`
 * @property {{reason?: string, playback?: {url: string}, position?: number, watermark?: string} & Partial<import('./payment-processor.js').Dues>} [sessionData]
 */

/** What a way in may answer that is told beside the form and not instead of it. */
const TOLD_INSTEAD = ['sold_out', 'registration_closed'];

/** Leads a viewer from panel to panel, as the server decides; an `in` event carries the {@link Session} once there is one. */
export class AuthenticationFlow extends EventTarget {
  #event;
  #parts;
  #email = '';
  /** What was chosen before the proof: it opens only once it came along with one. */
  #password;
  /**
   * What was shown and opened nothing: wrong, or not proven yet, which the server tells nobody. It goes along with a code, which
   * proves it if it was the one that was chosen, and never makes a slip of the hand the password.
   *
   * @type {{email?: string, password?: string}}
   */
  #shown = {};
  #lastBody = '';
  #lastKey = '';

  /**
   * @param {object} event
   * @param {string} event.id
   * @param {string} event.lang of the letters
   * @param {object} parts
   * @param {import('./calls.js').Calls} parts.calls
   * @param {object} parts.view
   * @param {(panel: string, more?: {email?: string, reason?: string, sent?: string}) => void} parts.view.turn
   * @param {(panel: string, message: string) => void} parts.view.say
   * @param {(panel: string, findings: {field: string, code: string}[]) => void} parts.view.refuse
   * @param {(panel: string, busy: boolean) => void} parts.view.busy
   * @param {() => string} parts.fresh makes keys that nobody else makes
   */
  constructor(event, parts) {
    super();
    this.#event = event;
    this.#parts = parts;
  }

  /**
   * A form was filled in.
   *
   * @param {string} panel
   * @param {Record<string, any>} answers
   */
  send(panel, answers) {
    const { id: eventId, lang } = this.#event;
    switch (panel) {
      case 'register':
        return this.#try(panel, '/api/registrations', { eventId, language: lang, ...answers }, (answer) => this.#registered(answers, answer));
      case 'code':
        return this.#try(panel, '/api/auth/code', { eventId, email: answers.email, language: lang }, () => this.#sent(answers, 'code'));
      case 'verify': {
        const password = answers.password || this.#password;
        const triedPassword = !password && this.#shown.email === this.#email ? this.#shown.password : undefined;
        return this.#try(panel, '/api/auth/login', { eventId, email: this.#email, code: answers.code, password, triedPassword }, (answer) => this.#arrive(answer));
      }
      case 'login': {
        const { userData, ...credentials } = answers;
        this.#shown = credentials;
        return this.#try(panel, '/api/auth/login', { eventId, ...credentials }, (answer) => this.#arrive(answer));
      }
    }
  }

  /** @param {string} linkToken of a letter's link, which the viewer followed */
  follow(linkToken) {
    return this.#try('link', '/api/auth/login', { eventId: this.#event.id, linkToken }, (answer) => this.#arrive(answer));
  }

  /** @param {string} email to which a code was sent before this page was opened */
  awaitCode(email) {
    this.#email = email;
  }

  #registered(answers, { flow, session }) {
    this.#email = answers.email ?? '';
    this.#password = answers.password;
    this.#go(flow, session);
  }

  #sent({ email }, how) {
    this.#email = email;
    this.#parts.view.turn('verify', { email, sent: how });
  }

  #arrive(answer) {
    this.#go(answer.flow, answer.sessionToken ? answer : undefined);
  }

  #go(flow, session) {
    if (session) {
      this.dispatchEvent(new CustomEvent('in', { detail: session }));
      return;
    }
    this.#parts.view.turn(flow.currentStep, { email: this.#email, reason: flow.sessionData?.reason });
  }

  async #try(panel, path, body, then) {
    const { calls, view } = this.#parts;
    view.busy(panel, true);
    view.say(panel, '');
    try {
      const answer = await calls.post(path, body, { key: this.#keyFor(path, body), onRetry: () => view.say(panel, 'retrying') });
      // What was answered is over: the same sent again is another call.
      this.#lastBody = '';
      view.say(panel, '');
      then(answer);
    } catch (refused) {
      this.#refused(panel, refused);
    } finally {
      view.busy(panel, false);
    }
  }

  #refused(panel, { code, fields = [] }) {
    const { view } = this.#parts;
    if (TOLD_INSTEAD.includes(code)) return view.turn('refused', { reason: code });
    if (code === 'link_expired' || (panel === 'link' && code === 'bad_credentials')) {
      view.turn('code');
      return view.say('code', 'link_expired');
    }
    if (fields.length) view.refuse(panel, fields);
    // One's own password may be right, and wait for its proof.
    view.say(panel, panel === 'login' && code === 'bad_credentials' && this.#shown.email ? 'bad_credentials.own' : code);
  }

  /** Who sends the same again, perhaps because no answer came, means the same call. */
  #keyFor(path, body) {
    const text = path + JSON.stringify(body);
    if (text !== this.#lastBody) {
      this.#lastBody = text;
      this.#lastKey = this.#parts.fresh();
    }
    return this.#lastKey;
  }
}
