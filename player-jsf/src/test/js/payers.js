import { countDown } from '../../main/js/countdown.js';
import { Pauses } from '../../main/js/pauses.js';
import { PaymentProcessor } from '../../main/js/payment-processor.js';
import { FakeTime, answered } from './fakes.js';

export const HOLD_MS = 30 * 60_000;
export const DUES = { registrationId: 'r', price: { amount: 1200, currency: 'EUR' }, holdExpiresAt: new Date(HOLD_MS).toISOString() };
export const PAY = { currentStep: 'pay', sessionData: DUES };
export const WATCH = { currentStep: 'watch', sessionData: { playback: { url: 'm' } } };
export const WAIT = { currentStep: 'wait', sessionData: { reason: 'payment' } };
export const REGISTER = { currentStep: 'register' };

export const payment = (status, more) => ({ paymentId: 'p', status, amount: 1200, currency: 'EUR', ...more });
export const OPEN = payment('open', { checkoutUrl: 'https://pay.example/c', holdExpiresAt: DUES.holdExpiresAt });
export const inLine = (waitSeconds) => payment('queued', { line: { before: 50, waitSeconds }, holdExpiresAt: DUES.holdExpiresAt });

/**
 * A viewer who is to pay. What the server answers is given by kind, one after the other, the last one for ever.
 *
 * @param {{checkout?: any[], payments?: any[], flows?: any[], quotes?: any[], popups?: boolean, navigable?: boolean, returnUrl?: string}} world
 */
export function aPayer({ checkout = [OPEN], payments = [OPEN], flows = [PAY], quotes = [], popups = true, navigable = true, returnUrl = undefined } = {}) {
  const time = new FakeTime();
  const world = { time, log: [], states: [], told: [], opened: [], left: [], hidden: false, see: () => {}, comeBack: (_) => {} };
  const next = (answers) => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const calls = {
    post: async (path, body, { key, token, onRetry = () => {} }) => {
      world.log.push({ path, body, key, token });
      const answer = next(path.endsWith('quote') ? quotes : checkout);
      if (answer !== 'slow') return answer;
      onRetry();
      return next(checkout);
    },
    get: async (path) => {
      world.log.push({ path });
      return next(payments);
    },
  };
  const windows = {
    open: () => {
      if (!popups) return null;
      const popup = { open: true, url: '', focused: 0, go: (url) => (popup.url = url), focus: () => popup.focused++, close: () => (popup.open = false) };
      world.opened.push(popup);
      return popup;
    },
    leave: (url) => navigable && world.left.push(url) > 0,
    onReturn: (returned) => {
      world.comeBack = returned;
      return () => (world.comeBack = () => {});
    },
  };
  const sight = {
    hidden: () => world.hidden,
    onSeen: (seen) => {
      world.see = seen;
      return () => (world.see = () => {});
    },
  };
  let keys = 0;
  const processor = new PaymentProcessor({
    calls,
    windows,
    sight,
    time,
    countDown,
    returnUrl,
    token: () => 't',
    ask: async () => {
      world.log.push({ path: 'flow' });
      return next(flows);
    },
    timers: time,
    pauses: new Pauses(() => 1),
    fresh: () => `key-${++keys}`,
  });
  processor.addEventListener('state', ({ detail }) => world.states.push(detail.state));
  for (const what of ['price', 'refused', 'problem', 'moved', 'lost']) {
    processor.addEventListener(what, ({ detail }) => world.told.push([what, detail]));
  }
  const last = (wanted) => world.told.filter(([what]) => what === wanted).at(-1)?.[1];
  const asked = (path) => world.log.filter((call) => call.path === path);
  const press = async (voucher = '') => {
    processor.pay(voucher);
    await answered();
  };
  processor.begin(DUES);
  return Object.assign(world, { processor, last, press, asked, flows, payments, checkout });
}
