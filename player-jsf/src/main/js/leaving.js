/**
 * Lets those leave by themselves who are in: this device, where nothing is kept of them then, or the event, where their seat is free
 * for somebody else then.
 */
export class Leaving {
  #sessions;
  #view;

  /**
   * @param {Pick<import('./session-manager.js').SessionManager, 'close' | 'paid' | 'giveBack'>} sessions tell by `over` what came of it
   * @param {Pick<import('./leaving-view.js').LeavingView, 'offer' | 'ask' | 'say' | 'busy' | 'clear'>} view
   */
  constructor(sessions, view) {
    this.#sessions = sessions;
    this.#view = view;
  }

  /**
   * @param {object} viewer
   * @param {boolean} viewer.registered has a seat, or a place in a line, to give back
   * @param {boolean} viewer.sold may have paid for it
   */
  offer({ registered, sold }) {
    this.#view.offer({
      signOut: () => this.#try((retrying) => this.#sessions.close(retrying)),
      giveBack: registered ? () => (sold ? this.#try(() => this.#askUnlessPaid()) : this.#ask()) : null,
    });
  }

  /** Nobody is in any more who could leave. */
  end() {
    this.#view.clear();
  }

  /** Nobody is to make up their mind about what is refused anyway. */
  async #askUnlessPaid() {
    if (await this.#sessions.paid()) return this.#view.say('already_paid');
    this.#ask();
  }

  /** One click too many is no reason to lose a seat. */
  #ask() {
    this.#view.ask(() => this.#try((retrying) => this.#sessions.giveBack(retrying)));
  }

  /** @param {(retrying: () => void) => Promise<void>} leave */
  async #try(leave) {
    this.#view.busy(true);
    this.#view.say('');
    try {
      await leave(() => this.#view.say('retrying'));
    } catch ({ code }) {
      this.#view.say(code ?? 'other');
    } finally {
      this.#view.busy(false);
    }
  }
}
