package foyer.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An absolute http or https address in its one plain spelling: ASCII, no user name, nothing that browsers repair
 * (backslashes, missing slashes, blanks, percent signs in the host). What it says is therefore what every reader of it
 * understands. Other scripts take their ASCII form ({@code xn--…}).
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case, without a final dot; IPv6 in brackets
 * @param port the scheme's own when none is written
 * @param rest path, query and fragment as written; may be empty
 */
public record WebAddress(String scheme, String host, int port, String rest) {
    private static final int LONGEST = 2048;
    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>https?)://(?<host>\\[[0-9a-f:.]{2,45}]|[a-z0-9.-]{1,254})(?::(?<port>[0-9]{1,5}))?"
                    + "(?<rest>(?:[/?](?:[a-z0-9._~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*+)?"
                    + "(?:#(?:[a-z0-9._~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*+)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Empty for anything but a plain address of 2,048 characters at most. */
    public static Optional<WebAddress> parse(String text) {
        var matcher = FORM.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        var scheme = matcher.group("scheme").toLowerCase(Locale.ROOT);
        var host = matcher.group("host").toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        var writtenPort = matcher.group("port");
        var port = writtenPort == null ? usualPort(scheme) : Integer.parseInt(writtenPort);
        var sound = port > 0 && port < 65_536 && (host.startsWith("[") || labelled(host));
        return sound ? Optional.of(new WebAddress(scheme, host, port, matcher.group("rest"))) : Optional.empty();
    }

    public boolean encrypted() {
        return scheme.equals("https");
    }

    /** Scheme, host and, where it is not the usual one, port. */
    public String origin() {
        return scheme + "://" + host + (port == usualPort(scheme) ? "" : ":" + port);
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static boolean labelled(String host) {
        return Arrays.stream(host.split("\\.", -1))
                .allMatch(label -> LABEL.matcher(label).matches());
    }
}
