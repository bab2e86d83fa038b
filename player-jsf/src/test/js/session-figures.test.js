import assert from 'node:assert/strict';
import test from 'node:test';
import { answered, refusal } from './fakes.js';
import { GO_ON, SESSION, aManager, after, measures } from './session-fakes.js';

test('what was measured goes with the heartbeat, and the server says what is counted', async () => {
  const { sessions, server, time, video } = aManager({ answers: [{ body: { nextInSeconds: 30, continue: true, figuresTo: 1 } }] });
  const figures = measures();
  sessions.keep(SESSION);
  sessions.watch(video, figures);

  await after(time, 5000);

  assert.deepEqual(server.last.body.figures, { sequence: 1 });
  assert.equal(server.asked.length, 1);
  assert.equal(figures.to, 1);
});

test('the last report says that it is the last', () => {
  const { sessions, server, video } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video, measures());

  sessions.leave();

  assert.deepEqual(server.last.body.figures, { sequence: 1, last: true });
});

test('figures that the server does not take keep nobody from watching', async () => {
  const { sessions, server, time, video, over } = aManager({ answers: [refusal(400, 'validation_failed', [{ field: 'figures.startup', code: 'out_of_range' }]), GO_ON] });
  const figures = measures();
  sessions.keep(SESSION);
  sessions.watch(video, figures);

  await after(time, 5000);
  sessions.watch(video, figures);
  await after(time, 5000);

  assert.equal(server.asked.length, 2);
  assert.equal(figures.stopped, true);
  assert.equal(server.last.body.figures, undefined);
  assert.deepEqual(over, []);
});

test('figures are told on where the server refuses something else', async () => {
  const { sessions, server, time, video } = aManager({ answers: [refusal(400, 'validation_failed', [{ field: 'position', code: 'out_of_range' }]), GO_ON] });
  sessions.keep(SESSION);
  sessions.watch(video, measures());

  await after(time, 5000);
  await after(time, 5000);

  assert.deepEqual(server.last.body.figures, { sequence: 2 });
});

test('figures that are refused late take along none that came since', async () => {
  const { sessions, server, time, video } = aManager({ answers: [refusal(400, 'validation_failed', [{ field: 'figures', code: 'wrong_type' }]), GO_ON] });
  const other = measures();
  sessions.keep(SESSION);
  sessions.watch(video, measures());

  const refused = time.advance(5000);
  sessions.watch(video, other);
  await refused;
  await answered();
  await after(time, 5000);

  assert.equal(server.asked.length, 2);
  assert.equal(other.stopped, false);
  assert.deepEqual(server.last.body.figures, { sequence: 1 });
});

test('another session where nothing has to be proven is measured anew', async () => {
  const { sessions, time, video } = aManager({
    remembered: false,
    answers: [{ body: SESSION }, { body: { nextInSeconds: 30, continue: false, reason: 'expired' } }, { body: SESSION }, GO_ON],
  });
  const figures = measures();
  sessions.watch(video, figures);

  await after(time, 5000);
  await after(time, 5000);

  assert.equal(figures.renewed, 1);
});

test('a session that is over leaves nothing to be told under the next one', async () => {
  const { sessions, time, video } = aManager({ answers: [{ body: { nextInSeconds: 30, continue: false, reason: 'revoked' } }] });
  const figures = measures();
  sessions.keep(SESSION);
  sessions.watch(video, figures);

  await after(time, 5000);

  assert.equal(figures.renewed, 1);
});

test('when another player opens there is no request beside the heartbeat', async () => {
  const { sessions, server, time, video } = aManager();
  const [one, other] = [measures(), measures()];
  sessions.keep(SESSION);
  sessions.watch(video, one);

  sessions.watch(video, other);

  assert.equal(server.asked.length, 0);
  await after(time, 5000);
  assert.equal(server.asked.length, 1);
  assert.deepEqual(server.last.body.figures, { sequence: 1 });
});
