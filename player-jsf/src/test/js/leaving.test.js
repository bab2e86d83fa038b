import assert from 'node:assert/strict';
import test from 'node:test';
import { Refused } from '../../main/js/calls.js';
import { Leaving } from '../../main/js/leaving.js';
import { answered } from './fakes.js';

function aLeaving({ giveBack = async () => {} } = {}) {
  const seen = [];
  const view = {
    offered: /** @type {any} */ (null),
    sure: () => {},
    offer: (ways) => (view.offered = ways),
    ask: (then) => {
      seen.push('ask');
      view.sure = then;
    },
    say: (code) => code && seen.push(`say ${code}`),
    busy: (busy) => seen.push(busy ? 'busy' : 'free'),
    clear: () => seen.push('clear'),
  };
  const sessions = { close: async () => void seen.push('close'), giveBack: async () => (seen.push('give back'), giveBack()) };
  return { leaving: new Leaving(sessions, view), view, seen };
}

test('one click signs out', async () => {
  const { leaving, view, seen } = aLeaving();
  leaving.offer({ registered: true });

  view.offered.signOut();
  await answered();

  assert.deepEqual(seen, ['busy', 'close', 'free']);
});

test('a seat is given back by who is sure', async () => {
  const { leaving, view, seen } = aLeaving();
  leaving.offer({ registered: true });

  view.offered.giveBack();
  assert.deepEqual(seen, ['ask']);
  view.sure();
  await answered();

  assert.deepEqual(seen, ['ask', 'busy', 'give back', 'free']);
});

test('who never registered has nothing to give back', () => {
  const { leaving, view } = aLeaving();

  leaving.offer({ registered: false });

  assert.equal(view.offered.giveBack, null);
});

test('what keeps somebody from leaving is told', async () => {
  const refused = aLeaving({ giveBack: async () => Promise.reject(new Refused('already_paid')) });
  refused.leaving.offer({ registered: true });
  refused.view.offered.giveBack();
  refused.view.sure();
  await answered();

  assert.deepEqual(refused.seen.slice(-2), ['say already_paid', 'free']);
});
