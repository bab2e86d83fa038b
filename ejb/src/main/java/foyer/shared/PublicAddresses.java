package foyer.shared;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads addresses that anybody may be sent to: encrypted, on the open internet, but for origins named in the settings. */
public final class PublicAddresses {
    private final Set<String> trusted;

    /** @param trusted the origins that may be private and plain http; their paths do not count */
    public PublicAddresses(Collection<URI> trusted) {
        this.trusted = trusted.stream()
                .flatMap(address -> WebAddress.parse(address.toString()).stream())
                .map(WebAddress::origin)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was written, whatever was found wrong with it; findings {@code invalid}, {@code private_address}, {@code not_encrypted}. */
    public Optional<String> read(Fields fields, String name) {
        var text = fields.text(name);
        text.ifPresent(written -> WebAddress.parse(written)
                .ifPresentOrElse(
                        address -> check(fields, name, address),
                        () -> fields.refuse(
                                name,
                                "invalid",
                                "This must be a web address such as https://media.example.com/live.m3u8, in ASCII (xn--… for"
                                        + " other scripts), without a user name, 2048 characters at most.")));
        return text;
    }

    private void check(Fields fields, String name, WebAddress address) {
        if (trusted.contains(address.origin())) {
            return;
        }
        if (!PublicHosts.isPublic(address.host())) {
            fields.refuse(
                    name,
                    "private_address",
                    "This must be an address on the open internet; an IPv4 address takes four plain decimal numbers.");
        } else if (!address.encrypted()) {
            fields.refuse(name, "not_encrypted", "This must begin with https://.");
        }
    }
}
