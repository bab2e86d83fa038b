/** So many are told; whoever jumps about more often has seen the shortest ones hardly at all. */
const MOST = 200;

/** Which stretches of something were seen, each once, however often it was. */
export class Stretches {
  /** @type {[number, number][]} */
  #past = [];
  /** @type {[number, number] | null} */
  #now = null;

  /**
   * @param {number} position in seconds
   * @param {boolean} going whether the picture moved on to there
   */
  at(position, going) {
    if (going && this.#now && position >= this.#now[1]) {
      this.#now[1] = position;
      return;
    }
    this.rest();
    this.#now = [position, position];
  }

  /** What comes next begins somewhere else. */
  rest() {
    if (this.#now) this.#past = union([...this.#past, this.#now]);
    this.#now = null;
  }

  /** @returns {[number, number][]} in order, none of them touching another */
  told() {
    const all = union(this.#now ? [...this.#past, this.#now] : this.#past);
    return all.map(([from, to]) => [rounded(from), rounded(to)]);
  }
}

function union(stretches) {
  /** @type {[number, number][]} */
  const joined = [];
  for (const [from, to] of stretches.filter(([from, to]) => to > from).sort(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  while (joined.length > MOST) joined.splice(joined.indexOf(joined.reduce(shorter)), 1);
  return joined;
}

function shorter(one, other) {
  return other[1] - other[0] < one[1] - one[0] ? other : one;
}

function rounded(seconds) {
  return Math.round(seconds * 1000) / 1000;
}
