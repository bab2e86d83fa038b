import assert from 'node:assert/strict';
import test from 'node:test';
import { Refused } from '../../main/js/calls.js';
import { Leaving } from '../../main/js/leaving.js';
import { answered } from './fakes.js';

function aLeaving({ giveBack = async () => {}, paid = false } = {}) {
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
  const sessions = {
    close: async (retrying) => {
      retrying();
      seen.push('close');
    },
    paid: async () => paid,
    giveBack: async () => (seen.push('give back'), giveBack()),
  };
  return { leaving: new Leaving(sessions, view), view, seen };
}

test('one click signs out, and tells of a server that does not answer', async () => {
  const { leaving, view, seen } = aLeaving();
  leaving.offer({ registered: true, sold: false });

  view.offered.signOut();
  await answered();

  assert.deepEqual(seen, ['busy', 'say retrying', 'close', 'free']);
});

test('a seat is given back by who is sure', async () => {
  const { leaving, view, seen } = aLeaving();
  leaving.offer({ registered: true, sold: false });

  view.offered.giveBack();
  assert.deepEqual(seen, ['ask']);
  view.sure();
  await answered();

  assert.deepEqual(seen, ['ask', 'busy', 'give back', 'free']);
});

test('who never registered has nothing to give back', () => {
  const { leaving, view } = aLeaving();

  leaving.offer({ registered: false, sold: false });

  assert.equal(view.offered.giveBack, null);
});

test('what keeps somebody from leaving is told', async () => {
  const refused = aLeaving({ giveBack: async () => Promise.reject(new Refused('already_paid')) });
  refused.leaving.offer({ registered: true, sold: false });
  refused.view.offered.giveBack();
  refused.view.sure();
  await answered();

  assert.deepEqual(refused.seen.slice(-2), ['say already_paid', 'free']);
});

test('who may have paid is asked whether they are sure only where nothing was paid', async () => {
  const free = aLeaving();
  const paid = aLeaving({ paid: true });
  for (const { leaving, view } of [free, paid]) {
    leaving.offer({ registered: true, sold: true });
    view.offered.giveBack();
  }
  await answered();

  assert.deepEqual(free.seen, ['busy', 'ask', 'free']);
  assert.deepEqual(paid.seen, ['busy', 'say already_paid', 'free']);
});
