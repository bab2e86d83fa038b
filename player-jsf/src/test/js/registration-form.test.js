import assert from 'node:assert/strict';
import test from 'node:test';
import { RegistrationForm } from '../../main/js/registration-form.js';
import { Words } from '../../main/js/words.js';

const WORDS = new Words({
  'finding.required': 'needed',
  'finding.required.tick': 'tick it',
  'finding.too_long': 'long',
  'finding.invalid.email': 'no address',
  'finding.other': 'check',
  'finding.out_of_range': 'out',
  'finding.out_of_range.between': 'from {0} to {1}',
  'finding.out_of_range.min.number': 'at least {0}',
  'finding.out_of_range.max.number': 'at most {0}',
  'finding.out_of_range.max.date': 'by {0}',
}, {});

function field(name, control = 'text', more = {}) {
  return { name, control, required: false, answers: [], flaw: '', ...more };
}

function aForm(...fields) {
  const asked = {};
  const told = [];
  const view = {
    fields: () => fields,
    ask: (name, shown) => (asked[name] = shown),
    tell: (findings) => told.push(findings),
  };
  return { form: new RegistrationForm(view, WORDS), asked, told };
}

test('answers take the shape of the API', () => {
  const { form } = aForm(
    field('email', 'email', { answers: ['ada@example.com'] }),
    field('userData.name', 'text', { answers: ['Ada'] }),
    field('userData.seats', 'number', { answers: ['2.5'] }),
    field('userData.topics', 'choices', { answers: ['rooms', 'cables'] }),
    field('userData.vegan', 'tick', { answers: ['true'] }),
    field('userData.terms', 'tick', { answers: ['4f1c'] }),
    field('userData.news', 'tick'),
    field('userData.remarks', 'textarea', { answers: ['  '] }),
  );

  assert.deepEqual(form.answers(), {
    email: 'ada@example.com',
    userData: { name: 'Ada', seats: 2.5, topics: ['rooms', 'cables'], vegan: true, terms: { agreed: true, version: '4f1c' } },
  });
});

test('a code may be written with blanks', () => {
  assert.equal(aForm(field('code', 'code', { answers: ['123 456'] })).form.answers().code, '123456');
});

test('a number that is none goes on as it is', () => {
  assert.equal(aForm(field('userData.n', 'number', { answers: ['two'] })).form.answers().userData.n, 'two');
});

test('what another answer leaves out is neither asked, checked nor sent', () => {
  const role = field('userData.role', 'select', { answers: ['Musician'] });
  const other = field('userData.other', 'text', { required: true, when: 'userData.role', equals: 'Other', answers: ['left over'] });
  const more = field('userData.more', 'text', { required: true, when: 'userData.other', equals: 'left over' });
  const { form, asked, told } = aForm(role, other, more);

  form.settle();
  assert.deepEqual(asked, { 'userData.role': true, 'userData.other': false, 'userData.more': false });
  assert.equal(form.check(), true);
  assert.deepEqual(form.answers().userData, { role: 'Musician' });

  role.answers = ['Other'];
  form.settle();
  assert.deepEqual(asked, { 'userData.role': true, 'userData.other': true, 'userData.more': true });
  assert.equal(form.check(), false);
  assert.deepEqual(told.at(-1), { 'userData.more': 'needed' });
});

test('a tick and a choice of several decide too', () => {
  const tick = field('userData.vegan', 'tick', { answers: [] });
  const topics = field('userData.topics', 'choices', { answers: ['a', 'b'] });
  const { form, asked } = aForm(
    tick,
    topics,
    field('userData.whenVegan', 'text', { when: 'userData.vegan', equals: 'true' }),
    field('userData.whenNot', 'text', { when: 'userData.vegan', equals: 'false' }),
    field('userData.whenB', 'text', { when: 'userData.topics', equals: 'b' }),
  );

  form.settle();

  assert.deepEqual([asked['userData.whenVegan'], asked['userData.whenNot'], asked['userData.whenB']], [false, true, true]);
});

test('what is missing is told beside it before anything is sent', () => {
  const { form, told } = aForm(
    field('email', 'email', { required: true, answers: ['ada'], flaw: 'invalid' }),
    field('userData.name', 'text', { required: true }),
    field('userData.terms', 'tick', { required: true }),
  );

  assert.equal(form.check(), false);
  assert.deepEqual(told.at(-1), { email: 'no address', 'userData.name': 'needed', 'userData.terms': 'tick it' });
});

test('what the server finds is told beside the answer, and only the first of it', () => {
  const { form, told } = aForm(field('email', 'email'), field('userData.name'), field('userData.topics', 'choices'));

  form.refuse([
    { field: 'email', code: 'invalid' },
    { field: 'userData.name', code: 'too_long' },
    { field: 'userData.name', code: 'invalid_characters' },
    { field: 'userData.topics[1]', code: 'unknown_value' },
    { field: 'nobody', code: 'unknown' },
  ]);

  assert.deepEqual(told.at(-1), { email: 'no address', 'userData.name': 'long', 'userData.topics': 'check' });
});

test('what is out of range is told with the range, as its readers write it', () => {
  const number = field('userData.n', 'number', { answers: ['9'], flaw: 'out_of_range', bounds: { min: '0', max: '1500' } });
  const least = field('userData.m', 'number', { answers: ['9'], flaw: 'out_of_range', bounds: { min: '18', max: '' } });
  const date = field('userData.d', 'date', { answers: ['2020-01-01'], flaw: 'out_of_range', bounds: { min: '', max: '2015-12-31' } });
  const open = field('userData.o', 'number', { answers: ['9'], flaw: 'out_of_range', bounds: { min: '', max: '' } });
  const { form, told } = aForm(number, least, date, open);

  form.check();

  assert.deepEqual(told.at(-1), { 'userData.n': 'from 0 to 1,500', 'userData.m': 'at least 18', 'userData.d': 'by December 31, 2015', 'userData.o': 'out' });
});

test('beyond what every number may be that is told as the range, beside what its question says', () => {
  const flaw = 'out_of_range';
  const more = field('userData.n', 'number', { answers: ['9007199254740992'], flaw, bounds: { min: '', max: '' } });
  const least = field('userData.m', 'number', { answers: ['1e17'], flaw, bounds: { min: '18', max: '' } });
  const most = field('userData.o', 'number', { answers: ['-1e17'], flaw, bounds: { min: '', max: '5' } });
  const below = field('userData.b', 'number', { answers: ['-1e17'], flaw, bounds: { min: '18', max: '' } });
  const { form, told } = aForm(more, least, most, below);

  form.check();

  assert.deepEqual(told.at(-1), {
    'userData.n': 'at most 9,007,199,254,740,991',
    'userData.m': 'from 18 to 9,007,199,254,740,991',
    'userData.o': 'from -9,007,199,254,740,991 to 5',
    'userData.b': 'at least 18',
  });
});

test('all that the rules find is told at once, beside what is missing', () => {
  const { form, told } = aForm(field('email', 'email', { answers: ['ada'] }), field('userData.name', 'text', { required: true }));
  form.rules = ({ control }) => (control === 'email' ? 'invalid' : '');

  assert.equal(form.check(), false);

  assert.deepEqual(told.at(-1), { email: 'no address', 'userData.name': 'needed' });
});

test('what is said beside an answer goes once it is right, and nothing is said of the others meanwhile', () => {
  const name = field('userData.name', 'text', { required: true });
  const email = field('email', 'email', { required: true, flaw: 'invalid', answers: ['ada'] });
  const phone = field('userData.phone', 'tel', { flaw: '' });
  const { form, told } = aForm(name, email, phone);
  form.check();

  phone.flaw = 'invalid';
  form.mend('userData.phone');
  form.mend(undefined);
  assert.equal(told.length, 1);
  email.answers = ['ada@e'];
  form.mend('email');
  assert.deepEqual(told.at(-1), { email: 'no address', 'userData.name': 'needed' });
  email.flaw = '';
  form.mend('email');

  assert.deepEqual(told.at(-1), { 'userData.name': 'needed' });
});

test('what the server found goes as soon as the answer changes', () => {
  const { form, told } = aForm(field('email', 'email', { answers: ['ada@example.com'] }));
  form.refuse([{ field: 'email', code: 'too_long' }]);

  form.mend('email');

  assert.deepEqual(told.at(-1), {});
});
