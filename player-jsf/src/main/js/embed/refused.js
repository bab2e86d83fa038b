/** Why something was not done, by the names that partners' pages know. */
export class Refused extends Error {
  /**
   * @param {string} name such as `RangeError`
   * @param {string} message
   */
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

/** Fails with a `TypeError` unless it is a number, with a `RangeError` unless it lies between the two. */
export function numberWithin(value, least, most, what) {
  if (typeof value !== 'number' || Number.isNaN(value)) throw new Refused('TypeError', `${what} must be a number.`);
  if (value < least || value > most) throw new Refused('RangeError', `${what} must be from ${least} to ${most}.`);
  return value;
}

/** Fails with a `TypeError` unless it is true or false. */
export function truth(value, what) {
  if (typeof value !== 'boolean') throw new Refused('TypeError', `${what} must be true or false.`);
  return value;
}

export function unsupported(what) {
  return () => {
    throw new Refused('UnsupportedError', `This player has no ${what}.`);
  };
}
