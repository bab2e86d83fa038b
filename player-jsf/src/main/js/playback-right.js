const CARRYING = /^(https?:\/\/[^/]+)\/t\/([^/]+)(\/.*)$/;

/**
 * The right to fetch the picture, which its addresses carry (`/t/{token}/…`) and which is renewed while somebody watches. Playlists are
 * known by their plain addresses; whatever is fetched is fetched by the newest token.
 */
export class PlaybackRight {
  #origin = '';
  #token = '';
  /** What was told without a right, and so needs none. */
  #free = '';

  /**
   * @param {string | null} url that may carry a right
   * @returns {string | null} the same without it
   */
  take(url) {
    const [, origin, token, path] = CARRYING.exec(url ?? '') ?? [];
    if (!token) {
      this.#free = url ?? this.#free;
      return url;
    }
    // Answers may overtake each other.
    if (origin !== this.#origin || until(token) >= until(this.#token)) [this.#origin, this.#token] = [origin, token];
    return origin + path;
  }

  /** @param {string} url as a playlist says, or as it was found by an older right */
  address(url) {
    const plain = url.replace(CARRYING, '$1$3');
    return this.carries(plain) ? `${this.#origin}/t/${this.#token}${plain.slice(this.#origin.length)}` : url;
  }

  /** @param {string | null} url a plain one */
  carries(url) {
    return this.#token !== '' && (url ?? '').startsWith(`${this.#origin}/`);
  }

  /**
   * @param {string} url a plain one
   * @param {number} now epoch milliseconds
   * @returns {boolean} whether it plays nothing unless another right is asked for: there is none, or none that is good now
   */
  lacks(url, now) {
    return url !== this.#free && !(this.carries(url) && now >= begin(this.#token) && now < until(this.#token));
  }

  /**
   * @param {number} now epoch milliseconds
   * @returns {string | undefined} what is to be renewed, once half of its time is over
   */
  toRenewAt(now) {
    return this.#token !== '' && 2 * now > begin(this.#token) + until(this.#token) ? this.#token : undefined;
  }
}

/** `1.key.notBefore.until.…`, in epoch seconds */
function begin(token) {
  return 1000 * Number(token.split('.')[2]);
}

function until(token) {
  return 1000 * Number(token.split('.')[3] ?? 0);
}
