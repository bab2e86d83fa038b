package foyer.player.entry;

import foyer.form.Customization;
import java.util.Optional;

/** How an organiser wants the form to look and speak. */
public record Look(Customization customization) {

    public Optional<String> logo() {
        return Optional.ofNullable(customization.logoUrl());
    }

    /** Plain text, empty when there is none. */
    public String intro() {
        return customization.intro() == null ? "" : customization.intro();
    }

    public Optional<String> submitLabel() {
        return Optional.ofNullable(customization.submitLabel());
    }

    /** Plain text, empty when there is none. */
    public String thanks() {
        return customization.thankYou() == null ? "" : customization.thankYou();
    }

    /** The organiser's colour with one that can be read on it, as CSS. */
    public Optional<String> style() {
        return Optional.ofNullable(customization.primaryColor())
                .map(BrandColor::of)
                .map(color -> ":root{--brand:" + color.css() + ";--ink:" + color.ink() + "}");
    }
}
