package foyer.operator;

import foyer.shared.Fields;

/** What an operator may do; the use cases say which of them each call needs. */
public enum Role {
    /** All there is. */
    ADMIN,
    /** Events, registrations, refunds and media. */
    ORGANIZER,
    /** Reads figures, no addresses. */
    ANALYST;

    /** As tokens, annotations and the API write it. */
    public String wireName() {
        return Fields.wireName(this);
    }
}
