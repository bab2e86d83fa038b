import assert from 'node:assert/strict';
import test from 'node:test';
import { Screen } from '../../main/js/screen.js';
import { Words } from '../../main/js/words.js';

const TEXTS = {
  'state.ready': '',
  'state.retrying': 'Trying again',
  'state.retrying.absent': 'Not there yet',
  'state.failed': 'It failed',
  'state.finished': 'It is over',
};

function aScreen() {
  const place = { textContent: '' };
  const stage = { dataset: {}, querySelector: () => place };
  const words = new Words(TEXTS, { url: '', fetch: assert.fail });
  return { screen: new Screen(stage, words), data: stage.dataset, place };
}

test('says the closest words there are', () => {
  const { screen, place } = aScreen();

  screen.show('retrying', { reason: 'absent' });
  assert.equal(place.textContent, 'Not there yet');
  screen.show('retrying', { reason: 'broken' });
  assert.equal(place.textContent, 'Trying again');
  screen.show('failed');
  assert.equal(place.textContent, 'It failed');
});

test('tells of what failed whether it is tried again by itself', () => {
  const { screen } = aScreen();

  const told = [];
  for (const [state, final] of /** @type {[string, boolean?][]} */ ([['failed', false], ['failed', true], ['failed'], ['retrying', false]])) {
    screen.show(state, { final });
    told.push(screen.goesOn);
  }

  assert.deepEqual(told, [true, false, false, false]);
});

test('a picture needs no words', () => {
  const { screen, data, place } = aScreen();
  screen.show('retrying', { reason: 'absent' });

  screen.show('playing', { live: true });

  assert.equal(place.textContent, '');
  assert.equal(data.state, 'playing');
  assert.equal(data.live, 'true');
});

test('trouble is told beside a picture that was seen, and in its place once there is none to come', () => {
  const { screen, data } = aScreen();
  screen.show('retrying');
  assert.equal('seen' in data, false);

  screen.show('playing');
  screen.show('retrying');
  assert.equal('seen' in data, true);

  screen.show('ready');
  assert.equal('seen' in data, false);
});

test('what is not known anew stays, but for the sound', () => {
  const { screen, data } = aScreen();
  screen.show('playing', { live: true, silenced: true });
  assert.equal(data.silenced, 'true');

  screen.show('finished');

  assert.equal(data.live, 'true');
  assert.equal(data.silenced, 'false');
});
