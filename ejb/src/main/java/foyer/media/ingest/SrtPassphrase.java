package foyer.media.ingest;

import foyer.shared.Fields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the passphrase of what is sent by SRT is kept: it is never told to this server.
 *
 * @param secretArn of a secret in AWS's Secrets Manager, whose whole text is the passphrase
 * @see <a href="https://docs.aws.amazon.com/medialive/latest/ug/requirements-for-secrets.html">Requirements for secrets</a>
 */
public record SrtPassphrase(SrtCipher cipher, String secretArn) {
    // Names of secrets have letters, digits and /_+=.@- ; AWS adds six characters of its own to them.
    private static final Pattern SECRET = Pattern.compile(
            "arn:aws[a-z-]*:secretsmanager:[a-z]{2}[a-z0-9-]{3,24}:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]{1,519}");

    /** Empty where something is refused, which the fields note. */
    static Optional<SrtPassphrase> read(Fields submitted) {
        submitted.require("secretArn");
        submitted.require("cipher");
        var secret = submitted.text("secretArn");
        var named = submitted.text("cipher");
        submitted.refuseUnknown();
        if (secret.filter(arn -> !SECRET.matcher(arn).matches()).isPresent()) {
            submitted.refuse(
                    "secretArn",
                    "invalid",
                    "This must be the ARN of a secret (arn:aws:secretsmanager:…:secret:…), never the passphrase itself.");
        }
        var cipher = named.flatMap(name -> Arrays.stream(SrtCipher.values())
                .filter(each -> each.name().equals(name))
                .findFirst());
        if (named.isPresent() && cipher.isEmpty()) {
            submitted.refuse("cipher", "unknown_value", "This must be one of AES128, AES192, AES256.");
        }
        return cipher.flatMap(by -> secret.map(arn -> new SrtPassphrase(by, arn)));
    }

    /** One that was taken before, whatever is taken now. */
    static SrtPassphrase kept(Fields tree) {
        return new SrtPassphrase(
                SrtCipher.valueOf(tree.text("cipher").orElseThrow()),
                tree.text("secretArn").orElseThrow());
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("secretArn", secretArn);
        tree.put("cipher", cipher.name());
        return tree;
    }
}
