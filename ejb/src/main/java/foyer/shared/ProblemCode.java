package foyer.shared;

import java.util.Locale;

/** Every refusal a caller can meet, by the stable code the API shows. */
public enum ProblemCode {
    MALFORMED_JSON,
    VALIDATION_FAILED,
    BAD_SIGNATURE,
    UNAUTHENTICATED,
    BAD_CREDENTIALS,
    TOKEN_EXPIRED,
    FORBIDDEN,
    ORIGIN_NOT_ALLOWED,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    SOLD_OUT,
    REGISTRATION_CLOSED,
    WRONG_STATE,
    SEATS_SOLD,
    REQUEST_IN_FLIGHT,
    REPLACED_BY_NEWER_SCREEN,
    ALREADY_PAID,
    LINK_EXPIRED,
    VERSION_CONFLICT,
    TOO_LARGE,
    URI_TOO_LONG,
    UNSUPPORTED_MEDIA_TYPE,
    IDEMPOTENCY_KEY_REUSED,
    PRECONDITION_REQUIRED,
    TOO_MANY_REQUESTS,
    NOT_IMPLEMENTED,
    UNAVAILABLE,
    INTERNAL;

    /** As the API writes it: {@code not_found}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
