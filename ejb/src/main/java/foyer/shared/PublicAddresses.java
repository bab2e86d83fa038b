package foyer.shared;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads addresses that anybody may be sent to: encrypted, on the open internet, but for one origin named in the settings. */
public final class PublicAddresses {
    private final @Nullable String trustedOrigin;

    /** @param trusted the one origin that may be private and plain http; its path does not count */
    public PublicAddresses(@Nullable URI trusted) {
        this.trustedOrigin = trusted == null
                ? null
                : WebAddress.parse(trusted.toString()).map(WebAddress::origin).orElse(null);
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
        if (address.origin().equals(trustedOrigin)) {
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
