package foyer.player.entry;

import foyer.form.FieldType;
import java.util.Locale;

/** How an answer is given. */
public enum Control {
    TEXT,
    TEXTAREA,
    EMAIL,
    TEL,
    NUMBER,
    DATE,
    SELECT,
    /** Written, or chosen where a script can make a list of it. */
    COUNTRY,
    /** Several of the options. */
    CHOICES,
    /** Yes or no. */
    TICK,
    PASSWORD,
    /** Six digits. */
    CODE,
    /** By which somebody pays less. */
    VOUCHER;

    static Control of(FieldType type) {
        return switch (type) {
            case TEXT -> TEXT;
            case TEXTAREA -> TEXTAREA;
            case EMAIL -> EMAIL;
            case PHONE -> TEL;
            case NUMBER -> NUMBER;
            case DATE -> DATE;
            case SELECT -> SELECT;
            case COUNTRY -> COUNTRY;
            case MULTISELECT -> CHOICES;
            case CHECKBOX, CONSENT -> TICK;
        };
    }

    /** As the modules call it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the attribute {@code type} of an input takes. */
    String inputType() {
        return this == CODE || this == COUNTRY || this == VOUCHER ? "text" : key();
    }
}
