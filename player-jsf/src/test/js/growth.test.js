import assert from 'node:assert/strict';
import test from 'node:test';
import { tellHeight } from '../../main/js/embed/growth.js';

/** A page with two panels, of which one is shown at most. */
function aPage() {
  const said = [];
  const observed = [];
  const page = { scrollY: 0 };
  const entry = { scrollTop: 0, children: [] };
  const panels = [1, 2].map(() => ({ offsetHeight: 0, bottom: 0, parentElement: entry, getBoundingClientRect: () => ({ bottom: 0 }) }));
  const footnote = { getBoundingClientRect: () => ({ bottom: 0 }) };
  entry.children.push(...panels, footnote);
  let look = () => {};
  class Observer {
    constructor(heard) {
      look = heard;
    }

    observe(element) {
      observed.push(element);
    }
  }
  tellHeight(/** @type {any} */ ({ querySelectorAll: () => panels }), (message) => said.push(message), { Observer: /** @type {any} */ (Observer), window: page });
  const shows = (number, bottom) => {
    panels.forEach((panel, index) => {
      panel.offsetHeight = index === number ? 100 : 0;
      panel.getBoundingClientRect = () => ({ bottom: index === number ? bottom - page.scrollY - entry.scrollTop : 0 });
    });
    look();
    return said.map(({ event, data: { height } }) => `${event} ${height}`);
  };
  return { shows, page, entry, footnote, observed, panels };
}

test('a frame is told how high it has to be for the panel that is shown, once', () => {
  const { shows } = aPage();

  shows(0, 372);
  shows(0, 372);

  assert.deepEqual(shows(1, 200.5), ['foyerheight 401', 'foyerheight 230']);
});

test('how far the panel is scrolled makes no difference', () => {
  const { shows, page, entry } = aPage();
  shows(0, 372);

  page.scrollY = 50;
  entry.scrollTop = 30;

  assert.deepEqual(shows(0, 372), ['foyerheight 401']);
});

test('the picture has its own height', () => {
  const { shows } = aPage();
  shows(0, 372);

  assert.deepEqual(shows(-1, 0), ['foyerheight 401', 'foyerheight null']);
});

test('what stands under the panel has its room, too', () => {
  const { shows, footnote } = aPage();
  footnote.getBoundingClientRect = () => ({ bottom: 401 });

  assert.deepEqual(shows(0, 372), ['foyerheight 430']);
});

test('so has what comes below it later', () => {
  const { observed, panels, entry } = aPage();

  assert.deepEqual(observed, [...panels, entry]);
});
