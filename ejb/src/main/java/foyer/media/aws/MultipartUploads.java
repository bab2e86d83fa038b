package foyer.media.aws;

import foyer.media.Recording;
import foyer.shared.NotFound;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Files on their way into the bucket, by S3's multipart uploads. Which upload is a recording's is not noted anywhere: S3 itself says so,
 * and where two were begun for one, the first of them is it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html">Multipart uploads</a>
 */
final class MultipartUploads {
    // S3 puts a large file together for as long, and answers with blanks until it has.
    private static final Duration PUTTING_TOGETHER = Duration.ofMinutes(3);

    private final S3Client s3;
    private final S3Presigner presigner;
    private final AwsCalls calls;
    private final String bucket;

    MultipartUploads(S3Client s3, S3Presigner presigner, AwsCalls calls, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.calls = calls;
        this.bucket = bucket;
    }

    Optional<String> find(Recording recording) {
        return all(recording).stream().findFirst();
    }

    void begin(Recording recording) {
        calls.make(() -> s3.createMultipartUpload(create -> create.bucket(bucket)
                .key(key(recording))
                .tagging(Tagging.builder().tagSet(tags(recording)).build())));
    }

    /** An address that takes the part with just as many bytes as were announced: how many is signed as well. */
    URL address(Recording recording, String upload, int part, Duration good) {
        return presigner
                .presignUploadPart(sign -> sign.signatureDuration(good)
                        .uploadPartRequest(send -> send.bucket(bucket)
                                .key(key(recording))
                                .uploadId(upload)
                                .partNumber(part)
                                .contentLength(recording.upload().length(part))))
                .url();
    }

    /** Fails with {@link NotFound} for an upload that is over. */
    List<Part> parts(Recording recording, String upload) {
        try {
            return calls.make(() ->
                    s3
                            .listPartsPaginator(list ->
                                    list.bucket(bucket).key(key(recording)).uploadId(upload))
                            .parts()
                            .stream()
                            .toList());
        } catch (NoSuchUploadException over) {
            throw new NotFound("upload, or no longer");
        }
    }

    /** Puts the file together; fails with {@link NotFound} for an upload that is over, which it is also when it was done before. */
    void complete(Recording recording, String upload) {
        var parts = parts(recording, upload).stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.partNumber())
                        .eTag(part.eTag())
                        .build())
                .toList();
        try {
            calls.make(() -> s3.completeMultipartUpload(complete -> complete.bucket(bucket)
                    .key(key(recording))
                    .uploadId(upload)
                    .multipartUpload(whole -> whole.parts(parts))
                    .overrideConfiguration(longer ->
                            longer.apiCallAttemptTimeout(PUTTING_TOGETHER).apiCallTimeout(PUTTING_TOGETHER))));
        } catch (NoSuchUploadException over) {
            throw new NotFound("upload, or no longer");
        }
    }

    void abort(Recording recording) {
        for (var upload : all(recording)) {
            try {
                calls.make(() -> s3.abortMultipartUpload(
                        abort -> abort.bucket(bucket).key(key(recording)).uploadId(upload)));
            } catch (NoSuchUploadException over) {
                // Somebody else was faster.
            }
        }
    }

    /** The one that was begun first is the first. */
    private List<String> all(Recording recording) {
        return calls.make(() ->
                s3.listMultipartUploadsPaginator(list -> list.bucket(bucket).prefix(key(recording))).uploads().stream()
                        .filter(found -> found.key().equals(key(recording)))
                        .map(MultipartUpload::uploadId)
                        .toList());
    }

    private static String key(Recording recording) {
        return new Shelf(recording).file();
    }

    private static List<Tag> tags(Recording recording) {
        return Tags.of(recording.event(), "upload").entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
