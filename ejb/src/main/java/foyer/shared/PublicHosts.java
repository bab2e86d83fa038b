package foyer.shared;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells hosts that anybody on the internet reaches from those that only this machine or its network does. An IPv4 address
 * is public only as four plain decimal numbers: 010.0.0.1 is 8.0.0.1 to one reader and 10.0.0.1 to another, so octal,
 * hexadecimal and shortened ones count as private whatever they mean. Ranges are those of IANA's special-purpose
 * registries (RFC 6890). Names are not looked up, for the answer may change a moment later: who connects from the server must look at
 * the address it connects to.
 */
public final class PublicHosts {
    private static final List<String> PRIVATE_DOMAINS = List.of(
            "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa");
    // 168.63.129.16 answers every Azure machine about itself; the other clouds' metadata lies in the ranges.
    private static final List<String> PRIVATE_RANGES = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/3");

    // What browsers take for IPv4: a host whose last part is a number.
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    private PublicHosts() {}

    /** @param host as {@link WebAddress} has it */
    public static boolean isPublic(String host) {
        if (host.startsWith("[")) {
            return isPublicIpv6(host);
        }
        var top = host.substring(host.lastIndexOf('.') + 1);
        if (NUMBER.matcher(top).matches()) {
            return IPV4.matcher(host).matches() && isPublicIpv4(bits(host));
        }
        return host.contains(".")
                && PRIVATE_DOMAINS.stream().noneMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** Only 2000::/3 is given out, and within it 2001::/23 and 2002::/16 can carry an IPv4 address. */
    private static boolean isPublicIpv6(String host) {
        try {
            var address = InetAddress.getByName(host);
            if (!(address instanceof Inet6Address)) {
                return false; // an IPv4 address in IPv6 clothes: nobody needs that
            }
            var first = new BigInteger(1, Arrays.copyOf(address.getAddress(), 4)).longValue();
            return first >>> 29 == 1 && first >>> 9 != 0x2001_0000L >>> 9 && first >>> 16 != 0x2002;
        } catch (UnknownHostException malformed) {
            return false;
        }
    }

    private static boolean isPublicIpv4(long address) {
        return PRIVATE_RANGES.stream().noneMatch(range -> {
            var slash = range.indexOf('/');
            var shift = 32 - Integer.parseInt(range.substring(slash + 1));
            return address >>> shift == bits(range.substring(0, slash)) >>> shift;
        });
    }

    private static long bits(String address) {
        return Arrays.stream(address.split("\\."))
                .mapToLong(Long::parseLong)
                .reduce(0, (bits, part) -> bits << 8 | part);
    }
}
