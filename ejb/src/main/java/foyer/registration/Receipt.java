package foyer.registration;

/**
 * What somebody gets who registers an address that is registered already: it looks like a registration, and is none.
 *
 * @param id what the answer says
 * @param owner whom the address belongs to; told by letter only
 * @param credentials prove the address for the owner as long as they live
 */
public record Receipt(RegistrationId id, RegistrationId owner, Credentials credentials) {}
