import assert from 'node:assert/strict';
import test from 'node:test';
import { mark } from '../../main/js/watermark.js';
import { FakeTime } from './fakes.js';

/** As much of a stage as a mark touches. */
function aStage() {
  const stage = {
    inside: [],
    append: (element) => stage.inside.push(Object.assign(element, { isConnected: true })),
    querySelector: () => stage.inside[0] ?? null,
    ownerDocument: {
      createElement: () => {
        const element = {
          dataset: {},
          attributes: {},
          setAttribute: (name, value) => (element.attributes[name] = value),
          remove: () => {
            element.isConnected = false;
            stage.inside = stage.inside.filter((each) => each !== element);
          },
        };
        return element;
      },
    },
  };
  return stage;
}

test('it goes round the corners of the picture, and is read to nobody', async () => {
  const stage = aStage();
  const time = new FakeTime();
  mark(stage, '<b>ada@example.com</b>', time);

  const corners = [];
  for (let turn = 0; turn < 5; turn++) {
    corners.push(stage.inside[0].dataset.corner);
    await time.advance(30_000);
  }

  assert.deepEqual(corners, ['0', '1', '2', '3', '0']);
  assert.equal(stage.inside[0].textContent, '<b>ada@example.com</b>');
  assert.deepEqual(stage.inside[0].attributes, { 'aria-hidden': 'true' });
});

test('another viewer\'s takes its place, and the first one moves no more', async () => {
  const stage = aStage();
  const time = new FakeTime();
  mark(stage, 'ada@example.com', time);
  mark(stage, 'grace@example.com', time);
  await time.advance(30_000);

  assert.deepEqual(stage.inside.map(({ textContent }) => textContent), ['grace@example.com']);
  assert.equal(time.waiting.length, 1);
});
