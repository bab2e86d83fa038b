package foyer.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of network addresses as CIDR writes it: {@code 10.0.0.0/8}, {@code fd00::/8}, or one address alone. */
final class AddressRange {
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** Fails with {@link IllegalArgumentException} for anything but CIDR notation. */
    static AddressRange parse(String text) {
        var slash = text.indexOf('/');
        var address = bytesOf(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("no address"));
        var most = address.length * 8;
        var bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("no such prefix");
        }
        return new AddressRange(address, bits);
    }

    boolean contains(String address) {
        return bytesOf(address).filter(this::contains).isPresent();
    }

    /** Whether this is an address and not a name; names are never resolved. */
    static boolean isAddress(String text) {
        return bytesOf(text).isPresent();
    }

    private boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> bytesOf(String text) {
        // The patterns keep names out: InetAddress would ask the DNS for them.
        if (text.length() > 45
                || !(IPV4.matcher(text).matches() || IPV6.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
