package foyer.shared;

/**
 * One thing wrong with one field of a submission.
 *
 * @param field dotted path, as {@code paymentConfig.price} or {@code registrationConfig.fields[2].name}
 * @param code stable, in snake case: {@code required}, {@code wrong_type}, {@code unknown}, {@code too_long} …
 * @param message a sentence that says what would be right
 */
public record Finding(String field, String code, String message) {}
