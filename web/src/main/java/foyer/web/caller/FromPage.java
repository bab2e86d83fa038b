package foyer.web.caller;

/**
 * A call from a page of another origin, or the question before it (a preflight, fetch.spec.whatwg.org).
 *
 * @param origin of the page
 * @param path below the API, as {@code events/x}
 * @param method of the call itself, not of its preflight
 */
record FromPage(String origin, String path, String method, boolean preflight) {}
