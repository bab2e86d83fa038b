package foyer.media.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies Signature Version 4, in a header or in the query, written by AWS's description of it and not by the SDK's code.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed request</a>
 */
final class SignatureCheck {
    /** Those of AWS's own test suites. */
    static final String KEY = "AKIDEXAMPLE";

    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Pattern HEADER =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);
    private static final Duration SKEW = Duration.ofMinutes(15);

    private SignatureCheck() {}

    /** The service and region that a request was signed for; fails with {@link AwsRefusal}. */
    static Scope proven(AwsRequest request, Instant now) {
        return request.asked("X-Amz-Signature").isPresent() ? byQuery(request, now) : byHeader(request, now);
    }

    record Scope(String date, String region, String service) {
        static Scope read(String credential) {
            var parts = credential.split("/", -1);
            if (parts.length != 5 || !parts[0].equals(KEY) || !parts[4].equals("aws4_request")) {
                throw refusal("The credential " + credential + " is none.");
            }
            return new Scope(parts[1], parts[2], parts[3]);
        }

        String text() {
            return String.join("/", date, region, service, "aws4_request");
        }
    }

    private static Scope byHeader(AwsRequest request, Instant now) {
        var header = HEADER.matcher(request.header("authorization").orElse(""));
        if (!header.matches()) {
            throw new AwsRefusal(403, "MissingAuthenticationToken", "Missing Authentication Token");
        }
        var scope = Scope.read(header.group(1));
        var at = moment(request.header("x-amz-date").orElse(""));
        if (Duration.between(at, now).abs().compareTo(SKEW) > 0) {
            throw refusal("The request is too old.");
        }
        var payload = request.header("x-amz-content-sha256").orElseGet(() -> hash(request.body()));
        if (!payload.equals("UNSIGNED-PAYLOAD") && !payload.equals(hash(request.body()))) {
            throw refusal("The body is not the one that was signed.");
        }
        verify(request, scope, at, header.group(2), payload, header.group(3));
        return scope;
    }

    private static Scope byQuery(AwsRequest request, Instant now) {
        var scope = Scope.read(request.asked("X-Amz-Credential").orElse(""));
        var at = moment(request.asked("X-Amz-Date").orElse(""));
        var good =
                Duration.ofSeconds(Long.parseLong(request.asked("X-Amz-Expires").orElse("0")));
        if (!request.asked("X-Amz-Algorithm").orElse("").equals(ALGORITHM) || now.isAfter(at.plus(good))) {
            throw new AwsRefusal(403, "AccessDenied", "Request has expired");
        }
        verify(
                request,
                scope,
                at,
                request.asked("X-Amz-SignedHeaders").orElse(""),
                "UNSIGNED-PAYLOAD",
                request.asked("X-Amz-Signature").orElse(""));
        return scope;
    }

    private static void verify(
            AwsRequest request, Scope scope, Instant at, String signedHeaders, String payload, String signature) {
        if (!Arrays.asList(signedHeaders.split(";", -1)).contains("host")) {
            throw refusal("The host was not signed.");
        }
        var toSign = String.join(
                "\n",
                ALGORITHM,
                MOMENT.format(at),
                scope.text(),
                hash(bytes(canonical(request, scope, signedHeaders, payload))));
        var key = bytes("AWS4" + SECRET);
        for (var part : List.of(scope.date(), scope.region(), scope.service(), "aws4_request")) {
            key = mac(key, part);
        }
        if (!HexFormat.of().formatHex(mac(key, toSign)).equals(signature)) {
            throw refusal("The signature is another.");
        }
    }

    private static String canonical(AwsRequest request, Scope scope, String signedHeaders, String payload) {
        var headers = Arrays.stream(signedHeaders.split(";", -1))
                .map(name ->
                        name + ":" + request.header(name).orElse("").strip().replaceAll(" +", " ") + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                // Everywhere but in S3 a path is encoded once more.
                scope.service().equals("s3") ? request.path() : encoded(request.path(), true),
                query(request),
                headers,
                signedHeaders,
                payload);
    }

    static String query(AwsRequest request) {
        return request.query().stream()
                .filter(pair -> !pair.getKey().equals("X-Amz-Signature"))
                .map(pair -> Map.entry(encoded(pair.getKey(), false), encoded(pair.getValue(), false)))
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text, boolean path) {
        var encoded = new StringBuilder();
        for (var octet : bytes(text)) {
            var character = (char) (octet & 0xff);
            var plain = character < 128 && (Character.isLetterOrDigit(character) || "-_.~".indexOf(character) >= 0);
            if (plain || (path && character == '/')) {
                encoded.append(character);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Instant moment(String text) {
        return text.isEmpty() ? Instant.EPOCH : MOMENT.parse(text, Instant::from);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static AwsRefusal refusal(String message) {
        return new AwsRefusal(403, "SignatureDoesNotMatch", message);
    }
}
