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

const IN_LINE_MS = { least: 1000, most: 10_000 };

/** What the server is asked about a payment: what it would cost, to begin it, and how it stands. */
export class Checkout {
  #parts;
  #returnUrl;
  #lastBody = '';
  #lastKey = '';

  /**
   * @param {object} parts
   * @param {Pick<import('./calls.js').Calls, 'post' | 'get'>} parts.calls
   * @param {() => string | undefined} parts.token of the viewer's session
   * @param {string} [parts.returnUrl] the partner's page
   * @param {Pick<Window, 'setTimeout'>} parts.timers
   * @param {() => string} parts.fresh makes keys that nobody else makes
   */
  constructor(parts) {
    this.#parts = parts;
    this.#returnUrl = parts.returnUrl;
  }

  /**
   * @param {{registrationId: string}} dues
   * @param {string} voucher empty: none
   * @returns {Promise<{amount: number, due: number}>} the full price and what is left of it, in minor units
   */
  quote({ registrationId }, voucher) {
    const { calls, token } = this.#parts;
    return calls.post('/api/payments/quote', { registrationId, voucher }, { token: token() });
  }

  /**
   * @param {{registrationId: string}} dues
   * @param {string} voucher empty: none
   * @param {() => void} onRetry the answer takes its time
   * @returns {Promise<Payment>}
   */
  async begin({ registrationId }, voucher, onRetry) {
    const { calls, token } = this.#parts;
    const body = { registrationId, voucher, ...(this.#returnUrl && { returnUrl: this.#returnUrl }) };
    const payment = await calls.post('/api/payments/checkout', body, { key: this.#keyFor(body), token: token(), onRetry });
    // Once answered it is done; what is asked for next may be another payment.
    this.#lastBody = '';
    return payment;
  }

  /** The server is to lead back by a way that it knows itself. */
  forgetWayBack() {
    this.#returnUrl = undefined;
  }

  /**
   * @param {Payment} payment
   * @returns {Promise<Payment>} as it stands now
   */
  read({ paymentId }) {
    const { calls, token } = this.#parts;
    return calls.get(`/api/payments/${paymentId}`, { token: token() });
  }

  /**
   * @param {Payment} payment that stands in line at the provider
   * @param {() => boolean} still whether anybody waits for it
   * @returns {Promise<Payment>} as it stands when there is something new to know
   */
  async readInLine(payment, still) {
    const { waitSeconds = 0 } = payment.line ?? {};
    await new Promise((resolve) => this.#parts.timers.setTimeout(resolve, Math.min(IN_LINE_MS.most, Math.max(IN_LINE_MS.least, waitSeconds * 1000))));
    if (!still()) return payment;
    return this.read(payment).catch((refused) => {
      // Who stands in line keeps their place while the server is silent.
      if (['unreachable', 'unavailable', 'internal'].includes(refused.code)) return payment;
      throw refused;
    });
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
