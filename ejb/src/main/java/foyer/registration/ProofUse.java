package foyer.registration;

import java.time.Instant;

/**
 * By which call a code or a link was used up. Whoever makes that call again, since nobody knows how it ended, is let in by
 * what they show; everybody else is not.
 *
 * @param call a name that nobody can guess
 * @param until in whole milliseconds; from then on it lets nobody in
 */
public record ProofUse(String call, Instant until) {}
