package foyer.media.ingest;

import foyer.shared.Fields;
import foyer.shared.PublicHosts;
import foyer.shared.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An encoder that listens by SRT and waits to be called.
 *
 * @param address in IPv4, on the open internet: names are not taken, for what they mean may change after it was looked at
 * @param streamId by which the encoder knows what it is asked for; null: it does not ask for one
 */
public record SrtListener(
        String address, int port, @Nullable String streamId) {
    /** By the protocol's draft, 3.2.1.3. */
    private static final int LONGEST_STREAM_ID = 512;

    private static final int LAST_PORT = 65_535;
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

    /** Empty where something is refused, which the fields note. */
    static Optional<SrtListener> read(Fields submitted) {
        submitted.require("address");
        submitted.require("port");
        var address = submitted.text("address");
        var port = submitted.wholeNumber("port", 1, LAST_PORT);
        var streamId = Texts.line(submitted, "streamId", LONGEST_STREAM_ID);
        submitted.refuseUnknown();
        address.ifPresent(written -> checkAddress(submitted, written));
        if (streamId.filter(String::isEmpty).isPresent()) {
            submitted.refuse("streamId", "invalid", "This must have a character at least, or be left out.");
        }
        return address.flatMap(
                host -> port.map(number -> new SrtListener(host, Math.toIntExact(number), streamId.orElse(null))));
    }

    /** One that was taken before, whatever is taken now. */
    static SrtListener kept(Fields tree) {
        return new SrtListener(
                tree.text("address").orElseThrow(),
                Math.toIntExact(tree.wholeNumber("port").orElseThrow()),
                tree.text("streamId").orElse(null));
    }

    private static void checkAddress(Fields submitted, String written) {
        if (!NUMBERS.matcher(written).matches()) {
            submitted.refuse("address", "invalid", "This must be an IPv4 address, as four plain decimal numbers.");
        } else if (!PublicHosts.isPublic(written)) {
            submitted.refuse(
                    "address",
                    "private_address",
                    "This must be an address on the open internet; an IPv4 address takes four plain decimal numbers.");
        }
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("address", address);
        tree.put("port", (long) port);
        if (streamId != null) {
            tree.put("streamId", streamId);
        }
        return tree;
    }

    /** Without the stream id: some encoders let in whoever knows it. */
    @Override
    public String toString() {
        return "SrtListener[" + address + ":" + port + "]";
    }
}
