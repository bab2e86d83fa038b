package foyer.player.entry;

import foyer.form.FieldType;
import java.util.Locale;
import java.util.Map;

/** What browsers call a question, so that they can fill it in (WCAG 2.2, 1.3.5), told from its name. */
final class Autocomplete {
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("fullname", "name"),
            Map.entry("firstname", "given-name"),
            Map.entry("givenname", "given-name"),
            Map.entry("lastname", "family-name"),
            Map.entry("familyname", "family-name"),
            Map.entry("surname", "family-name"),
            Map.entry("company", "organization"),
            Map.entry("organisation", "organization"),
            Map.entry("organization", "organization"),
            Map.entry("jobtitle", "organization-title"),
            Map.entry("street", "address-line1"),
            Map.entry("address", "street-address"),
            Map.entry("city", "address-level2"),
            Map.entry("postcode", "postal-code"),
            Map.entry("postalcode", "postal-code"),
            Map.entry("zip", "postal-code"),
            Map.entry("birthday", "bday"));

    private Autocomplete() {}

    static String of(String name, FieldType type) {
        return switch (type) {
            case EMAIL -> "email";
            case PHONE -> "tel";
            case COUNTRY -> "country-name";
            case TEXT, TEXTAREA, DATE ->
                BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT).replace("_", ""), "off");
            case NUMBER, SELECT, MULTISELECT, CHECKBOX, CONSENT -> "off";
        };
    }
}
