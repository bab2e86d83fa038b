package foyer.media.aws;

import foyer.media.MediaPlatform;
import foyer.media.PlatformSettings;
import foyer.media.rendition.Rendition;
import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How live channels are made on AWS. Without the first three there are none; with some of them the start is refused.
 *
 * @param group {@code foyer.media.aws.channel-group}: the name of MediaPackage's group, and this deployment's own: by it those of
 *     others in the same account are told apart
 * @param role {@code foyer.media.aws.live-role}: the ARN of the role that MediaLive takes on to send to MediaPackage
 * @param distribution {@code foyer.media.aws.distribution}: the ARN of CloudFront's, which alone may fetch from MediaPackage
 * @param from {@code foyer.media.aws.live-from}: networks that encoders may send from
 * @param pipelines {@code foyer.media.aws.live-pipelines}: 1, or 2 that take over from each other and cost twice as much
 * @param rungs {@code foyer.media.aws.live-rungs}: how many of the ladder's, from the smallest up
 * @param frameRate {@code foyer.media.aws.live-frame-rate}: pictures a second
 * @param window {@code foyer.live.dvr}: how far back whoever watches can go
 */
record AwsLiveSettings(
        String group,
        String role,
        String distribution,
        List<String> from,
        int pipelines,
        int rungs,
        int frameRate,
        Duration window)
        implements FeatureSettings {
    private static final String GROUP = "foyer.media.aws.channel-group";
    private static final String ROLE = "foyer.media.aws.live-role";
    private static final String DISTRIBUTION = "foyer.media.aws.distribution";
    private static final String FROM = "foyer.media.aws.live-from";
    private static final String EVERYWHERE = "0.0.0.0/0";
    private static final int ALL_RUNGS = 5;
    private static final int FULL_WIDTH = 1920;
    private static final int FULL_HEIGHT = 1080;
    private static final Pattern A_GROUP = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern A_ROLE = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,512}");
    private static final Pattern A_DISTRIBUTION =
            Pattern.compile("arn:aws[a-z-]*:cloudfront::[0-9]{12}:distribution/[A-Z0-9]{5,32}");
    private static final Pattern A_NETWORK =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}/(?:[0-9]|[12][0-9]|3[0-2])");

    static AwsLiveSettings read(Settings settings) {
        var from = settings.list(FROM);
        var read = new AwsLiveSettings(
                settings.text(GROUP, ""),
                settings.text(ROLE, ""),
                settings.text(DISTRIBUTION, ""),
                from.isEmpty() ? List.of(EVERYWHERE) : from,
                settings.number("foyer.media.aws.live-pipelines", 1, 1, 2),
                settings.number("foyer.media.aws.live-rungs", ALL_RUNGS, 1, ALL_RUNGS),
                settings.number("foyer.media.aws.live-frame-rate", 30, 10, 60),
                settings.duration("foyer.live.dvr", Duration.ofHours(2), Duration.ofSeconds(30), Duration.ofHours(24)));
        if (PlatformSettings.chosen(settings) == MediaPlatform.AWS) {
            read.refuseWhatIsWrong(settings);
        }
        settings.refuseWrongOnes();
        return read;
    }

    /** In words for the operator; empty: nothing. */
    Optional<String> lacking() {
        return group.isEmpty()
                ? Optional.of(
                        "Live channels on AWS need the settings " + GROUP + ", " + ROLE + " and " + DISTRIBUTION + ".")
                : Optional.empty();
    }

    /** The sizes that are made, the largest first. The source is not known beforehand, so none is left out for it. */
    List<Rendition> ladder() {
        var all = Rendition.ladder(FULL_WIDTH, FULL_HEIGHT);
        return Rendition.without(all.size() - rungs, all);
    }

    private void refuseWhatIsWrong(Settings settings) {
        if (!group.isEmpty() || !role.isEmpty() || !distribution.isEmpty()) {
            refuse(settings, GROUP, A_GROUP, group, "is not a name of letters, digits, _ and -.");
            refuse(settings, ROLE, A_ROLE, role, "is not the ARN of a role (arn:aws:iam::…:role/…).");
            refuse(
                    settings,
                    DISTRIBUTION,
                    A_DISTRIBUTION,
                    distribution,
                    "is not the ARN of a distribution of CloudFront's.");
        }
        from.stream()
                .filter(network -> !A_NETWORK.matcher(network).matches())
                .forEach(other -> settings.wrong(FROM, "is not a list of networks like 203.0.113.0/24."));
    }

    private static void refuse(Settings settings, String name, Pattern form, String text, String predicate) {
        if (text.isEmpty()) {
            settings.wrong(name, "is missing, which live channels on AWS need.");
        } else if (!form.matcher(text).matches()) {
            settings.wrong(name, predicate);
        }
    }
}
