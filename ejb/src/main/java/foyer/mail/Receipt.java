package foyer.mail;

/** What a post office says to a letter that was handed in. */
public sealed interface Receipt {
    /** It is theirs now. */
    record Taken() implements Receipt {}

    /** They will never take it, so nobody should try again before something is changed. */
    record Refused(String reason) implements Receipt {}

    /** They took nothing and want this letter later, for a reason of its recipient's: they take others meanwhile. */
    record Later(String reason) implements Receipt {}
}
