/** A step of the clock of a video that is longer than this was a jump. */
const A_JUMP = 2;

/** So many are kept for a server that does not answer. */
const MOST = 200;

/** Which stretches of a video were seen, in its own seconds. */
export class Played {
  /** @type {[number, number][]} */
  #stretches = [];
  #going = false;

  /** @param {number} position where the picture is while it moves */
  at(position) {
    const last = this.#stretches.at(-1);
    const step = position - (last?.[1] ?? position);
    if (this.#going && last && step >= 0 && step < A_JUMP) last[1] = position;
    else this.#stretches.push([position, position]);
    this.#going = true;
  }

  /** The picture stands, or jumps. */
  pause() {
    this.#going = false;
  }

  /** @returns {[number, number][]} what is to be told, oldest first; it is not told again */
  take() {
    const last = this.#stretches.at(-1);
    const taken = /** @type {[number, number][]} */ (this.#stretches.map(([from, to]) => [rounded(from), rounded(to)]));
    this.#stretches = this.#going && last ? [[last[1], last[1]]] : [];
    return taken.filter(([from, to]) => to > from);
  }

  /** @param {[number, number][]} taken what did not arrive and is to be told after all */
  giveBack(taken) {
    this.#stretches = [...taken, ...this.#stretches].slice(-MOST);
  }
}

function rounded(seconds) {
  return Math.round(seconds * 1000) / 1000;
}
