package foyer.access;

import foyer.registration.Proof;

/**
 * A proof as it goes into a letter, before anybody has hashed it.
 *
 * @param code six digits
 * @param linkToken the token of the link beside it
 * @param kept what is stored of it
 */
record FreshProof(String code, String linkToken, Proof kept) {
    /** Without what opens the player: this may end up in a log. */
    @Override
    public String toString() {
        return "FreshProof[" + kept.until() + "]";
    }
}
