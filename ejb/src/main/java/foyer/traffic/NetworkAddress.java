package foyer.traffic;

import java.util.Locale;

/**
 * What counts as one caller's network address: an IPv4 address, or the first 64 bits of an IPv6 address, for that is what
 * one household or one server is given to choose from.
 */
public final class NetworkAddress {
    private static final int GROUPS = 4;

    private NetworkAddress() {}

    /** @param address in the usual notation; anything else counts as it stands */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        var mapped = address.lastIndexOf('.') < 0 ? -1 : address.lastIndexOf(':');
        if (mapped >= 0) {
            return address.substring(mapped + 1);
        }
        var network = new StringBuilder();
        var doubled = address.indexOf("::");
        var written = (doubled < 0 ? address : address.substring(0, doubled))
                .toLowerCase(Locale.ROOT)
                .split(":");
        for (var group = 0; group < GROUPS; group++) {
            var digits = group < written.length ? written[group].replaceFirst("^0+", "") : "";
            network.append(digits).append(':');
        }
        return network.toString();
    }
}
