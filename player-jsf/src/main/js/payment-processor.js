import { Checkout } from './checkout.js';
import { PaymentPolling, isOver } from './payment-polling.js';
import { SeatHold } from './seat-hold.js';
import { WayToPay } from './way-to-pay.js';

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
 * Leads a viewer to the page where they pay, by exactly one way, and asks the server until it is known what came of it. Tells
 * `state`, `price`, `hold`, `busy`, `refused` (findings on what was typed) and `problem`; at the end `moved`, with the flow
 * that leads on, or `lost` when the server knows this viewer no longer.
 */
export class PaymentProcessor extends EventTarget {
  #parts;
  #checkout;
  #way;
  #hold;
  #polling;
  /** @type {Dues | null} */
  #dues = null;
  /** @type {import('./checkout.js').Payment | null} */
  #payment = null;
  #due = 0;
  #busy = false;
  #state = '';
  #why = 'gone';
  #quoted = 0;
  /** @type {(() => void)[]} */
  #stops = [];

  /**
   * @param {object} parts
   * @param {Pick<import('./calls.js').Calls, 'post' | 'get'>} parts.calls
   * @param {() => string | undefined} parts.token of the viewer's session
   * @param {() => Promise<import('./authentication-flow.js').Flow>} parts.ask how the viewer stands
   * @param {Pick<import('./pay-window.js').PayWindow, 'open' | 'leave' | 'onReturn'>} parts.windows
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
    this.#checkout = new Checkout(parts);
    this.#way = new WayToPay({ ...parts, closed: () => this.#look('closed') });
    this.#hold = new SeatHold({ ...parts, left: (left) => this.#tell('hold', left), over: () => this.#expire() });
    this.#polling = new PaymentPolling({ ...parts, expectant: () => this.#payment !== null, heard: (found) => this.#heard(found), forgotten: () => this.#lose() });
  }

  /** @param {Dues} dues */
  begin(dues) {
    this.end();
    this.#dues = dues;
    this.#say('ready');
    this.#cost(dues.price.amount, dues.price.amount);
    this.#hold.keep(dues.holdExpiresAt);
    const { sight, windows } = this.#parts;
    this.#stops = [sight.onSeen(() => this.#seen()), windows.onReturn((cancelled) => this.#look(cancelled ? 'cancelled' : 'closed'))];
    this.#polling.begin();
    if (dues.voucher) this.quote(dues.voucher);
  }

  /** Asks and tells nothing any more. */
  end() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#hold.stop();
    this.#way.letGo();
    this.#polling.end();
    this.#dues = this.#payment = null;
    this.#why = 'gone';
    this.#busy = false;
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
    try {
      const { amount, due } = await this.#checkout.quote(dues, voucher);
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
    if (this.#way.open) return this.#way.focus();
    const way = this.#way.prepare(this.#due);
    this.#setBusy(true);
    this.#say('asking');
    try {
      await this.#proceed(await this.#checkout.begin(dues, voucher, () => this.#say('retrying')), way, dues);
    } catch (refused) {
      way.giveUp();
      if (dues === this.#dues) this.#refused(refused);
    }
    // Who is on the way to another page presses nothing more here.
    if (dues === this.#dues && this.#state !== 'leaving') this.#setBusy(false);
  }

  async #proceed(begun, way, dues) {
    const still = () => dues === this.#dues;
    let payment = begun;
    while (payment.status === 'queued' && still()) {
      this.#payment = payment;
      this.#hold.keep(payment.holdExpiresAt);
      this.#say('queued', { seconds: Math.max(1, payment.line?.waitSeconds ?? 0) });
      payment = await this.#checkout.readInLine(payment, still);
    }
    if (!still()) return way.giveUp();
    this.#payment = payment;
    if (payment.status !== 'open') {
      way.giveUp();
      return this.#know(payment, 'ready');
    }
    this.#cost(payment.amount + (payment.discount ?? 0), payment.amount);
    this.#hold.keep(payment.holdExpiresAt);
    const led = way.lead(payment.checkoutUrl);
    this.#say(led, led === 'blocked' ? { url: payment.checkoutUrl } : {});
    this.#polling.anew();
    this.#polling.later();
  }

  /** Who left for the pay page by this very window, and came back by its back button, begins anew. */
  #seen() {
    const returned = this.#state === 'leaving';
    if (this.#busy && !returned) return;
    this.#setBusy(false);
    this.#polling.anew();
    this.#look(returned ? 'cancelled' : this.#state);
  }

  /**
   * Has the server ask the provider what came of the payment.
   *
   * @param {string} otherwise what is said if nothing did
   */
  async #look(otherwise) {
    const payment = this.#payment;
    if (!this.#way.open || ['closed', 'cancelled', 'expired'].includes(otherwise)) this.#way.letGo();
    if (!payment) return this.#polling.ask();
    this.#polling.anew();
    if (otherwise !== this.#state) this.#say('looking');
    try {
      const found = await this.#checkout.read(payment);
      if (payment !== this.#payment) return;
      this.#payment = found;
      this.#know(found, otherwise);
    } catch (refused) {
      if (payment !== this.#payment) return;
      if (isOver(refused)) return this.#lose();
      this.#say(otherwise);
    }
    this.#polling.later();
  }

  #know(payment, otherwise) {
    switch (payment.status) {
      case 'queued':
      case 'open':
        this.#hold.keep(payment.holdExpiresAt);
        return this.#say(otherwise);
      case 'completed':
        this.#say('looking');
        break;
      default:
        // The next one is another payment.
        this.#payment = null;
        this.#say(payment.status);
    }
    this.#way.close();
    return this.#polling.ask();
  }

  #heard(found) {
    const { currentStep, sessionData = {} } = found;
    if (currentStep === 'register') return this.#gone();
    if (currentStep === 'pay') return this.#payment || this.#hold.keep(sessionData.holdExpiresAt);
    this.#way.close();
    this.end();
    this.#tell('moved', found);
  }

  /** The seat is free again. Money that comes after all is a matter of the server's, and of the flow that is asked for. */
  #gone() {
    this.#hold.stop();
    this.#payment = null;
    // That the bank declined is why it is.
    const why = this.#state === 'failed' ? 'failed' : this.#why;
    this.#say('gone', { why });
    this.#why = why;
  }

  #lose() {
    // What is kept for nobody any more takes the session with it.
    if (this.#state === 'gone' || this.#state === 'expired') return this.#gone();
    this.#way.close();
    this.end();
    this.#tell('lost');
  }

  #refused(refused) {
    const { code, fields = [] } = refused;
    if (isOver(refused)) return this.#lose();
    this.#say('ready');
    if (code === 'already_paid') return this.#polling.ask();
    const about = (name) => fields.some(({ field }) => field === name);
    // What is told beside the answer is told.
    if (about('voucher')) return this.#tell('refused', { fields });
    // The seat matters more than the way back, for which the server knows another.
    if (about('returnUrl')) this.#checkout.forgetWayBack();
    this.#tell('problem', { code });
    // What is in the way, the flow tells.
    if (code === 'wrong_state') this.#polling.ask();
  }

  #cost(full, due) {
    this.#due = due;
    this.#tell('price', { full, due });
  }

  #expire() {
    this.#say('expired');
    this.#look('expired');
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
}
