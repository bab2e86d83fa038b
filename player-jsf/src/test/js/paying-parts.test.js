import assert from 'node:assert/strict';
import test from 'node:test';
import { PayWindow } from '../../main/js/pay-window.js';
import { PaymentView } from '../../main/js/payment-view.js';
import { comeBack, lasts } from '../../main/js/paid.js';
import { sumsIn } from '../../main/js/sums.js';
import { FakeTime } from './fakes.js';

const HERE = 'https://foyer.example';

const spaced = (text) => text.replace(/\s/g, ' ');

test('sums are written as a language’s readers do, with the decimals of the currency', () => {
  assert.equal(sumsIn('en', 'EUR', 2)(1200), '€12.00');
  assert.equal(spaced(sumsIn('de', 'EUR', 2)(123456)), '1.234,56 €');
  assert.equal(spaced(sumsIn('es', 'EUR', 2)(5)), '0,05 €');
  assert.equal(sumsIn('en', 'JPY', 0)(500), '¥500');
  assert.equal(spaced(sumsIn('fr', 'KWD', 3)(1230)), '1,230 KWD');
  assert.equal(spaced(sumsIn('en', 'IQD', 3)(1230)), 'IQD 1.230');
  assert.equal(sumsIn('en', 'USD', 2)(0), '$0.00');
});

test('money without decimals, with two and with three is written right in each language of the page', () => {
  const written = [
    ['en', 'JPY', 0, 1500, '¥1,500'],
    ['de', 'JPY', 0, 1500, '1.500 ¥'],
    ['es', 'JPY', 0, 1500, '1500 JPY'],
    ['fr', 'JPY', 0, 1500, '1 500 JPY'],
    ['en', 'EUR', 2, 123456, '€1,234.56'],
    ['de', 'EUR', 2, 123456, '1.234,56 €'],
    ['es', 'EUR', 2, 123456, '1234,56 €'],
    ['fr', 'EUR', 2, 123456, '1 234,56 €'],
    ['en', 'KWD', 3, 1230, 'KWD 1.230'],
    ['de', 'KWD', 3, 1230, '1,230 KWD'],
    ['es', 'KWD', 3, 1230, '1,230 KWD'],
    ['fr', 'KWD', 3, 1230, '1,230 KWD'],
  ];
  for (const [language, currency, decimals, sum, text] of written) {
    assert.equal(spaced(sumsIn(language, currency, decimals)(sum)), text, `${currency} in ${language}`);
  }
});

/** A browser's window as far as paying touches it. */
function aWindow({ popup = undefined, top = undefined, opener = null } = {}) {
  const time = new FakeTime();
  const window = Object.assign(new EventTarget(), {
    location: { origin: HERE, replace: (url) => (window.went = url) },
    top: top ?? { location: {} },
    opener,
    closed: 0,
    went: '',
    open: () => popup,
    setTimeout: time.setTimeout,
    close: () => window.closed++,
  });
  return { window, time };
}

function aPopup() {
  const popup = { closed: false, document: { title: '', body: { textContent: '' } }, location: { replace: (url) => (popup.url = url) }, url: '', focus: () => {}, close: () => (popup.closed = true) };
  return popup;
}

test('a popup says what it waits for, and is led on', () => {
  const popup = aPopup();
  const opened = new PayWindow(/** @type {any} */ (aWindow({ popup }).window), 'One moment').open();
  assert.equal(popup.document.body.textContent, 'One moment');

  opened.go('https://pay.example/c');
  assert.equal(popup.url, 'https://pay.example/c');
  opened.close();

  assert.equal(opened.open, false);
});

test('a popup that is blocked is none', () => {
  for (const popup of [null, { closed: true }]) {
    assert.equal(new PayWindow(/** @type {any} */ (aWindow({ popup }).window), '').open(), null);
  }
});

test('the whole page is led away, unless it is not to be', () => {
  const free = aWindow();
  const held = aWindow({
    top: Object.defineProperty({}, 'location', {
      get: () => {
        throw new DOMException('sandboxed', 'SecurityError');
      },
    }),
  });

  assert.equal(new PayWindow(/** @type {any} */ (free.window), '').leave('https://pay.example/c'), true);
  assert.equal(free.window.top.location.href, 'https://pay.example/c');
  assert.equal(new PayWindow(/** @type {any} */ (held.window), '').leave('https://pay.example/c'), false);
});

test('nobody but our own popup says that somebody is back', () => {
  const popup = aPopup();
  const { window } = aWindow({ popup });
  const windows = new PayWindow(/** @type {any} */ (window), '');
  const heard = [];
  const stop = windows.onReturn((cancelled) => heard.push(cancelled));
  windows.open();
  const say = (more) => window.dispatchEvent(Object.assign(new Event('message'), { origin: HERE, source: popup, data: { foyer: 'payment', cancelled: true }, ...more }));

  say({ origin: 'https://pay.example' });
  say({ source: window });
  say({ data: 'payment' });
  say({ data: null });
  assert.deepEqual(heard, []);
  say({});
  say({ data: { foyer: 'payment' } });
  stop();
  say({});

  assert.deepEqual(heard, [true, false]);
});

test('whoever comes back in a popup tells its opener, and the popup closes', async () => {
  const told = [];
  const { window, time } = aWindow({ opener: { closed: false, postMessage: (...message) => told.push(message) } });

  comeBack(/** @type {any} */ (window), { home: '/watch/e', cancelled: true, known: false, stay: () => assert.fail('it closes') });
  assert.deepEqual(told, [[{ foyer: 'payment', cancelled: true }, HERE]]);
  await time.advance(5000);

  assert.equal(window.closed, 1);
  assert.equal(window.went, '');
});

test('whoever comes back by themselves is led on, to the partner’s page also where nobody knows them', async () => {
  for (const opener of [null, { closed: true }]) {
    for (const [home, known] of [['/watch/e', true], ['https://partner.example/concert', false]]) {
      const { window, time } = aWindow({ opener });

      comeBack(/** @type {any} */ (window), { home, cancelled: false, known, stay: () => assert.fail('they are led on') });
      await time.advance(5000);

      assert.equal(window.went, home);
      assert.equal(window.closed, 0);
    }
  }
});

test('whom nobody knows here is not led to where they would have to register and pay anew', async () => {
  for (const home of ['/watch/e', `${HERE}/watch/e`]) {
    const { window, time } = aWindow({ opener: null });
    let told = 0;

    comeBack(/** @type {any} */ (window), { home, cancelled: false, known: false, stay: () => told++ });
    await time.advance(5000);

    assert.equal(told, 1);
    assert.equal(window.went, '');
    assert.equal(window.closed, 0);
  }
});

/** A form in which every place is found. */
function aForm() {
  const places = {};
  const place = (name) => (places[name] ??= { textContent: '', hidden: false, href: '', value: '', parentElement: { hidden: false } });
  return { places, form: { dataset: {}, querySelector: place } };
}

const WORDS = {
  'pay.title': 'Your seat is kept',
  'pay.title.gone': 'Your seat is gone',
  'pay.submit': 'Pay {0}',
  'pay.free': 'Take the seat',
  'pay.left': 'Kept for {0}',
  'pay.left.1': 'one minute',
  'pay.left.other': '{0} minutes',
  'pay.state.queued': 'In line, {0} seconds',
};

function aView() {
  const { places, form } = aForm();
  const words = { of: (...keys) => WORDS[keys.find((key) => key in WORDS)] ?? '' };
  return { places, form, view: new PaymentView(/** @type {any} */ (form), words, (minor) => `$&${minor}`) };
}

test('the sum stands on the button, and the full price beside it when it is less', () => {
  const { places, view } = aView();

  view.price({ full: 1200, due: 1000 });
  assert.equal(places['button.brand'].textContent, 'Pay $&1000');
  assert.equal(places['.sum s'].textContent, '$&1200');
  view.price({ full: 1200, due: 0 });
  assert.equal(places['button.brand'].textContent, 'Take the seat');
  view.price({ full: 1200, due: 1200 });
  assert.equal(places['.sum s'].textContent, '');
});

test('what is said of a state names its numbers, and a link is there only where one is needed', () => {
  const { places, form, view } = aView();

  view.state({ state: 'queued', seconds: 20 });
  assert.equal(form.dataset.payment, 'queued');
  assert.equal(places['.state'].textContent, 'In line, 20 seconds');
  assert.equal(places['.out a'].parentElement.hidden, true);
  assert.equal(places.h2.textContent, 'Your seat is kept');
  view.state({ state: 'gone', why: 'queued', seconds: 3 });
  assert.equal(places.h2.textContent, 'Your seat is gone');
  assert.equal(places['.state'].textContent, 'In line, 3 seconds');
  view.state({ state: 'blocked', url: 'https://pay.example/c' });

  assert.equal(places['.out a'].href, 'https://pay.example/c');
  assert.equal(places['.out a'].parentElement.hidden, false);
});

test('every second is to be seen, and a few minutes are said aloud', () => {
  const { places, view } = aView();
  const aloud = [];
  for (let left = 700; left > 0; left--) {
    view.hold({ days: 0, hours: 0, minutes: Math.floor(left / 60), seconds: left % 60 });
    const said = places['.aloud']?.textContent;
    if (said && said !== aloud.at(-1)) aloud.push(said);
  }
  assert.deepEqual(aloud, ['10 minutes', '5 minutes', '2 minutes', 'one minute']);
  assert.equal(places['.hold'].textContent, 'Kept for 00:01');

  view.hold({ days: 1, hours: 2, minutes: 3, seconds: 4 });
  assert.equal(places['.hold'].textContent, 'Kept for 26:03:04');
});

test('a session that is over makes nobody known', () => {
  const until = (expiresAt) => lasts({ expiresAt }, Date.parse('2030-05-01T12:00:00Z'));

  assert.deepEqual([until('2030-05-01T12:00:01Z'), until('2030-05-01T12:00:00Z'), until(undefined), lasts(null, 0)], [true, false, false, false]);
});
