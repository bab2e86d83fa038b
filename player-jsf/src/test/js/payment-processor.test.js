import assert from 'node:assert/strict';
import test from 'node:test';
import { Refused } from '../../main/js/calls.js';
import { countDown } from '../../main/js/countdown.js';
import { Pauses } from '../../main/js/pauses.js';
import { PaymentProcessor } from '../../main/js/payment-processor.js';
import { FakeTime, answered } from './fakes.js';

const HOLD_MS = 30 * 60_000;
const DUES = { registrationId: 'r', price: { amount: 1200, currency: 'EUR' }, holdExpiresAt: new Date(HOLD_MS).toISOString() };
const PAY = { currentStep: 'pay', sessionData: DUES };
const WATCH = { currentStep: 'watch', sessionData: { playback: { url: 'm' } } };
const WAIT = { currentStep: 'wait', sessionData: { reason: 'payment' } };
const REGISTER = { currentStep: 'register' };

const payment = (status, more) => ({ paymentId: 'p', status, amount: 1200, currency: 'EUR', ...more });
const OPEN = payment('open', { checkoutUrl: 'https://pay.example/c', holdExpiresAt: DUES.holdExpiresAt });
const inLine = (waitSeconds) => payment('queued', { line: { before: 50, waitSeconds }, holdExpiresAt: DUES.holdExpiresAt });

/**
 * A viewer who is to pay. What the server answers is given by kind, one after the other, the last one for ever.
 *
 * @param {{checkout?: any[], payments?: any[], flows?: any[], quotes?: any[], popups?: boolean, navigable?: boolean, returnUrl?: string}} world
 */
function aPayer({ checkout = [OPEN], payments = [OPEN], flows = [PAY], quotes = [], popups = true, navigable = true, returnUrl = undefined } = {}) {
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

test('a click opens a popup, which goes to where one pays', async () => {
  const { press, asked, opened, left, states } = aPayer();

  await press();

  assert.equal(opened.length, 1);
  assert.equal(opened[0].url, 'https://pay.example/c');
  assert.deepEqual(left, []);
  assert.deepEqual(asked('/api/payments/checkout'), [{ path: '/api/payments/checkout', body: { registrationId: 'r', voucher: '' }, key: 'key-1', token: 't' }]);
  assert.deepEqual(states, ['ready', 'asking', 'open']);
});

test('the popup is opened within the click, before the server is asked', () => {
  const { processor, opened } = aPayer();

  processor.pay('');

  assert.equal(opened.length, 1);
});

test('a double click is one click', async () => {
  const { processor, opened, asked, left } = aPayer();

  processor.pay('');
  processor.pay('');
  await answered();
  await processor.pay('');

  assert.equal(opened.length, 1);
  assert.equal(opened[0].focused, 1);
  assert.equal(asked('/api/payments/checkout').length, 1);
  assert.deepEqual(left, []);
});

test('where popups are blocked the whole page goes there, once', async () => {
  const { press, left, states } = aPayer({ popups: false });

  await press();
  await press();

  assert.deepEqual(left, ['https://pay.example/c']);
  assert.equal(states.at(-1), 'leaving');
});

test('where neither is allowed there is a link', async () => {
  const { press, states } = aPayer({ popups: false, navigable: false });

  await press();

  assert.equal(states.at(-1), 'blocked');
});

test('who comes back from where the page went may try again', async () => {
  const { press, left, see, states } = aPayer({ popups: false });
  await press();

  see();
  await answered();
  assert.equal(states.at(-1), 'cancelled');
  await press();

  assert.equal(left.length, 2);
});

test('the partner’s page is where the payer belongs', async () => {
  const { press, asked } = aPayer({ returnUrl: 'https://partner.example/talk' });

  await press();

  assert.equal(asked('/api/payments/checkout')[0].body.returnUrl, 'https://partner.example/talk');
});

test('who comes back from paying is led on at once', async () => {
  const world = aPayer({ payments: [payment('completed')], flows: [WATCH] });
  await world.press();

  world.comeBack(false);
  await answered();

  assert.deepEqual(world.last('moved'), WATCH);
  assert.deepEqual(world.time.waiting, []);
});

test('a popup that is closed makes the server ask at once', async () => {
  const { press, opened, time, asked, states } = aPayer();
  await press();

  opened[0].open = false;
  await time.advance(500);
  await answered();

  assert.equal(asked('/api/payments/p').length, 1);
  assert.equal(states.at(-1), 'closed');
});

test('who turned back is told so, and may pay on the same checkout', async () => {
  const world = aPayer();
  await world.press();

  world.comeBack(true);
  await answered();
  assert.equal(world.states.at(-1), 'cancelled');
  await world.press();

  assert.equal(world.opened.length, 2);
  assert.equal(world.opened[1].url, 'https://pay.example/c');
});

test('without a word of the popup the flow is asked for, ever more seldom', async () => {
  const { press, time, asked } = aPayer();
  await press();

  const before = asked('flow').length;
  await time.advance(2000);
  await time.advance(4000);
  await time.advance(8000);

  assert.equal(asked('flow').length, before + 3);
});

test('nobody is asked for a page that nobody sees, and at once when it is seen again', async () => {
  const world = aPayer();
  await world.press();
  world.hidden = true;
  await world.time.advance(2000);
  const before = world.log.length;

  await world.time.advance(60_000);
  assert.equal(world.log.length, before);

  world.hidden = false;
  world.see();
  await answered();
  assert.equal(world.log.at(-1).path, '/api/payments/p');
  assert.equal(world.states.at(-1), 'open');
});

test('another tab may have paid', async () => {
  const { time, last } = aPayer({ flows: [PAY, WATCH] });

  await time.advance(8000);
  await time.advance(16_000);

  assert.deepEqual(last('moved'), WATCH);
});

test('what was paid already leads on', async () => {
  const { press, opened, last } = aPayer({ checkout: [new Refused('already_paid')], flows: [WATCH] });

  await press();

  assert.equal(opened[0].open, false);
  assert.deepEqual(last('moved'), WATCH);
});

test('a seat for nothing needs no popup', async () => {
  const world = aPayer({ quotes: [{ amount: 1200, discount: 1200, due: 0, currency: 'EUR' }], checkout: [payment('completed', { amount: 0 })], flows: [WATCH] });
  await world.processor.quote('FREE');
  assert.deepEqual(world.last('price'), { full: 1200, due: 0 });

  await world.press('FREE');

  assert.deepEqual(world.opened, []);
  assert.deepEqual(world.last('moved'), WATCH);
});

test('who expected a seat for nothing is not led away to pay', async () => {
  const world = aPayer({ quotes: [{ amount: 1200, discount: 1200, due: 0, currency: 'EUR' }] });
  await world.processor.quote('FREE');

  await world.press('FREE');

  assert.deepEqual([world.opened, world.left], [[], []]);
  assert.equal(world.states.at(-1), 'blocked');
});

test('a voucher that does not count is told beside it, and the popup goes', async () => {
  const fields = [{ field: 'voucher', code: 'used_up' }];
  const { press, opened, last } = aPayer({ checkout: [new Refused('validation_failed', fields)] });

  await press('OFTEN');

  assert.equal(opened[0].open, false);
  assert.deepEqual(last('refused'), { fields });
  assert.deepEqual(last('problem'), { code: '' });
});

test('a voucher that counts takes back what was said of another', async () => {
  const fields = [{ field: 'voucher', code: 'used_up' }];
  const { processor, last } = aPayer({ quotes: [new Refused('validation_failed', fields), { amount: 1200, discount: 200, due: 1000, currency: 'EUR' }] });

  await processor.quote('OFTEN');
  assert.deepEqual(last('refused'), { fields });
  await processor.quote('EARLY');

  assert.deepEqual(last('refused'), { fields: [] });
  assert.deepEqual(last('price'), { full: 1200, due: 1000 });
});

test('a way back that the event does not know is left out', async () => {
  const fields = [{ field: 'returnUrl', code: 'not_allowed' }];
  const { press, asked, last } = aPayer({ checkout: [new Refused('validation_failed', fields), OPEN], returnUrl: 'https://elsewhere.example/talk' });
  await press();
  assert.deepEqual(last('problem'), { code: 'validation_failed' });

  await press();

  assert.equal(asked('/api/payments/checkout')[1].body.returnUrl, undefined);
});

test('the voucher of the registration is counted from the beginning', async () => {
  const world = aPayer({ quotes: [{ amount: 1200, discount: 200, due: 1000, currency: 'EUR' }] });

  world.processor.begin({ ...DUES, voucher: 'EARLY' });
  await answered();

  assert.deepEqual(world.log.at(-1).body, { registrationId: 'r', voucher: 'EARLY' });
  assert.deepEqual(world.last('price'), { full: 1200, due: 1000 });
});

test('after a lost answer the same is asked for under the same key, and after an answer under another', async () => {
  const { press, asked, checkout, last, opened } = aPayer({ checkout: [new Refused('unreachable'), OPEN] });
  await press();
  assert.deepEqual(last('problem'), { code: 'unreachable' });

  await press();
  opened[1].open = false;
  checkout.push(OPEN);
  await press();

  assert.deepEqual(asked('/api/payments/checkout').map(({ key }) => key), ['key-1', 'key-1', 'key-2']);
});

test('a slow answer is said to be slow', async () => {
  const { press, states } = aPayer({ checkout: ['slow', OPEN] });

  await press();

  assert.deepEqual(states, ['ready', 'asking', 'retrying', 'open']);
});

test('who is in line is told for how long, and paid for by the popup that waits', async () => {
  const { press, time, opened, states, asked } = aPayer({ checkout: [inLine(20)], payments: [inLine(3), new Refused('unreachable'), OPEN] });
  await press();
  assert.equal(states.at(-1), 'queued');

  await time.advance(10_000);
  assert.equal(asked('/api/payments/p').length, 1);
  assert.equal(opened[0].url, '');
  await time.advance(3000);
  await time.advance(3000);

  assert.equal(opened[0].url, 'https://pay.example/c');
  assert.equal(states.at(-1), 'open');
});

test('who closes the popup in line finds the checkout when it is open', async () => {
  const { press, time, opened, states } = aPayer({ checkout: [inLine(1), OPEN] });
  await press();
  opened[0].open = false;

  await time.advance(1000);
  assert.equal(states.at(-1), 'closed');
  await press();

  assert.equal(opened[1].url, 'https://pay.example/c');
});

test('money that takes its time leads to the wait', async () => {
  const world = aPayer({ payments: [payment('processing')], flows: [WAIT] });
  await world.press();

  world.comeBack(false);
  await answered();

  assert.deepEqual(world.last('moved'), WAIT);
});

for (const status of ['failed', 'expired', 'refunded', 'underReview']) {
  test(`a payment that is ${status} is told, and the next one is another`, async () => {
    const world = aPayer({ payments: [payment(status)] });
    await world.press();
    world.comeBack(false);
    await answered();
    assert.equal(world.states.at(-1), status);

    await world.press();

    assert.equal(world.opened.length, 2);
    assert.deepEqual(world.log.filter(({ key }) => key).map(({ key }) => key), ['key-1', 'key-2']);
  });
}

test('the time that is left is told', async () => {
  const { processor, time } = aPayer();
  const seen = [];
  processor.addEventListener('hold', ({ detail }) => seen.push(detail));

  await time.advance(1000);

  assert.deepEqual(seen.at(-1), { days: 0, hours: 0, minutes: 29, seconds: 59 });
});

test('when the hold is gone the flow says whether the seat is', async () => {
  const { time, states } = aPayer({ flows: [REGISTER] });

  await time.advance(HOLD_MS);

  assert.equal(states.at(-1), 'gone');
});

test('as long as the seat is there one may try once more', async () => {
  const world = aPayer({ flows: [PAY] });
  await world.press();

  await world.time.advance(HOLD_MS);
  assert.equal(world.states.at(-1), 'expired');
  await world.press();

  assert.equal(world.opened.length, 2);
});

test('a bank that declined is told even though the seat is gone with it', async () => {
  const world = aPayer({ payments: [payment('failed')], flows: [REGISTER] });
  const said = [];
  world.processor.addEventListener('state', ({ detail: { state, why } }) => said.push([state, why]));
  await world.press();
  world.comeBack(false);
  await answered();
  await world.time.advance(60_000);

  assert.deepEqual(said.at(-1), ['gone', 'failed']);
});

test('money that came late after all leads on', async () => {
  const world = aPayer({ flows: [REGISTER] });
  await world.time.advance(HOLD_MS);
  assert.equal(world.states.at(-1), 'gone');

  world.flows.push(WATCH);
  await world.time.advance(120_000);

  assert.deepEqual(world.last('moved'), WATCH);
});

test('whom the server knows no longer is lost, once', async () => {
  const { time, told } = aPayer({ flows: [new Refused('token_expired')] });

  await time.advance(8000);
  await time.advance(60_000);

  assert.equal(told.filter(([what]) => what === 'lost').length, 1);
});

test('after the end nothing is asked, opened or told', async () => {
  const world = aPayer();
  await world.press();
  world.processor.end();
  const before = [world.log.length, world.states.length, world.told.length];

  world.see();
  world.comeBack(false);
  await world.time.advance(HOLD_MS);
  await world.press();

  assert.deepEqual([world.log.length, world.states.length, world.told.length], before);
  assert.deepEqual(world.time.waiting, []);
});

test('an answer that comes after the end opens nothing', async () => {
  const { processor, opened } = aPayer();
  processor.pay('');
  processor.end();
  await answered();

  assert.equal(opened[0].url, '');
  assert.equal(opened[0].open, false);
});
