package foyer.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a page has to allow the frame that the player is in, by the attribute {@code allow}. */
public enum FrameFeature {
    AUTOPLAY,
    FULLSCREEN,
    PICTURE_IN_PICTURE;

    /** As it is written in the attribute (W3C Permissions Policy). */
    public String policyName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for what is none that the player needs. */
    public static Optional<FrameFeature> of(String policyName) {
        return Arrays.stream(values())
                .filter(feature -> feature.policyName().equals(policyName))
                .findFirst();
    }
}
