/**
 * Lets those leave by themselves who are in: this device, where nothing is kept of them then, or the event, where their seat is free
 * for somebody else then.
 */
export class Leaving {
  #sessions;
  #view;

  /**
   * @param {Pick<import('./session-manager.js').SessionManager, 'close' | 'giveBack'>} sessions tell by `over` what came of it
   * @param {Pick<import('./leaving-view.js').LeavingView, 'offer' | 'ask' | 'say' | 'busy' | 'clear'>} view
   */
  constructor(sessions, view) {
    this.#sessions = sessions;
    this.#view = view;
  }

  /** @param {{registered: boolean}} viewer registered: has a seat, or a place in a line, to give back */
  offer({ registered }) {
    this.#view.offer({
      signOut: () => this.#try(() => this.#sessions.close()),
      // One click too many is no reason to lose a seat.
      giveBack: registered ? () => this.#view.ask(() => this.#try(() => this.#sessions.giveBack())) : null,
    });
  }

  /** Nobody is in any more who could leave. */
  end() {
    this.#view.clear();
  }

  async #try(leave) {
    this.#view.busy(true);
    this.#view.say('');
    try {
      await leave();
    } catch ({ code }) {
      this.#view.say(code ?? 'other');
    } finally {
      this.#view.busy(false);
    }
  }
}
