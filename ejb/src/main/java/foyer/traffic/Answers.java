package foyer.traffic;

import java.time.Instant;

/** All calls that came with an idempotency key, and what they were answered, wherever this is kept. */
public interface Answers {
    /**
     * Keeps the claim if there is none under its id, or only one whose time is over.
     *
     * @return what is kept under this id from now on: the claim itself, or the one that was there before
     */
    KeptRequest claim(KeptRequest wanted, Instant now);

    /** Puts a claim in the place of exactly this one; false when somebody else did, or it is there no more. */
    boolean replace(KeptRequest before, KeptRequest after);

    /** Takes a claim back as if it had never been; nothing when somebody else has taken it over. */
    void release(KeptRequest claim);
}
