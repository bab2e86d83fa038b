/**
 * What a viewer has to pay, as the flow tells it.
 *
 * @typedef {object} Dues
 * @property {string} registrationId
 * @property {{amount: number, currency: string}} price the full one, in minor units
 * @property {string} [holdExpiresAt] until when the seat is kept
 * @property {string} [voucher] given when registering
 */

/**
 * How a payment stands, as the server tells it.
 *
 * @typedef {object} Payment
 * @property {string} paymentId
 * @property {'queued' | 'open' | 'processing' | 'completed' | 'failed' | 'expired' | 'refunded' | 'underReview'} status
 * @property {number} amount to be paid, in minor units
 * @property {string} currency
 * @property {number} [discount]
 * @property {string} [checkoutUrl] where the payer pays
 * @property {string} [holdExpiresAt]
 * @property {{before: number, waitSeconds: number}} [line] what stands before it at the provider
 */

/**
 * The window in which somebody pays.
 *
 * @typedef {object} Popup
 * @property {boolean} open
 * @property {(url: string) => void} go
 * @property {() => void} focus
 * @property {() => void} close
 */

/** Before anything was begun: another tab may pay, or the organiser may change something. */
const AT_REST = { firstMs: 8000, mostMs: 60_000 };
const EXPECTANT = { firstMs: 2000, mostMs: 15_000 };
const POPUP_MS = 500;
const IN_LINE_MS = { least: 1000, most: 10_000 };
const OVER = ['unauthenticated', 'token_expired'];

/**
 * Leads a viewer to the page where they pay, by exactly one way, and asks the server until it is known what came of it. Tells
 * `state`, `price`, `hold`, `busy`, `refused` (findings on what was typed) and `problem`; at the end `moved`, with the flow
 * that leads on, or `lost` when the server knows this viewer no longer.
 */
export class PaymentProcessor extends EventTarget {
  #parts;
  /** @type {Dues | null} */
  #dues = null;
  /** @type {Payment | null} */
  #payment = null;
  /** @type {Popup | null} */
  #popup = null;
  #due = 0;
  #busy = false;
  #state = '';
  #why = 'gone';
  #quoted = 0;
  #asked = 0;
  #timer = 0;
  #popupTimer = 0;
  #lastBody = '';
  #lastKey = '';
  /** @type {(() => void)[]} */
  #stops = [];
  #stopHold = () => {};

  /**
   * @param {object} parts
   * @param {Pick<import('./calls.js').Calls, 'post' | 'get'>} parts.calls
   * @param {() => string | undefined} parts.token of the viewer's session
   * @param {() => Promise<import('./authentication-flow.js').Flow>} parts.ask how the viewer stands
   * @param {object} parts.windows
   * @param {() => Popup | null} parts.windows.open one popup, within the click; nothing where the browser lets none be opened
   * @param {(url: string) => boolean} parts.windows.leave takes the whole page there; false where the browser does not let it
   * @param {(returned: (cancelled: boolean) => void) => () => void} parts.windows.onReturn the popup says that it is back; ends by what it answers
   * @param {string} [parts.returnUrl] the partner's page
   * @param {object} parts.sight
   * @param {() => boolean} parts.sight.hidden whether nobody sees this page
   * @param {(seen: () => void) => () => void} parts.sight.onSeen
   * @param {typeof import('./countdown.js').countDown} parts.countDown
   * @param {{now: () => number}} parts.time
   * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} parts.timers
   * @param {import('./pauses.js').Pauses} parts.pauses
   * @param {() => string} parts.fresh makes keys that nobody else makes
   */
  constructor(parts) {
    super();
    this.#parts = parts;
  }

  /** @param {Dues} dues */
  begin(dues) {
    this.end();
    this.#dues = dues;
    this.#say('ready');
    this.#cost(dues.price.amount, dues.price.amount);
    this.#keep(dues.holdExpiresAt);
    const { sight, windows } = this.#parts;
    this.#stops = [sight.onSeen(() => this.#seen()), windows.onReturn((cancelled) => this.#look(cancelled ? 'cancelled' : 'closed'))];
    this.#askLater();
    if (dues.voucher) this.quote(dues.voucher);
  }

  /** Asks and tells nothing any more. */
  end() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#stopHold();
    this.#letGo();
    this.#parts.timers.clearTimeout(this.#timer);
    this.#dues = this.#payment = null;
    this.#why = 'gone';
    this.#busy = false;
    this.#asked = 0;
  }

  /**
   * What it costs with a voucher.
   *
   * @param {string} voucher as it was typed; empty: none
   */
  async quote(voucher) {
    const dues = this.#dues;
    if (!dues) return;
    const mine = ++this.#quoted;
    const { calls, token } = this.#parts;
    try {
      const { amount, due } = await calls.post('/api/payments/quote', { registrationId: dues.registrationId, voucher }, { token: token() });
      if (mine !== this.#quoted || dues !== this.#dues) return;
      this.#tell('refused', { fields: [] });
      this.#tell('problem', { code: '' });
      this.#cost(amount, due);
    } catch (refused) {
      if (mine === this.#quoted && dues === this.#dues) this.#refused(refused);
    }
  }

  /**
   * The viewer's click. Clicked again it opens nothing more, as long as it is not known that the first popup was closed.
   *
   * @param {string} voucher as it was typed; empty: none
   */
  async pay(voucher) {
    const dues = this.#dues;
    if (!dues || this.#busy) return;
    if (this.#popup?.open) return this.#popup.focus();
    // At once, because some browsers let only the click itself open a window.
    const popup = this.#due ? this.#parts.windows.open() : null;
    const leaving = this.#due > 0 && !popup;
    this.#letGo();
    this.#setBusy(true);
    this.#say('asking');
    try {
      await this.#proceed(await this.#checkout(dues, voucher), popup, leaving, dues);
    } catch (refused) {
      popup?.close();
      if (dues === this.#dues) this.#refused(refused);
    }
    // Who is on the way to another page presses nothing more here.
    if (dues === this.#dues && this.#state !== 'leaving') this.#setBusy(false);
  }

  async #checkout({ registrationId }, voucher) {
    const { calls, token, returnUrl } = this.#parts;
    const body = { registrationId, voucher, ...(returnUrl && { returnUrl }) };
    const payment = await calls.post('/api/payments/checkout', body, { key: this.#keyFor(body), token: token(), onRetry: () => this.#say('retrying') });
    // Once answered it is done; what is asked for next may be another payment.
    this.#lastBody = '';
    return payment;
  }

  async #proceed(begun, popup, leaving, dues) {
    let payment = begun;
    while (payment.status === 'queued' && dues === this.#dues) {
      this.#payment = payment;
      const { waitSeconds = 0 } = payment.line ?? {};
      this.#say('queued', { seconds: Math.max(1, waitSeconds) });
      await new Promise((resolve) => this.#parts.timers.setTimeout(resolve, Math.min(IN_LINE_MS.most, Math.max(IN_LINE_MS.least, waitSeconds * 1000))));
      if (dues !== this.#dues) return popup?.close();
      payment = await this.#read(payment).catch((refused) => {
        // Who stands in line keeps their place while the server is silent.
        if (['unreachable', 'unavailable', 'internal'].includes(refused.code)) return payment;
        throw refused;
      });
    }
    if (dues !== this.#dues) return popup?.close();
    this.#payment = payment;
    if (payment.status !== 'open') {
      popup?.close();
      return this.#know(payment, 'ready');
    }
    this.#cost(payment.amount + (payment.discount ?? 0), payment.amount);
    this.#keep(payment.holdExpiresAt);
    this.#go(payment.checkoutUrl, popup, leaving);
    this.#asked = 0;
    this.#askLater();
  }

  #go(url, popup, leaving) {
    if (popup && !popup.open) return this.#say('closed');
    if (popup) {
      popup.go(url);
      this.#popup = popup;
      this.#watchPopup();
      return this.#say('open');
    }
    // Nobody is led away who was promised a seat for nothing: they see the sum first.
    if (leaving && this.#parts.windows.leave(url)) return this.#say('leaving');
    this.#say('blocked', { url });
  }

  #watchPopup() {
    this.#popupTimer = this.#parts.timers.setTimeout(() => {
      if (this.#popup?.open) return this.#watchPopup();
      this.#look('closed');
    }, POPUP_MS);
  }

  /** The popup has had its time, or was closed. */
  #letGo() {
    this.#parts.timers.clearTimeout(this.#popupTimer);
    this.#popup = null;
  }

  /** Who left for the pay page by this very window, and came back by its back button, begins anew. */
  #seen() {
    const returned = this.#state === 'leaving';
    if (this.#busy && !returned) return;
    this.#setBusy(false);
    this.#asked = 0;
    this.#look(returned ? 'cancelled' : this.#state);
  }

  /**
   * Has the server ask the provider what came of the payment.
   *
   * @param {string} otherwise what is said if nothing did
   */
  async #look(otherwise) {
    const payment = this.#payment;
    if (!this.#popup?.open || ['closed', 'cancelled', 'expired'].includes(otherwise)) this.#letGo();
    if (!payment) return this.#ask();
    this.#asked = 0;
    if (otherwise !== this.#state) this.#say('looking');
    try {
      const found = await this.#read(payment);
      if (payment !== this.#payment) return;
      this.#payment = found;
      this.#know(found, otherwise);
    } catch (refused) {
      if (payment !== this.#payment) return;
      if (OVER.includes(refused.code)) return this.#lose();
      this.#say(otherwise);
    }
    this.#askLater();
  }

  #read({ paymentId }) {
    return this.#parts.calls.get(`/api/payments/${paymentId}`, { token: this.#parts.token() });
  }

  #know(payment, otherwise) {
    switch (payment.status) {
      case 'queued':
      case 'open':
        this.#keep(payment.holdExpiresAt);
        return this.#say(otherwise);
      case 'completed':
        this.#say('looking');
        break;
      default:
        // The next one is another payment.
        this.#payment = null;
        this.#say(payment.status);
    }
    this.#popup?.close();
    this.#letGo();
    return this.#ask();
  }

  /** Asks how the viewer stands, and again later. */
  async #ask() {
    const dues = this.#dues;
    try {
      const found = await this.#parts.ask();
      if (dues && dues === this.#dues) this.#heard(found);
    } catch ({ code }) {
      if (dues && dues === this.#dues && OVER.includes(code)) return this.#lose();
      // Without an answer it stands as it stood.
    }
    this.#askLater();
  }

  #askLater() {
    const { timers, pauses, sight } = this.#parts;
    timers.clearTimeout(this.#timer);
    // Whoever does not look is not told anything; they are when they look again.
    if (!this.#dues || sight.hidden()) return;
    this.#timer = timers.setTimeout(() => this.#ask(), pauses.backoff(this.#asked++, this.#payment ? EXPECTANT : AT_REST));
  }

  #heard(found) {
    const { currentStep, sessionData = {} } = found;
    if (currentStep === 'register') return this.#gone();
    if (currentStep === 'pay') return this.#payment || this.#keep(sessionData.holdExpiresAt);
    this.#popup?.close();
    this.end();
    this.#tell('moved', found);
  }

  /** The seat is free again. Money that comes after all is a matter of the server's, and of the flow that is asked for. */
  #gone() {
    this.#stopHold();
    this.#payment = null;
    // That the bank declined is why it is.
    const why = this.#state === 'failed' ? 'failed' : this.#why;
    this.#say('gone', { why });
    this.#why = why;
  }

  #lose() {
    // What is kept for nobody any more takes the session with it.
    if (this.#state === 'gone' || this.#state === 'expired') return this.#gone();
    this.#popup?.close();
    this.end();
    this.#tell('lost');
  }

  #refused({ code, fields = [] }) {
    if (OVER.includes(code)) return this.#lose();
    this.#say('ready');
    if (code === 'already_paid') return this.#ask();
    const about = (name) => fields.some(({ field }) => field === name);
    // What is told beside the answer is told.
    if (about('voucher')) return this.#tell('refused', { fields });
    // The seat matters more than the way back, for which the server knows another.
    if (about('returnUrl')) this.#parts.returnUrl = undefined;
    this.#tell('problem', { code });
    // What is in the way, the flow tells.
    if (code === 'wrong_state') this.#ask();
  }

  #cost(full, due) {
    this.#due = due;
    this.#tell('price', { full, due });
  }

  /** @param {string | undefined} until */
  #keep(until) {
    const { countDown, time, timers } = this.#parts;
    this.#stopHold();
    this.#stopHold = () => {};
    if (!until || !(Date.parse(until) > time.now())) return;
    this.#stopHold = countDown(Date.parse(until), {
      time,
      timers,
      show: (parts) => this.#tell('hold', parts),
      done: () => {
        this.#say('expired');
        this.#look('expired');
      },
    });
  }

  #setBusy(busy) {
    if (this.#busy === busy) return;
    this.#busy = busy;
    this.#tell('busy', { busy });
  }

  #say(state, more = {}) {
    this.#state = state;
    this.#tell('state', { state, ...more });
    if (state !== 'ready') this.#tell('problem', { code: '' });
  }

  #tell(what, detail = {}) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  /** Who asks for the same again, perhaps because no answer came, means the same payment. */
  #keyFor(body) {
    const text = JSON.stringify(body);
    if (text !== this.#lastBody) {
      this.#lastBody = text;
      this.#lastKey = this.#parts.fresh();
    }
    return this.#lastKey;
  }
}
