import assert from 'node:assert/strict';
import test from 'node:test';
import { EntryView } from '../../main/js/entry-view.js';

/** As much of the panel with the code as is touched when the page turns to it. */
class FakePanel {
  dataset = /** @type {Record<string, string>} */ ({});
  lead = { textContent: '' };
  password = { value: '' };

  querySelector(selector) {
    return { '[name=password]': this.password, '.lead': this.lead }[selector] ?? null;
  }
}

function shown() {
  const panel = new FakePanel();
  const heading = { querySelector: () => ({ focus() {} }), scrollIntoView() {} };
  const main = /** @type {any} */ ({
    dataset: { way: 'login' },
    querySelector: (selector) => (selector.includes('verify') ? panel : null),
    querySelectorAll: (selector) => (selector.startsWith('[data-panel=') ? [heading] : []),
    contains: () => false,
  });
  globalThis.document ??= /** @type {any} */ ({ activeElement: null });
  return { panel, view: new EntryView(main, { of: (name) => name }, 'en') };
}

test('what stood beside the code of one is not sent along with that of another', () => {
  const { panel, view } = shown();
  view.turn('verify', { email: 'ada@example.com', sent: 'code' });
  panel.password.value = 'open sesame';

  view.turn('register');
  view.turn('verify', { email: 'bob@example.com' });

  assert.equal(panel.password.value, '');
});
