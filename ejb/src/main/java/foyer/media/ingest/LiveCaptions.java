package foyer.media.ingest;

import foyer.media.captions.CaptionTrack;
import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.ValidationFailed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * Captions that an encoder puts into the picture itself, as CEA-608 has it, also inside of CEA-708, and that viewers may choose while it is
 * live.
 *
 * @param channel in which of the four they lie (CC1 to CC4)
 * @see <a href="https://docs.aws.amazon.com/medialive/latest/ug/captions.html">Captions in MediaLive</a>
 */
public record LiveCaptions(int channel, CaptionTrack track) {
    private static final int CHANNELS = 4;
    private static final String UNKNOWN = "This is the code of no language.";

    /**
     * Those without a mistake; what is one, the fields note.
     *
     * @param taken whether the origin reads captions at all
     */
    static List<LiveCaptions> read(Fields ingest, boolean taken) {
        var items = ingest.items("captions");
        if (!items.isEmpty() && !taken) {
            ingest.refuse(
                    "captions",
                    "not_supported",
                    "Nobody here reads captions out of a live picture: channels on one machine do not. Send them as a file for the recording.");
        }
        if (items.size() > CHANNELS) {
            ingest.refuse("captions", "out_of_range", "There are four channels at most.");
        }
        var read = new ArrayList<LiveCaptions>();
        for (var index = 0; index < Math.min(items.size(), CHANNELS); index++) {
            var name = "captions[" + index + "]";
            ingest.group(name, items.get(index)).flatMap(LiveCaptions::read).ifPresent(read::add);
        }
        refuseTwins(ingest, read);
        // In one order, whatever they came in: the same ones are the same channel.
        read.sort(Comparator.comparing(LiveCaptions::channel));
        return List.copyOf(read);
    }

    private static Optional<LiveCaptions> read(Fields submitted) {
        submitted.require("channel");
        submitted.require("language");
        var channel = submitted.wholeNumber("channel", 1, CHANNELS);
        var language = submitted.text("language");
        var label = submitted.text("label");
        submitted.refuseUnknown();
        var track = language.flatMap(named -> track(submitted, named, label));
        return channel.flatMap(at -> track.map(named -> new LiveCaptions(Math.toIntExact(at), named)));
    }

    private static Optional<CaptionTrack> track(Fields submitted, String language, Optional<String> label) {
        try {
            var track = CaptionTrack.named(language, label);
            // Three letters are taken for a code as they are; only a language has a name.
            if (threeLetters(track).equalsIgnoreCase(locale(track).getDisplayLanguage(Locale.ENGLISH))) {
                submitted.refuse("language", "invalid", UNKNOWN);
                return Optional.empty();
            }
            return Optional.of(track);
        } catch (ValidationFailed wrong) {
            for (Finding finding : wrong.findings()) {
                submitted.refuse(finding.field(), finding.code(), finding.message());
            }
        } catch (MissingResourceException unknown) {
            submitted.refuse("language", "invalid", UNKNOWN);
        }
        return Optional.empty();
    }

    // Viewers choose by the label.
    private static void refuseTwins(Fields ingest, List<LiveCaptions> read) {
        var channels = new HashSet<Integer>();
        var labels = new HashSet<String>();
        for (var each : read) {
            if (!channels.add(each.channel)) {
                ingest.refuse("captions", "taken", "Two captions lie in channel " + each.channel + ".");
            }
            if (!labels.add(each.track.label())) {
                ingest.refuse("captions", "taken", "Two captions are called " + each.track.label() + ".");
            }
        }
    }

    /** The language by ISO 639-2, as encoders name it. */
    public String code() {
        return threeLetters(track);
    }

    private static String threeLetters(CaptionTrack track) {
        return locale(track).getISO3Language();
    }

    private static Locale locale(CaptionTrack track) {
        return Locale.forLanguageTag(track.language());
    }

    /** By the API's names; {@link #of} reads it again. */
    public Map<String, Object> tree() {
        return Map.of("channel", (long) channel, "language", track.language(), "label", track.label());
    }

    /** Some that were taken before, whatever is taken now. Fails with a runtime exception where they are none. */
    public static List<LiveCaptions> of(Map<String, ?> tree) {
        var kept = Fields.of(tree);
        return kept.items("captions").stream()
                .flatMap(each -> kept.group("captions", each).stream())
                .map(LiveCaptions::kept)
                .toList();
    }

    private static LiveCaptions kept(Fields tree) {
        var track = new CaptionTrack(
                tree.text("language").orElseThrow(), tree.text("label").orElseThrow());
        return new LiveCaptions(Math.toIntExact(tree.wholeNumber("channel").orElseThrow()), track);
    }
}
