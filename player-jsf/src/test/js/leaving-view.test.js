import assert from 'node:assert/strict';
import test from 'node:test';
import { LeavingView } from '../../main/js/leaving-view.js';
import { FakeScreen } from './embed-fakes.js';
import { settled } from './fakes.js';

/** As much of an element as the ways out touch; whether something is shown is the styles' matter. */
class FakeElement {
  style = {};
  dataset = /** @type {Record<string, string>} */ ({});
  children = [];
  textContent = '';
  className = '';
  parentElement = null;
  clientHeight = 300;
  scrollHeight = 300;
  #attributes = new Map();
  #clicked = () => {};

  /** @param {Record<string, FakeElement>} [inside] by their selectors */
  constructor(inside = {}) {
    this.inside = inside;
  }

  append(...children) {
    for (const child of children) Object.assign(child, { parentElement: this });
    this.children.push(...children);
  }

  replaceChildren(...children) {
    if (this.children.some((child) => child === document.activeElement)) giveFocus(document.body);
    this.children = children;
  }

  contains(other) {
    return other === this || this.children.some((child) => child.contains(other));
  }

  get isConnected() {
    return this.parentElement !== null;
  }

  closest() {
    return this.parentElement;
  }

  toggleAttribute(name, on) {
    if (on) this.dataset.leave = '';
    else delete this.dataset.leave;
  }

  querySelector(selector) {
    return this.inside[selector] ?? this.children[0];
  }

  setAttribute = (name, value) => this.#attributes.set(name, value);
  getAttribute = (name) => this.#attributes.get(name) ?? null;
  addEventListener = (_, clicked) => (this.#clicked = clicked);
  remove = () => (this.parentElement = null);
  click = () => this.#clicked();
  focus = () => giveFocus(this);
}

function giveFocus(element) {
  Object.assign(globalThis.document, { activeElement: element });
}

/** A viewer's page, or a partner's frame, with the ways out in it. */
function aView({ framed = false, way = 'watch', state = 'countdown' } = {}) {
  const body = Object.assign(new FakeElement(), { matches: () => framed });
  const made = [];
  const createElement = () => {
    made.push(new FakeElement());
    return made.at(-1);
  };
  globalThis.document = /** @type {any} */ ({ body, activeElement: body, createElement });
  const [veil, entry, stage] = [new FakeElement(), new FakeElement(), new FakeElement()];
  const main = Object.assign(new FakeElement({ '.veil': veil, '.entry': entry, '.stage': stage }), { dataset: { way } });
  const screen = Object.assign(new FakeScreen(), { state });
  const panels = {
    dressPanels: async () => {},
    showPanel: (on, { title, inside, closed }) => {
      const panel = Object.assign(new FakeElement(), { title, close: () => (panel.remove(), closed()) });
      panel.append(...inside);
      on.append(panel);
    },
  };
  const rendered = Object.assign(new FakeElement(), { parentElement: main });
  main.inside['.ways-out'] = rendered;
  const view = new LeavingView(/** @type {any} */ (main), { of: (...keys) => keys[0] }, screen, /** @type {any} */ (async () => panels));
  const [box, said, choices] = made;
  const chosen = [];
  view.offer({ signOut: () => chosen.push('sign out'), giveBack: () => chosen.push('give back') });
  const press = async () => {
    stage.click();
    await settled();
    return stage.children.at(-1);
  };
  return { view, main, veil, entry, stage, screen, rendered, box, said, choices, chosen, press };
}

const shown = ({ box }) => box.parentElement !== null && box.style.display !== 'none';

test('they stand at the foot of the page for who is in, and below what is told to who waits', () => {
  const watches = aView({ state: 'playing' });
  const waits = aView({ way: 'wait', state: 'registration' });

  assert.deepEqual([watches.box.parentElement === watches.main, shown(watches)], [true, true]);
  assert.deepEqual([waits.box.parentElement === waits.entry, shown(waits)], [true, true]);
});

test('in a frame they stand on the stage until the picture comes', () => {
  const page = aView({ framed: true });
  assert.deepEqual([page.box.parentElement === page.veil, shown(page)], [true, true]);

  page.screen.shows('loading');

  assert.equal(shown(page), false);
});

test('where the stage has no room for them they are left out', () => {
  const page = aView({ framed: true });
  page.veil.scrollHeight = 301;

  page.screen.shows('countdown');

  assert.equal(shown(page), false);
});

test('whoever is asked whether they are sure is not left alone with it where the stage is low', () => {
  const page = aView({ framed: true });
  page.view.ask(() => {});
  page.veil.scrollHeight = 340;

  page.screen.shows('countdown');

  assert.deepEqual([shown(page), document.activeElement === page.said], [true, true]);
});

test('when the countdown ends whoever was at them is led to the stage', () => {
  const page = aView({ framed: true });
  page.view.ask(() => {});

  page.screen.shows('loading');

  assert.deepEqual([shown(page), document.activeElement === page.stage], [false, true]);
});

test('who keeps their seat after all is where they were', () => {
  const page = aView();
  page.view.ask(() => page.chosen.push('yes'));
  assert.equal(page.said.textContent, 'leave.sure');

  const [, no] = page.choices.children;
  no.click();

  assert.deepEqual([page.said.textContent, page.choices.children.map(({ textContent }) => textContent)], ['', ['leave.give-back', 'leave.sign-out']]);
  assert.equal(document.activeElement, page.choices.children[0]);
  assert.deepEqual(page.chosen, []);
});

test('what is on its way is not begun twice', () => {
  const { view, choices, chosen } = aView();
  const [giveBack, signOut] = choices.children;
  signOut.click();

  view.busy(true);
  giveBack.click();
  view.busy(false);
  giveBack.click();

  assert.deepEqual(chosen, ['sign out', 'give back']);
});

test('nothing is left of them when nobody is in', () => {
  const page = aView({ framed: true });

  page.view.clear();
  page.screen.shows('countdown');

  assert.equal(shown(page), false);
});

test('what the server rendered for pages without a script makes way', () => {
  assert.equal(aView().rendered.isConnected, false);
});

test('while the picture plays in a frame a button of the controls opens them over it', async () => {
  const page = aView({ framed: true, state: 'playing' });
  assert.deepEqual([page.stage.dataset.leave, shown(page)], ['', false]);

  const panel = await page.press();

  assert.deepEqual([panel.title, page.box.parentElement === panel, shown(page)], ['leave.title', true, true]);
  assert.equal(document.activeElement, page.choices.children[0]);
});

test('there they stay whatever happens to the picture, until they are closed', async () => {
  const page = aView({ framed: true, state: 'playing' });
  const panel = await page.press();
  page.view.ask(() => {});
  page.screen.shows('retrying');
  assert.equal(shown(page), true);

  panel.close();

  assert.equal(shown(page), false);
  assert.deepEqual([page.said.textContent, page.choices.children[0].textContent], ['', 'leave.give-back']);
});

test('they are opened again after another panel took their place', async () => {
  const page = aView({ framed: true, state: 'playing' });
  const first = await page.press();
  page.view.ask(() => {});
  first.remove();

  const second = await page.press();

  assert.notEqual(first, second);
  assert.deepEqual([shown(page), page.said.textContent], [true, '']);
});

test('the panel goes with the right to what is below', async () => {
  const page = aView({ framed: true, state: 'playing' });
  const panel = await page.press();

  page.view.clear();

  assert.deepEqual([panel.isConnected, page.stage.dataset.leave, shown(page)], [false, undefined, false]);
  await page.press();
  assert.equal(shown(page), false);
});

test('beside the picture of its own page no button is needed', () => {
  assert.equal(aView({ state: 'playing' }).stage.dataset.leave, undefined);
});
