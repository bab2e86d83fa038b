package foyer.form;

/** What kind of answer a field of the form takes. */
public enum FieldType {
    TEXT,
    TEXTAREA,
    EMAIL,
    PHONE,
    NUMBER,
    DATE,
    SELECT,
    MULTISELECT,
    CHECKBOX,
    COUNTRY,
    CONSENT;

    /** Whether the answer is one, or some, of the field's options. */
    public boolean choosing() {
        return this == SELECT || this == MULTISELECT;
    }

    /** Whether the answer is yes or no. */
    public boolean ticking() {
        return this == CHECKBOX || this == CONSENT;
    }

    /** Whether the answer is written freely. */
    public boolean writing() {
        return this == TEXT || this == TEXTAREA || this == EMAIL || this == PHONE;
    }

    /** What a field given as a plain name is: {@code "email"} takes an address, an unknown word a text. */
    static FieldType usualFor(String name) {
        return switch (name) {
            case "email" -> EMAIL;
            case "phone" -> PHONE;
            case "country" -> COUNTRY;
            default -> TEXT;
        };
    }
}
