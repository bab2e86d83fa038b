package foyer.media.aws;

import foyer.media.Preflight;
import foyer.shared.Unavailable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.medialive.model.MediaLiveException;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;
import software.amazon.awssdk.services.medialive.model.ValidationError;

/** What MediaLive finds wrong with the order of a channel, element by element where it says so. */
final class ChannelFindings {
    /** Stands for the input of a channel that has none yet: as MediaLive's ids, and nobody's. */
    static final String NO_INPUT = "0000000";

    private static final Pattern ABOUT_NO_INPUT = Pattern.compile("\\b" + NO_INPUT + "\\b");
    private static final String ABOUT_INPUTS = "inputattachment";

    private ChannelFindings() {}

    static List<String> of(MediaLiveException refused) {
        var errors = errors(refused);
        return errors.isEmpty()
                ? List.of(AwsWords.shown(String.valueOf(refused.getMessage())))
                : errors.stream().map(ChannelFindings::words).toList();
    }

    /** Of an order with {@link #NO_INPUT}: that this is not there is no finding, and may be all that is looked at. */
    static Preflight withoutInput(MediaLiveException refused) {
        var errors = errors(refused);
        var isAboutInputAlone = errors.isEmpty()
                ? ABOUT_NO_INPUT.matcher(String.valueOf(refused.getMessage())).find()
                : errors.stream().allMatch(ChannelFindings::isAboutInputs);
        if (isAboutInputAlone) {
            return Preflight.unknown();
        }
        return errors.isEmpty()
                ? Preflight.found(of(refused))
                : Preflight.found(errors.stream()
                        .filter(error -> !isAboutInputs(error))
                        .map(ChannelFindings::words)
                        .toList());
    }

    /** That this server may not make channels; empty: it is something else that is away. */
    static Optional<List<String>> forbidden(Unavailable away) {
        return Optional.of(away).filter(AwsCalls::isForbidden).map(forbidden -> {
            var action = AwsWords.action(String.valueOf(forbidden.getCause()));
            return List.of("AWS does not let this server make channels"
                    + action.map(name -> ": it may not do " + name).orElse("") + ".");
        });
    }

    private static List<ValidationError> errors(MediaLiveException refused) {
        return refused instanceof UnprocessableEntityException unfit ? unfit.validationErrors() : List.of();
    }

    private static boolean isAboutInputs(ValidationError error) {
        return String.valueOf(error.elementPath()).toLowerCase(Locale.ROOT).contains(ABOUT_INPUTS);
    }

    private static String words(ValidationError error) {
        return AwsWords.shown(error.elementPath() + ": " + error.errorMessage());
    }
}
