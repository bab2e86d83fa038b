import assert from 'node:assert/strict';
import test from 'node:test';
import { allows, examine } from '../../main/js/partner/doctor.js';
import { FakeTime, settled } from './fakes.js';

const ORIGIN = 'https://foyer.example';
const ALL = 'autoplay; fullscreen; picture-in-picture';

/** A partner's page with a frame in it, and what was said of it. */
function aPage({ allow = ALL, allowFullscreen = false, sandbox = null, loading = 'eager', reports = [] } = {}) {
  const time = new FakeTime();
  const said = [];
  let seen = () => {};
  const page = Object.assign(new EventTarget(), {
    console: { warn: (words) => said.push(words) },
    location: { origin: 'https://partner.example' },
    setTimeout: time.setTimeout,
    ReportingObserver: class {
      #hear;
      constructor(hear) {
        this.#hear = hear;
      }
      observe() {
        this.#hear(reports.map((body) => ({ body })));
      }
    },
    IntersectionObserver: class {
      constructor(hear) {
        seen = (isIntersecting) => hear([{ isIntersecting }]);
      }
      observe() {}
      disconnect() {
        seen = () => {};
      }
    },
  });
  const frame = { src: `${ORIGIN}/embed/uWtsonW3VPiHfzGBNcNYWw`, allow, allowFullscreen, loading, isConnected: true, hasAttribute: () => sandbox !== null, sandbox: { contains: (flag) => (sandbox ?? '').split(' ').includes(flag) } };
  const blocked = (blockedURI, effectiveDirective = 'frame-src') => page.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { effectiveDirective, blockedURI }));
  return { page, frame: /** @type {any} */ (frame), time, said, blocked, seen: (isIntersecting) => seen(isIntersecting) };
}

const NEVER = new Promise(() => {});

test('a frame that may do everything is not spoken of', async () => {
  const { page, frame, said, time } = aPage({ sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups' });

  examine(frame, Promise.resolve(), page);
  await settled();
  await time.advance(60_000);

  assert.deepEqual(said, []);
});

test('what a sandbox, or the frame, does not allow is named', () => {
  const { page, frame, said } = aPage({ sandbox: 'allow-scripts', allow: "fullscreen 'none'" });

  examine(frame, NEVER, page);

  assert.match(said[0], /Add to it: allow-same-origin allow-forms allow-popups/);
  assert.match(said[1], /allow="autoplay; fullscreen; picture-in-picture" \(missing: autoplay, fullscreen\)/);
});

test('whom a sandbox keeps from answering is not said to be refused', async () => {
  const { page, frame, said, time } = aPage({ sandbox: 'allow-scripts' });

  examine(frame, NEVER, page);
  await time.advance(60_000);

  assert.equal(said.length, 1);
});

test('who may do something is read as browsers read it', () => {
  const may = (allow, allowFullscreen = false) => allows({ allow, allowFullscreen }, 'fullscreen', ORIGIN);

  for (const allow of ['fullscreen', 'autoplay;fullscreen', 'FullScreen *', "fullscreen 'src'", `fullscreen https://elsewhere.example ${ORIGIN}`]) assert.equal(may(allow), true, allow);
  for (const allow of ['', 'autoplay', "fullscreen 'none'", "fullscreen 'self'", 'fullscreen https://elsewhere.example', 'fullscreen-more']) assert.equal(may(allow), false, allow);
  assert.equal(may('autoplay', true), true);
  assert.equal(may("fullscreen 'none'", true), false);
  assert.equal(allows({ allow: '', allowFullscreen: true }, 'autoplay', ORIGIN), false);
  assert.equal(allows({ allow: 'autoplay', allowFullscreen: false }, 'picture-in-picture', ORIGIN), true);
  assert.equal(allows({ allow: "picture-in-picture 'none'", allowFullscreen: false }, 'picture-in-picture', ORIGIN), false);
});

test('a player that does not answer is told of after a while, though its frame had loaded before', async () => {
  const { page, frame, said, time } = aPage();

  examine(frame, NEVER, page);
  await time.advance(14_000);
  assert.deepEqual(said, []);
  await time.advance(2000);

  assert.match(said[0], /Is https:\/\/partner\.example among the event's embedConfig\.allowedOrigins/);
});

test('a frame that is gone by then is not told of', async () => {
  const { page, frame, said, time } = aPage();

  examine(frame, NEVER, page);
  frame.isConnected = false;
  await time.advance(60_000);

  assert.deepEqual(said, []);
});

test('a frame that loads when it is scrolled to is not late before', async () => {
  const { page, frame, said, time, seen } = aPage({ loading: 'lazy' });
  examine(frame, NEVER, page);
  seen(false);
  await time.advance(60_000);
  assert.deepEqual(said, []);

  seen(true);
  await time.advance(16_000);

  assert.equal(said.length, 1);
});

test('a content policy that keeps the player out is named, also when it did so before, and nothing else is', async () => {
  const later = aPage();
  examine(later.frame, NEVER, later.page);
  later.blocked('https://elsewhere.example/');
  later.blocked('', 'frame-src');
  later.blocked(later.frame.src, 'img-src');
  assert.deepEqual(later.said, []);
  later.blocked(later.frame.src);
  later.blocked(later.frame.src);
  await later.time.advance(60_000);
  const before = aPage({ reports: [{ effectiveDirective: 'frame-src', blockedURL: `${ORIGIN}/embed/uWtsonW3VPiHfzGBNcNYWw` }] });
  examine(before.frame, NEVER, before.page);

  for (const { said } of [later, before]) {
    assert.equal(said.length, 1);
    assert.match(said[0], /Add to its frame-src: https:\/\/foyer\.example/);
  }
});

test('once a player has answered nothing is told of it', async () => {
  const { page, frame, said, time, blocked } = aPage();
  examine(frame, Promise.resolve(), page);
  await settled();

  blocked(ORIGIN);
  await time.advance(60_000);

  assert.deepEqual(said, []);
});
