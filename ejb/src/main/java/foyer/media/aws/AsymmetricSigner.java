package foyer.media.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4aHttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Signs requests with Signature Version 4a, in Java: the SDK's own signer needs AWS's native library, twenty megabytes for one call a few
 * times an hour. For short bodies alone.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed request</a>
 */
final class AsymmetricSigner implements AwsV4aHttpSigner {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String EVERYWHERE = "*";

    private final Clock clock;

    AsymmetricSigner(Clock clock) {
        this.clock = clock;
    }

    @Override
    public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
        var identity = request.identity();
        // The SDK's, which knows how far ours is off, once a service has complained.
        var given = request.property(HttpSigner.SIGNING_CLOCK);
        var moment = MOMENT.format((given == null ? clock : given).instant());
        var regions = request.property(AwsV4aHttpSigner.REGION_SET);
        var body = hash(bytes(request.payload().orElse(null)));
        var added = new TreeMap<String, String>();
        added.put("host", host(request.request()));
        added.put("x-amz-content-sha256", body);
        added.put("x-amz-date", moment);
        added.put("x-amz-region-set", regions == null ? EVERYWHERE : regions.asString());
        if (identity instanceof AwsSessionCredentialsIdentity session) {
            added.put("x-amz-security-token", session.sessionToken());
        }
        var scope = moment.substring(0, 8) + "/" + request.requireProperty(AwsV4aHttpSigner.SERVICE_SIGNING_NAME)
                + "/aws4_request";
        var names = String.join(";", added.keySet());
        var toSign = String.join(
                "\n",
                SigningKey.ALGORITHM,
                moment,
                scope,
                hash(canonical(request.request(), added, names, body).getBytes(StandardCharsets.UTF_8)));
        var signature = SigningKey.of(identity.accessKeyId(), identity.secretAccessKey())
                .sign(toSign);
        var signed = request.request().toBuilder();
        added.forEach(signed::putHeader);
        signed.putHeader(
                "Authorization",
                String.format(
                        Locale.ROOT,
                        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s",
                        SigningKey.ALGORITHM,
                        identity.accessKeyId(),
                        scope,
                        names,
                        signature));
        return SignedRequest.builder()
                .request(signed.build())
                .payload(request.payload().orElse(null))
                .build();
    }

    @Override
    public CompletableFuture<AsyncSignedRequest> signAsync(AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
        throw new UnsupportedOperationException("No call of ours is asynchronous.");
    }

    private static String canonical(SdkHttpRequest request, Map<String, String> headers, String names, String body) {
        return String.join(
                "\n",
                request.method().name(),
                SdkHttpUtils.urlEncodeIgnoreSlashes(request.encodedPath()),
                query(request),
                headers.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining()),
                names,
                body);
    }

    private static String query(SdkHttpRequest request) {
        var pairs = new TreeMap<String, List<String>>();
        request.rawQueryParameters()
                .forEach((name, values) -> pairs.put(
                        SdkHttpUtils.urlEncode(name),
                        values.stream()
                                .map(value -> value == null ? "" : SdkHttpUtils.urlEncode(value))
                                .sorted()
                                .toList()));
        return pairs.entrySet().stream()
                .flatMap(pair -> pair.getValue().stream().map(value -> pair.getKey() + "=" + value))
                .collect(Collectors.joining("&"));
    }

    private static String host(SdkHttpRequest request) {
        var usual = SdkHttpUtils.isUsingStandardPort(request.protocol(), request.port());
        return usual ? request.host() : request.host() + ":" + request.port();
    }

    private static byte[] bytes(@Nullable ContentStreamProvider payload) {
        if (payload == null) {
            return new byte[0];
        }
        try (var stream = payload.newStream()) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
