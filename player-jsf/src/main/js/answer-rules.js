/** Those of the server; `answers.json` among the tests holds both to the same cases. */
const USUAL_LINE = 500;
const USUAL_PROSE = 5000;
const PHONE = /^\+?[0-9 ()./-]{2,40}$/;
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?)+$/u;

/**
 * What the server will find wrong with an answer, said before it is sent. It never finds more than the server does, and leaves to
 * it what it cannot tell for sure.
 *
 * @param {Pick<import('./registration-form.js').Field, 'control' | 'answers' | 'bounds'>} field
 * @returns {string} the first finding's code, empty for none
 */
export function findingOf({ control, answers: [text = ''], bounds = {} }) {
  if (!text.trim()) return '';
  switch (control) {
    case 'text':
      return written(text, bounds, USUAL_LINE);
    case 'textarea':
      return written(text, bounds, USUAL_PROSE);
    case 'email':
      return written(text, bounds, USUAL_LINE) || (isAddress(text.trim()) ? '' : 'invalid');
    case 'tel':
      return written(text, bounds, USUAL_LINE) || (PHONE.test(text) && text.replace(/\D/g, '').length >= 3 ? '' : 'invalid');
    case 'number':
      return numeric(text, bounds);
    case 'date':
      return dated(text, bounds);
    default:
      return '';
  }
}

function written(text, { pattern, most = 0 }, usual) {
  if ([...text].length > (most || usual)) return 'too_long';
  return pattern && text.length < 100 && readable(pattern)?.test(text) === false ? 'pattern' : '';
}

/**
 * The server reads patterns as RE2, in linear time; a browser that tries group by group may take hours for what repeats one. Those
 * are left to the server, as are all that mean nothing in a browser, or something else.
 */
function readable(pattern) {
  if (/\)[*+{]|\\s/i.test(pattern.replace(/\\[^s]/gi, ''))) return null;
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return null;
  }
}

function isAddress(text) {
  const at = text.lastIndexOf('@');
  if (text.length > 254 || at < 1 || at > 64 || text.includes('=?')) return false;
  return LOCAL.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1));
}

function numeric(text, { min, max }) {
  const number = Number(text);
  if (!Number.isFinite(number)) return 'wrong_type';
  const beyond = (min && number < Number(min)) || (max && number > Number(max));
  return beyond || Math.abs(number) > Number.MAX_SAFE_INTEGER ? 'out_of_range' : '';
}

/** Dates are compared as they are written: by year, month and day. */
function dated(text, { min, max }) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (!year || date.getUTCDate() !== Number(day) || date.getUTCMonth() + 1 !== Number(month)) return 'invalid';
  return (min && text < min) || (max && text > max) ? 'out_of_range' : '';
}
