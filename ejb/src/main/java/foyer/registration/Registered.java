package foyer.registration;

/**
 * What came of registering. Which of the two it was is for the inside alone: the outside is shown the registration that was
 * submitted, either way.
 *
 * @param submitted as it was asked for; kept only if it was the first
 * @param first whether the address is registered by this one
 */
public record Registered(Registration submitted, boolean first) {}
