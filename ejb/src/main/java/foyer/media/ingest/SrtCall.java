package foyer.media.ingest;

import foyer.shared.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an origin gets a picture by SRT: the encoder listens, and the origin calls it.
 *
 * @param listeners one for each pipeline of the channel
 * @param latency within which packets that got lost are sent again, in milliseconds: the longer of both sides' counts
 * @param passphrase null: what is sent is not encrypted
 * @see <a href="https://docs.aws.amazon.com/medialive/latest/ug/input-caller-srt.html">MediaLive's SRT caller inputs</a>
 */
public record SrtCall(
        List<SrtListener> listeners, int latency, @Nullable SrtPassphrase passphrase) {
    // MediaLive's bounds for its SRT listeners; for its callers its pages name none.
    private static final int LEAST_LATENCY = 120;
    private static final int MOST_LATENCY = 15_000;
    private static final int MOST_LISTENERS = 2;

    public SrtCall {
        listeners = List.copyOf(listeners);
    }

    /**
     * Empty where something is refused, which the fields note.
     *
     * @param submitted the protocol in it has been read
     * @param callers how many there are, each of which calls a listener of its own; 0: that is nobody's matter, or not known
     */
    static Optional<SrtCall> read(Fields submitted, int callers) {
        submitted.require("listeners");
        submitted.require("latency");
        var listeners = listeners(submitted, callers);
        var latency = submitted.wholeNumber("latency", LEAST_LATENCY, MOST_LATENCY);
        var passphrase = submitted.group("passphrase").flatMap(SrtPassphrase::read);
        submitted.refuseUnknown();
        return latency.map(time -> new SrtCall(listeners, Math.toIntExact(time), passphrase.orElse(null)));
    }

    private static List<SrtListener> listeners(Fields submitted, int callers) {
        var items = submitted.items("listeners");
        var wrongNumber = callers == 0 ? items.isEmpty() || items.size() > MOST_LISTENERS : items.size() != callers;
        if (submitted.any("listeners").filter(List.class::isInstance).isPresent() && wrongNumber) {
            submitted.refuse("listeners", "out_of_range", words(callers));
        }
        var listeners = new ArrayList<SrtListener>();
        for (var index = 0; index < Math.min(items.size(), MOST_LISTENERS); index++) {
            submitted
                    .group("listeners[" + index + "]", items.get(index))
                    .flatMap(SrtListener::read)
                    .ifPresent(listeners::add);
        }
        return listeners;
    }

    private static String words(int callers) {
        return switch (callers) {
            case 0 -> "This takes one listener, or two where a channel has two pipelines.";
            case 1 -> "This takes one listener, for channels of this deployment have one pipeline.";
            default -> "This takes " + callers + " listeners, one for each pipeline of a channel.";
        };
    }

    /** By the API's names; {@link #of} reads it again. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("listeners", listeners.stream().map(SrtListener::tree).toList());
        tree.put("latency", (long) latency);
        if (passphrase != null) {
            tree.put("passphrase", passphrase.tree());
        }
        return tree;
    }

    /** One that was taken before, whatever is taken now: rules are for what is submitted. Fails with a runtime exception where it is none. */
    public static SrtCall of(Map<String, ?> tree) {
        var kept = Fields.of(tree);
        var listeners = kept.items("listeners").stream()
                .flatMap(each -> kept.group("listeners", each).stream())
                .map(SrtListener::kept)
                .toList();
        var latency = kept.wholeNumber("latency").orElseThrow();
        var passphrase = kept.group("passphrase").map(SrtPassphrase::kept);
        return new SrtCall(listeners, Math.toIntExact(latency), passphrase.orElse(null));
    }

    /** Of which nobody knows any more whom it called. */
    public static SrtCall forgotten() {
        return new SrtCall(List.of(), LEAST_LATENCY, null);
    }

    public boolean isForgotten() {
        return listeners.isEmpty();
    }
}
