package foyer.media.aws;

import foyer.media.Preflight;
import foyer.shared.Unavailable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.medialive.model.MediaLiveException;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;
import software.amazon.awssdk.services.medialive.model.ValidationError;

/** What MediaLive finds wrong with the order of a channel, element by element where it says so. */
final class ChannelFindings {
    /** Stands for the input of a channel that has none yet: as MediaLive's ids, and nobody's. */
    static final String NO_INPUT = "0000000";

    private static final String ABOUT_INPUTS = "inputattachment";
    private static final int FORBIDDEN = 403;

    private ChannelFindings() {}

    static List<String> of(MediaLiveException refused) {
        var errors = errors(refused);
        return errors.isEmpty()
                ? List.of(String.valueOf(refused.getMessage()))
                : errors.stream().map(ChannelFindings::words).toList();
    }

    /** Of an order with {@link #NO_INPUT}: that this is not there is no finding, and may be all that is looked at. */
    static Preflight withoutInput(MediaLiveException refused) {
        var errors = errors(refused);
        if (errors.isEmpty()) {
            var message = String.valueOf(refused.getMessage());
            return message.contains(NO_INPUT) ? Preflight.unknown() : Preflight.found(List.of(message));
        }
        return Preflight.found(errors.stream()
                .filter(error -> !isAboutInputs(error))
                .map(ChannelFindings::words)
                .toList());
    }

    /** That this server may not make channels; empty: it is something else that is away. */
    static Optional<List<String>> forbidden(Unavailable away) {
        return away.getCause() instanceof AwsServiceException refused && refused.statusCode() == FORBIDDEN
                ? Optional.of(List.of("AWS does not let this server make channels: " + refused.getMessage()))
                : Optional.empty();
    }

    private static List<ValidationError> errors(MediaLiveException refused) {
        return refused instanceof UnprocessableEntityException unfit ? unfit.validationErrors() : List.of();
    }

    private static boolean isAboutInputs(ValidationError error) {
        return String.valueOf(error.elementPath()).toLowerCase(Locale.ROOT).contains(ABOUT_INPUTS);
    }

    private static String words(ValidationError error) {
        return error.elementPath() + ": " + error.errorMessage();
    }
}
