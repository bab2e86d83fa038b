package foyer.media.aws;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * As much of S3 as is called: one bucket, by paths, with multipart uploads, in pages of two. Unlike S3Mock it has had signatures verified, so
 * that a part of another size than was signed is refused.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html">S3's API</a>
 */
final class S3StandIn implements AwsService {
    static final String BUCKET = "foyer-media";
    private static final int A_PAGE = 2;
    private static final int LEAST_PART = 5 << 20;
    private static final Pattern PART = Pattern.compile(
            "<Part>(?=.*?<PartNumber>(\\d+)</PartNumber>)(?=.*?<ETag>(.*?)</ETag>).*?</Part>", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
    private static final Pattern KEY = Pattern.compile("<Key>(.*?)</Key>");
    private static final Set<String> KNOWN = Set.of(
            "uploads",
            "uploadId",
            "partNumber",
            "delete",
            "list-type",
            "prefix",
            "continuation-token",
            "key-marker",
            "upload-id-marker",
            "part-number-marker",
            "x-id");

    private final Map<String, byte[]> objects = new TreeMap<>();
    private final Map<String, Multipart> uploads = new LinkedHashMap<>();
    private int begun;

    private record Multipart(String key, String tags, TreeMap<Integer, byte[]> parts) {}

    synchronized Map<String, byte[]> objects() {
        return new TreeMap<>(objects);
    }

    synchronized void put(String key, byte[] bytes) {
        objects.put(key, bytes);
    }

    synchronized List<String> openUploads() {
        return uploads.values().stream().map(Multipart::key).toList();
    }

    /** What a key's upload was tagged with, as it came: {@code one=1&two=2}. */
    synchronized List<String> tags() {
        return uploads.values().stream().map(Multipart::tags).toList();
    }

    @Override
    public String operation(AwsRequest request) {
        return "s3:" + request.asked("x-id").orElseGet(() -> named(request));
    }

    @Override
    public AwsAnswer refused(AwsRefusal refusal) {
        return refusal.inXml();
    }

    private static String named(AwsRequest request) {
        var upload = request.asked("uploadId").isPresent();
        return switch (request.method()) {
            case "POST" ->
                request.asked("uploads").isPresent()
                        ? "CreateMultipartUpload"
                        : upload ? "CompleteMultipartUpload" : "DeleteObjects";
            case "GET" ->
                request.asked("uploads").isPresent()
                        ? "ListMultipartUploads"
                        : upload ? "ListParts" : request.asked("list-type").isPresent() ? "ListObjectsV2" : "GetObject";
            case "PUT" ->
                upload ? "UploadPart" : request.header("x-amz-copy-source").isPresent() ? "CopyObject" : "PutObject";
            case "DELETE" -> upload ? "AbortMultipartUpload" : "DeleteObject";
            case "HEAD" -> "HeadObject";
            default -> throw new AwsRefusal(405, "MethodNotAllowed", request.method());
        };
    }

    @Override
    public synchronized AwsAnswer answer(AwsRequest request) {
        for (var pair : request.query()) {
            if (!KNOWN.contains(pair.getKey()) && !pair.getKey().startsWith("X-Amz-")) {
                throw new AwsRefusal(501, "NotImplemented", "Nobody stands in for ?" + pair.getKey());
            }
        }
        var path = request.decodedPath().split("/", 3);
        if (!path[1].equals(BUCKET)) {
            throw new AwsRefusal(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        var key = path.length < 3 ? "" : path[2];
        return switch (operation(request)) {
            case "s3:CreateMultipartUpload" -> create(request, key);
            case "s3:ListMultipartUploads" -> list(request);
            case "s3:UploadPart" -> take(request, key);
            case "s3:ListParts" -> parts(request, key);
            case "s3:CompleteMultipartUpload" -> complete(request, key);
            case "s3:AbortMultipartUpload" -> abort(request, key);
            case "s3:ListObjectsV2" -> objects(request);
            case "s3:GetObject" ->
                request.header("range")
                        .map(range -> part(there(key), range))
                        .orElseGet(() -> new AwsAnswer(200, Map.of("ETag", etag(there(key))), there(key)));
            case "s3:HeadObject" ->
                AwsAnswer.empty(200)
                        .with("Content-Length", Integer.toString(there(key).length))
                        .with("ETag", etag(there(key)));
            case "s3:PutObject" -> write(request, key);
            case "s3:CopyObject" -> copy(request, key);
            case "s3:DeleteObject" -> {
                objects.remove(key);
                yield AwsAnswer.empty(204);
            }
            case "s3:DeleteObjects" -> remove(request);
            default -> throw new AwsRefusal(501, "NotImplemented", operation(request));
        };
    }

    private AwsAnswer create(AwsRequest request, String key) {
        // Like S3's, in no order that has a meaning.
        var id = HexFormat.of().toHexDigits(Integer.reverse(++begun)) + "-upload";
        uploads.put(id, new Multipart(key, request.header("x-amz-tagging").orElse(""), new TreeMap<>()));
        return AwsAnswer.xml(
                "<InitiateMultipartUploadResult><Bucket>%s</Bucket><Key>%s</Key><UploadId>%s</UploadId></InitiateMultipartUploadResult>"
                        .formatted(BUCKET, key, id));
    }

    private AwsAnswer list(AwsRequest request) {
        var prefix = request.asked("prefix").orElse("");
        var found = uploads.entrySet().stream()
                .filter(upload -> upload.getValue().key().startsWith(prefix))
                .toList();
        var ids = found.stream().map(Map.Entry::getKey).toList();
        var from = request.asked("upload-id-marker")
                .map(marker -> ids.indexOf(marker) + 1)
                .orElse(0);
        var page = found.subList(from, Math.min(found.size(), from + A_PAGE));
        var more = from + A_PAGE < found.size();
        var text = page.stream()
                .map(upload -> "<Upload><Key>%s</Key><UploadId>%s</UploadId></Upload>"
                        .formatted(upload.getValue().key(), upload.getKey()))
                .collect(Collectors.joining());
        var next = more
                ? "<NextKeyMarker>%s</NextKeyMarker><NextUploadIdMarker>%s</NextUploadIdMarker>"
                        .formatted(
                                page.get(page.size() - 1).getValue().key(),
                                page.get(page.size() - 1).getKey())
                : "";
        return AwsAnswer.xml(
                "<ListMultipartUploadsResult><Bucket>%s</Bucket><IsTruncated>%s</IsTruncated>%s%s</ListMultipartUploadsResult>"
                        .formatted(BUCKET, more, next, text));
    }

    private AwsAnswer take(AwsRequest request, String key) {
        var upload = upload(request, key);
        upload.parts().put(Integer.parseInt(request.asked("partNumber").orElseThrow()), request.body());
        return AwsAnswer.empty(200).with("ETag", etag(request.body()));
    }

    private AwsAnswer parts(AwsRequest request, String key) {
        var upload = upload(request, key);
        var after = request.asked("part-number-marker").map(Integer::valueOf).orElse(0);
        var rest = upload.parts().tailMap(after, false);
        var page = rest.entrySet().stream().limit(A_PAGE).toList();
        var more = rest.size() > page.size();
        var text = page.stream()
                .map(part -> "<Part><PartNumber>%d</PartNumber><ETag>%s</ETag><Size>%d</Size></Part>"
                        .formatted(part.getKey(), etag(part.getValue()), part.getValue().length))
                .collect(Collectors.joining());
        var next = more
                ? "<NextPartNumberMarker>%d</NextPartNumberMarker>"
                        .formatted(page.get(page.size() - 1).getKey())
                : "";
        return AwsAnswer.xml(
                "<ListPartsResult><Bucket>%s</Bucket><Key>%s</Key><IsTruncated>%s</IsTruncated>%s%s</ListPartsResult>"
                        .formatted(BUCKET, key, more, next, text));
    }

    private AwsAnswer complete(AwsRequest request, String key) {
        var upload = upload(request, key);
        var whole = new ByteArrayOutputStream();
        var listed = new ArrayList<Integer>();
        var each = PART.matcher(request.text());
        while (each.find()) {
            var number = Integer.parseInt(each.group(1));
            var bytes = upload.parts().get(number);
            if (bytes == null || !etag(bytes).equals(each.group(2).replace("&quot;", "\""))) {
                throw new AwsRefusal(400, "InvalidPart", "One or more of the specified parts could not be found.");
            }
            listed.add(number);
            whole.writeBytes(bytes);
        }
        if (listed.isEmpty() || !listed.equals(listed.stream().sorted().toList())) {
            throw new AwsRefusal(400, "InvalidPartOrder", "The list of parts was not in ascending order.");
        }
        if (upload.parts().headMap(listed.get(listed.size() - 1)).values().stream()
                .anyMatch(bytes -> bytes.length < LEAST_PART)) {
            throw new AwsRefusal(
                    400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
        }
        objects.put(key, whole.toByteArray());
        uploads.remove(request.asked("uploadId").orElseThrow());
        return AwsAnswer.xml(
                "<CompleteMultipartUploadResult><Bucket>%s</Bucket><Key>%s</Key></CompleteMultipartUploadResult>"
                        .formatted(BUCKET, key));
    }

    private AwsAnswer abort(AwsRequest request, String key) {
        upload(request, key);
        uploads.remove(request.asked("uploadId").orElseThrow());
        return AwsAnswer.empty(204);
    }

    private AwsAnswer objects(AwsRequest request) {
        var prefix = request.asked("prefix").orElse("");
        var after = request.asked("continuation-token").orElse("");
        var found = objects.entrySet().stream()
                .filter(object ->
                        object.getKey().startsWith(prefix) && object.getKey().compareTo(after) > 0)
                .toList();
        var page = found.subList(0, Math.min(A_PAGE, found.size()));
        var more = found.size() > page.size();
        var text = page.stream()
                .map(object -> "<Contents><Key>%s</Key><Size>%d</Size></Contents>"
                        .formatted(object.getKey(), object.getValue().length))
                .collect(Collectors.joining());
        var next = more
                ? "<NextContinuationToken>%s</NextContinuationToken>"
                        .formatted(page.get(page.size() - 1).getKey())
                : "";
        return AwsAnswer.xml("<ListBucketResult><Name>%s</Name><IsTruncated>%s</IsTruncated>%s%s</ListBucketResult>"
                .formatted(BUCKET, more, next, text));
    }

    private AwsAnswer write(AwsRequest request, String key) {
        var unchanged = request.header("if-match");
        var changed = unchanged.filter(tag -> !tag.equals(etag(there(key)))).isPresent();
        if (changed || (request.header("if-none-match").isPresent() && objects.containsKey(key))) {
            throw new AwsRefusal(
                    412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        }
        objects.put(key, request.body());
        return AwsAnswer.empty(200).with("ETag", etag(request.body()));
    }

    private AwsAnswer copy(AwsRequest request, String key) {
        var source = request.header("x-amz-copy-source").orElseThrow().replaceFirst("^/?" + BUCKET + "/", "");
        objects.put(key, there(URLDecoder.decode(source, StandardCharsets.UTF_8)));
        return AwsAnswer.xml("<CopyObjectResult><ETag>%s</ETag></CopyObjectResult>".formatted(etag(there(key))));
    }

    private AwsAnswer remove(AwsRequest request) {
        if (request.headers().keySet().stream()
                .noneMatch(name -> name.startsWith("x-amz-checksum-") || name.equals("content-md5"))) {
            throw new AwsRefusal(400, "InvalidRequest", "Missing required header for this request: Content-MD5");
        }
        var keys = KEY.matcher(request.text());
        while (keys.find()) {
            objects.remove(keys.group(1));
        }
        return AwsAnswer.xml("<DeleteResult></DeleteResult>");
    }

    private Multipart upload(AwsRequest request, String key) {
        var upload = uploads.get(request.asked("uploadId").orElse(""));
        if (upload == null || !upload.key().equals(key)) {
            throw new AwsRefusal(404, "NoSuchUpload", "The specified upload does not exist.");
        }
        return upload;
    }

    private static AwsAnswer part(byte[] whole, String range) {
        var asked = RANGE.matcher(range);
        if (!asked.matches()) {
            throw new AwsRefusal(501, "NotImplemented", "Nobody stands in for Range: " + range);
        }
        var from = Integer.parseInt(asked.group(1));
        if (from >= whole.length) {
            throw new AwsRefusal(416, "InvalidRange", "The requested range is not satisfiable");
        }
        var end = Math.min(whole.length, Integer.parseInt(asked.group(2)) + 1);
        return new AwsAnswer(
                206,
                Map.of("ETag", etag(whole), "Content-Range", "bytes %d-%d/%d".formatted(from, end - 1, whole.length)),
                Arrays.copyOfRange(whole, from, end));
    }

    private byte[] there(String key) {
        var bytes = objects.get(key);
        if (bytes == null) {
            throw new AwsRefusal(404, "NoSuchKey", "The specified key does not exist.");
        }
        return bytes;
    }

    private static String etag(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return "\"" + HexFormat.of().toHexDigits(sum.getValue()) + "\"";
    }
}
