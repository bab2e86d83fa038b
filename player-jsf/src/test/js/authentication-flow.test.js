import assert from 'node:assert/strict';
import test from 'node:test';
import { AuthenticationFlow } from '../../main/js/authentication-flow.js';
import { Refused } from '../../main/js/calls.js';

const SESSION = { sessionId: 's', sessionToken: 't', expiresAt: '2030-05-01T20:00:00Z', playback: { url: 'm' }, flow: { currentStep: 'watch' } };

/** A way in whose server answers with `answers`, one after the other. */
function aFlow(...answers) {
  const asked = [];
  const seen = [];
  const entered = [];
  const calls = {
    post: async (path, body, { key, onRetry }) => {
      asked.push({ path, body, key });
      const answer = answers.shift();
      if (answer === 'slow') {
        onRetry();
        return answers.shift();
      }
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const view = {
    turn: (panel, more) => seen.push(['turn', panel, ...(more ? [more] : [])]),
    say: (panel, message) => seen.push(['say', panel, message]),
    refuse: (panel, findings) => seen.push(['refuse', panel, findings]),
    busy: (panel, busy) => seen.push(['busy', panel, busy]),
  };
  let keys = 0;
  const flow = new AuthenticationFlow({ id: 'e', lang: 'de' }, { calls, view, fresh: () => `key-${++keys}` });
  flow.addEventListener('in', ({ detail }) => entered.push(detail));
  return { flow, asked, seen, entered };
}

test('who registers is asked for the code that was sent', async () => {
  const { flow, asked, seen } = aFlow({ flow: { currentStep: 'verify', sessionData: {} } });

  await flow.send('register', { email: 'ada@example.com', userData: { name: 'Ada' } });

  assert.deepEqual(asked[0], {
    path: '/api/registrations',
    body: { eventId: 'e', language: 'de', email: 'ada@example.com', userData: { name: 'Ada' } },
    key: 'key-1',
  });
  assert.deepEqual(seen.at(-2), ['turn', 'verify', { email: 'ada@example.com', reason: undefined }]);
  assert.deepEqual(seen.at(-1), ['busy', 'register', false]);
});

test('the code opens, for the address it was sent to', async () => {
  const { flow, asked, entered } = aFlow({ flow: { currentStep: 'verify' } }, SESSION);

  await flow.send('register', { email: 'ada@example.com', userData: {} });
  await flow.send('verify', { code: '123456', userData: {} });

  assert.deepEqual(asked[1].body, { eventId: 'e', email: 'ada@example.com', code: '123456', password: undefined, triedPassword: undefined });
  assert.deepEqual(entered, [SESSION]);
});

test('a proof that is waived opens at once', async () => {
  const { flow, entered } = aFlow({ flow: { currentStep: 'watch' }, session: SESSION });

  await flow.send('register', { email: 'ada@example.com', userData: {} });

  assert.deepEqual(entered, [SESSION]);
});

test('whoever asks for a code is told nothing of whether the address is known', async () => {
  const { flow, asked, seen } = aFlow({});

  await flow.send('code', { email: 'ada@example.com', userData: {} });

  assert.equal(asked[0].path, '/api/auth/code');
  assert.deepEqual(seen.at(-2), ['turn', 'verify', { email: 'ada@example.com', sent: 'code' }]);
});

test('a password opens, shared or with an address', async () => {
  const { flow, asked, entered } = aFlow(SESSION, SESSION);

  await flow.send('login', { password: 'open sesame', userData: {} });
  await flow.send('login', { email: 'ada@example.com', password: 'open sesame', userData: {} });

  assert.deepEqual(asked.map(({ body }) => body), [
    { eventId: 'e', password: 'open sesame' },
    { eventId: 'e', email: 'ada@example.com', password: 'open sesame' },
  ]);
  assert.equal(entered.length, 2);
});

test('the password that was chosen comes along with the code', async () => {
  const { flow, asked } = aFlow({ flow: { currentStep: 'verify' } }, SESSION);

  await flow.send('register', { email: 'ada@example.com', password: 'open sesame', userData: {} });
  await flow.send('verify', { code: '123456', password: '', userData: {} });

  assert.equal(asked[1].body.password, 'open sesame');
});

test('a password of one\'s own that opens nothing may wait for its proof, and goes along with the code', async () => {
  const { flow, asked, seen } = aFlow(new Refused('bad_credentials'), {}, SESSION);

  await flow.send('login', { email: 'ada@example.com', password: 'open sesame', userData: {} });
  assert.deepEqual(seen.at(-2), ['say', 'login', 'bad_credentials.own']);
  await flow.send('code', { email: 'ada@example.com', userData: {} });
  assert.deepEqual(seen.at(-2), ['turn', 'verify', { email: 'ada@example.com', sent: 'code' }]);
  await flow.send('verify', { code: '123456', password: '', userData: {} });

  assert.equal(asked[2].body.triedPassword, 'open sesame');
  assert.equal(asked[2].body.password, undefined);
});

test('whoever chooses another password beside the code has that one', async () => {
  const { flow, asked } = aFlow(new Refused('bad_credentials'), {}, SESSION);

  await flow.send('login', { email: 'ada@example.com', password: 'open says me', userData: {} });
  await flow.send('code', { email: 'ada@example.com', userData: {} });
  await flow.send('verify', { code: '123456', password: 'open sesame', userData: {} });

  assert.equal(asked[2].body.password, 'open sesame');
  assert.equal(asked[2].body.triedPassword, undefined);
});

test('a password that opened nothing goes along with no code of another address', async () => {
  const { flow, asked } = aFlow(new Refused('bad_credentials'), {}, SESSION);

  await flow.send('login', { email: 'ada@example.com', password: 'open sesame', userData: {} });
  await flow.send('code', { email: 'bob@example.com', userData: {} });
  await flow.send('verify', { code: '123456', userData: {} });

  assert.equal(asked[2].body.triedPassword, undefined);
  assert.equal(asked[2].body.password, undefined);
});

test('a shared password that is wrong is told so', async () => {
  const { flow, seen } = aFlow(new Refused('bad_credentials'));

  await flow.send('login', { password: 'open says me', userData: {} });

  assert.deepEqual(seen.at(-2), ['say', 'login', 'bad_credentials']);
});

test('a link opens', async () => {
  const { flow, asked, entered } = aFlow(SESSION);

  await flow.follow('p.r.secret');

  assert.deepEqual(asked[0].body, { eventId: 'e', linkToken: 'p.r.secret' });
  assert.equal(entered.length, 1);
});

for (const code of ['link_expired', 'bad_credentials']) {
  test(`a link that is ${code} leads to a new one`, async () => {
    const { flow, seen } = aFlow(new Refused(code));

    await flow.follow('p.r.secret');

    assert.deepEqual(seen.slice(-3, -1), [['turn', 'code'], ['say', 'code', 'link_expired']]);
  });
}

test('a wrong code is told beside the form', async () => {
  const { flow, seen, entered } = aFlow(new Refused('bad_credentials'));

  await flow.send('verify', { code: '000000', userData: {} });

  assert.deepEqual(seen.slice(-2), [['say', 'verify', 'bad_credentials'], ['busy', 'verify', false]]);
  assert.deepEqual(entered, []);
});

test('what the server finds goes to the form', async () => {
  const fields = [{ field: 'userData.name', code: 'required' }];
  const { flow, seen } = aFlow(new Refused('validation_failed', fields));

  await flow.send('register', { email: 'a@b.example', userData: {} });

  assert.deepEqual(seen.slice(-3, -1), [['refuse', 'register', fields], ['say', 'register', 'validation_failed']]);
});

test('a full event is told instead of the form', async () => {
  const { flow, seen } = aFlow(new Refused('sold_out'));

  await flow.send('register', { email: 'a@b.example', userData: {} });

  assert.deepEqual(seen.at(-2), ['turn', 'refused', { reason: 'sold_out' }]);
});

test('who has to wait is told why', async () => {
  const { flow, seen } = aFlow({ flow: { currentStep: 'wait', sessionData: { reason: 'waitingList' } } });

  await flow.send('register', { email: 'a@b.example', userData: {} });

  assert.deepEqual(seen.at(-2), ['turn', 'wait', { email: 'a@b.example', reason: 'waitingList' }]);
});

test('the same sent again is the same call, another one is not', async () => {
  const { flow, asked } = aFlow(new Refused('unreachable'), new Refused('unreachable'), new Refused('unreachable'));

  await flow.send('register', { email: 'a@b.example', userData: {} });
  await flow.send('register', { email: 'a@b.example', userData: {} });
  await flow.send('register', { email: 'c@d.example', userData: {} });

  assert.deepEqual(asked.map(({ key }) => key), ['key-1', 'key-1', 'key-2']);
});

test('what was answered is over: the same sent again is another call', async () => {
  const { flow, asked } = aFlow(SESSION, new Refused('unreachable'), SESSION);

  for (let time = 0; time < 3; time++) await flow.send('register', { email: 'a@b.example', userData: {} });

  assert.deepEqual(asked.map(({ key }) => key), ['key-1', 'key-2', 'key-2']);
});

test('a slow server is told of', async () => {
  const { flow, seen } = aFlow('slow', SESSION);

  await flow.send('login', { password: 'x', userData: {} });

  assert.equal(seen.some((one) => one.join() === 'say,login,retrying'), true);
});
