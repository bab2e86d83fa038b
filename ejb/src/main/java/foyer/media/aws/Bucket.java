package foyer.media.aws;

import foyer.shared.NotFound;
import foyer.shared.Unavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of the bucket. */
final class Bucket {
    private static final int ALREADY_THERE = 412;
    private static final int SAME_MOMENT = 409;
    private static final int ATTEMPTS = 5;
    private static final Duration LATER = Duration.ofSeconds(2);

    private final S3Client s3;
    private final AwsCalls calls;
    private final String name;

    Bucket(S3Client s3, AwsCalls calls, String name) {
        this.s3 = s3;
        this.calls = calls;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** As MediaConvert names what is in S3. */
    String address(String key) {
        return "s3://" + name + "/" + key;
    }

    /** How many bytes an object has; empty where there is none. */
    Optional<Long> size(String key) {
        try {
            return Optional.of(
                    calls.make(() -> s3.headObject(head -> head.bucket(name).key(key)))
                            .contentLength());
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    Optional<String> text(String key) {
        try {
            return Optional.of(
                    calls.make(() -> s3.getObjectAsBytes(get -> get.bucket(name).key(key)))
                            .asUtf8String());
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    /** So many bytes, or all where there are not more. */
    Optional<byte[]> beginning(String key, int bytes) {
        try {
            return Optional.of(calls.make(() ->
                            s3.getObjectAsBytes(get -> get.bucket(name).key(key).range("bytes=0-" + (bytes - 1))))
                    .asByteArray());
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    void write(String key, String type, String text) {
        calls.make(() -> s3.putObject(
                put -> put.bucket(name).key(key).contentType(type),
                RequestBody.fromString(text, StandardCharsets.UTF_8)));
    }

    void write(String key, String type, byte[] bytes) {
        calls.make(
                () -> s3.putObject(put -> put.bucket(name).key(key).contentType(type), RequestBody.fromBytes(bytes)));
    }

    /**
     * Changes a text that is there, whoever else does so at the same moment; answers what it was. Fails with {@link NotFound} where there is
     * none, and with {@link Unavailable} where others were faster again and again.
     */
    String changed(String key, String type, UnaryOperator<String> change) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var found = found(key);
            try {
                calls.make(() -> s3.putObject(
                        put -> put.bucket(name)
                                .key(key)
                                .contentType(type)
                                .ifMatch(found.response().eTag()),
                        RequestBody.fromString(change.apply(found.asUtf8String()), StandardCharsets.UTF_8)));
                return found.asUtf8String();
            } catch (S3Exception refused) {
                if (refused.statusCode() != ALREADY_THERE && refused.statusCode() != SAME_MOMENT) {
                    throw refused;
                }
            }
        }
        throw new Unavailable("Others change the same at this moment.", LATER);
    }

    private ResponseBytes<GetObjectResponse> found(String key) {
        try {
            return calls.make(() -> s3.getObjectAsBytes(get -> get.bucket(name).key(key)));
        } catch (NoSuchKeyException none) {
            throw new NotFound("recording");
        }
    }

    /** False where there is such an object already; it stays as it is. */
    boolean isNew(String key, String type, String text) {
        try {
            calls.make(() -> s3.putObject(
                    put -> put.bucket(name).key(key).contentType(type).ifNoneMatch("*"),
                    RequestBody.fromString(text, StandardCharsets.UTF_8)));
            return true;
        } catch (S3Exception refused) {
            if (refused.statusCode() == ALREADY_THERE || refused.statusCode() == SAME_MOMENT) {
                return false;
            }
            throw refused;
        }
    }

    /** Fails with {@link NoSuchKeyException} where there is nothing to copy. */
    void copy(String from, String to) {
        calls.make(() -> s3.copyObject(copy ->
                copy.sourceBucket(name).sourceKey(from).destinationBucket(name).destinationKey(to)));
    }

    /** What begins so, in the order of names. */
    List<String> keys(String prefix) {
        return calls.make(
                () -> s3.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix)).contents().stream()
                        .map(S3Object::key)
                        .toList());
    }

    /** How many bytes all have together that begin so. */
    long sizeBelow(String prefix) {
        return calls.make(
                () -> s3.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix)).contents().stream()
                        .mapToLong(S3Object::size)
                        .sum());
    }

    void remove(String key) {
        calls.make(() -> s3.deleteObject(delete -> delete.bucket(name).key(key)));
    }

    /** Removes whatever begins so, a thousand at a time, which is as many as S3 takes. */
    void removeBelow(String prefix) {
        calls.make(() -> s3.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix)).stream()
                        .map(page -> page.contents().stream()
                                .map(found -> ObjectIdentifier.builder()
                                        .key(found.key())
                                        .build())
                                .toList())
                        .filter(found -> !found.isEmpty())
                        .toList())
                .forEach(found -> calls.make(() -> s3.deleteObjects(delete ->
                        delete.bucket(name).delete(those -> those.objects(found).quiet(true)))));
    }
}
