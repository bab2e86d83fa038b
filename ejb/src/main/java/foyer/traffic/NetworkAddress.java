package foyer.traffic;

import java.util.Locale;

/**
 * What counts as one caller's network address: an IPv4 address, or the first 64 bits of an IPv6 address, for that is what
 * one household or one server is given to choose from.
 */
public final class NetworkAddress {
    private static final int GROUPS = 4;
    private static final int WIDE_GROUPS = 3;

    private NetworkAddress() {}

    /** @param address in the usual notation; anything else counts as it stands */
    public static String of(String address) {
        return first(GROUPS, address);
    }

    /** The first 48 bits of an IPv6 address, which is what one customer is given at most; an IPv4 address as it is. */
    public static String wide(String address) {
        return first(WIDE_GROUPS, address);
    }

    private static String first(int groups, String address) {
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
        for (var group = 0; group < groups; group++) {
            var digits = group < written.length ? written[group].replaceFirst("^0+", "") : "";
            network.append(digits).append(':');
        }
        return network.toString();
    }
}
