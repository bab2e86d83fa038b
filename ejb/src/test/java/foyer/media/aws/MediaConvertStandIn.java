package foyer.media.aws;

import foyer.media.aws.ServiceModel.Asked;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MediaConvert without a picture: a file that begins with the words {@code video 1920x1080 5s 2 sounds} is taken for that. Each time that a
 * job is asked for it has come a step further, as the service's states have it, and what it would have made is put into the bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/mediaconvert/latest/apireference/resources.html">MediaConvert's API</a>
 */
final class MediaConvertStandIn implements AwsService {
    private static final Pattern A_VIDEO = Pattern.compile(
            "video (\\d+)x(\\d+) (\\d+)s (\\d+) sounds(, captions)?(, \\d+ pictures a second)?\\.(?s:.*)");
    private static final List<Integer> STEPS = List.of(0, 30, 70);

    private final ServiceModel model = ServiceModel.of("mediaconvert");
    private final S3StandIn s3;
    private final Map<String, AJob> jobs = new LinkedHashMap<>();
    private int nextError;
    private String root = "";

    MediaConvertStandIn(S3StandIn s3) {
        this.s3 = s3;
    }

    private static final class AJob {
        final Map<String, Object> order;
        String status = "SUBMITTED";
        int asked;
        int error;
        int length;

        AJob(Map<String, Object> order, int error) {
            this.order = order;
            this.error = error;
        }
    }

    /** The next job ends with this code. */
    synchronized void fail(int code) {
        nextError = code;
    }

    /** From now on playlists name what they name by the root of the address, or relative to themselves. */
    synchronized void namesByTheRoot(boolean does) {
        root = does ? "/" : "";
    }

    /** What the jobs were ordered to be, oldest first. */
    synchronized List<Map<String, Object>> orders() {
        return jobs.values().stream().map(job -> job.order).toList();
    }

    synchronized List<String> states() {
        return jobs.values().stream().map(job -> job.status).toList();
    }

    @Override
    public String operation(AwsRequest request) {
        return "mediaconvert:" + model.read(request).operation();
    }

    @Override
    public AwsAnswer refused(AwsRefusal refusal) {
        return refusal.inJson();
    }

    @Override
    public synchronized AwsAnswer answer(AwsRequest request) {
        var asked = model.read(request);
        return model.answer(
                asked.operation(),
                switch (asked.operation()) {
                    case "Probe" -> probed(asked);
                    case "CreateJob" -> created(asked);
                    case "GetJob" -> Map.of("job", further(asked.text("Id")));
                    case "CancelJob" -> cancelled(asked.text("Id"));
                    case "SearchJobs" -> Map.of("jobs", searched(asked.text("InputFile")));
                    default -> throw new AwsRefusal(501, "NotImplemented", asked.operation());
                });
    }

    private Map<String, Object> probed(Asked asked) {
        var file = ServiceModel.list(asked.members().get("InputFiles")).get(0);
        var found = A_VIDEO.matcher(input(String.valueOf(ServiceModel.map(file).get("fileUrl"))));
        if (!found.matches()) {
            return Map.of("probeResults", List.of(Map.of("metadata", Map.of())));
        }
        var tracks = new ArrayList<Map<String, Object>>();
        var rate = found.group(6) == null ? 25 : Integer.parseInt(found.group(6).replaceAll("\\D", ""));
        tracks.add(Map.of(
                "trackType", "video",
                "codec", "AVC",
                "videoProperties",
                        Map.of(
                                "width", Integer.parseInt(found.group(1)),
                                "height", Integer.parseInt(found.group(2)),
                                "frameRate", Map.of("numerator", rate, "denominator", 1))));
        for (var sound = 0; sound < Integer.parseInt(found.group(4)); sound++) {
            tracks.add(Map.of(
                    "trackType", "audio",
                    "codec", "AAC",
                    "audioProperties", Map.of("channels", 2, "languageCode", sound == 0 ? "eng" : "und")));
        }
        if (found.group(5) != null) {
            tracks.add(Map.of("trackType", "data", "codec", "C608"));
        }
        var container = Map.of("format", "mp4", "duration", Double.parseDouble(found.group(3)), "tracks", tracks);
        return Map.of("probeResults", List.of(Map.of("container", container)));
    }

    private Map<String, Object> created(Asked asked) {
        for (var job : jobs.entrySet()) {
            if (Objects.equals(
                    job.getValue().order.get("ClientRequestToken"),
                    asked.members().get("ClientRequestToken"))) {
                return Map.of("job", shown(job.getKey(), job.getValue()));
            }
        }
        var id = "job-" + (jobs.size() + 1);
        jobs.put(id, new AJob(asked.members(), nextError));
        nextError = 0;
        return Map.of("job", shown(id, job(id)));
    }

    private Map<String, Object> further(String id) {
        var job = job(id);
        if (underWay(job)) {
            job.status = job.asked == 0 ? "SUBMITTED" : "PROGRESSING";
            if (job.asked == STEPS.size()) {
                job.status = job.error == 0 ? "COMPLETE" : "ERROR";
                if (job.error == 0) {
                    job.length = length(job);
                    put(job);
                }
            }
            job.asked++;
        }
        return shown(id, job);
    }

    private Map<String, Object> cancelled(String id) {
        var job = job(id);
        if (!underWay(job)) {
            throw new AwsRefusal(409, "ConflictException", "The job has ended.");
        }
        job.status = "CANCELED";
        return Map.of();
    }

    private List<Map<String, Object>> searched(String input) {
        return jobs.entrySet().stream()
                .filter(job -> inputOf(job.getValue()).contains(input))
                .map(job -> shown(job.getKey(), job.getValue()))
                .toList();
    }

    private Map<String, Object> shown(String id, AJob job) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", id);
        shown.put("role", job.order.get("Role"));
        shown.put("settings", job.order.get("Settings"));
        shown.put("status", job.status);
        shown.put("jobPercentComplete", STEPS.get(Math.max(0, Math.min(job.asked, STEPS.size()) - 1)));
        if (job.status.equals("ERROR")) {
            shown.put("errorCode", job.error);
            shown.put(
                    "errorMessage",
                    "Unable to open input file [s3://secret/place]: [Failed probe/open: [Failed to read data]]");
        }
        if (job.status.equals("COMPLETE")) {
            shown.put(
                    "outputGroupDetails",
                    List.of(Map.of("outputDetails", List.of(Map.of("durationInMs", job.length * 1000)))));
        }
        return shown;
    }

    private void put(AJob job) {
        for (var group : ServiceModel.list(settings(job).get("outputGroups"))) {
            var described = ServiceModel.map(ServiceModel.map(group).get("outputGroupSettings"));
            for (var output : ServiceModel.list(ServiceModel.map(group).get("outputs"))) {
                output(ServiceModel.map(output), described, job.length);
            }
        }
    }

    private void output(Map<?, ?> output, Map<?, ?> group, int length) {
        if (group.get("cmafGroupSettings") instanceof Map<?, ?> cmaf) {
            var to = key(cmaf.get("destination"));
            var name = to.substring(to.lastIndexOf('/') + 1) + output.get("nameModifier") + ".m3u8";
            var listed = output.containsKey("videoDescription")
                    ? "#EXT-X-STREAM-INF:BANDWIDTH=1000000,CODECS=\"avc1.64001f\"\n" + name + "\n"
                    : "";
            var before = s3.objects()
                    .getOrDefault(to + ".m3u8", "#EXTM3U\n#EXT-X-VERSION:7\n".getBytes(StandardCharsets.UTF_8));
            var master = new String(before, StandardCharsets.UTF_8);
            s3.put(to + ".m3u8", (master.contains(listed) ? master : master + listed).getBytes(StandardCharsets.UTF_8));
            s3.put(to + output.get("nameModifier") + ".m3u8", rendition(name).getBytes(StandardCharsets.UTF_8));
        } else if (group.get("fileGroupSettings") instanceof Map<?, ?> files) {
            var stills = ServiceModel.map(ServiceModel.map(
                            ServiceModel.map(output.get("videoDescription")).get("codecSettings"))
                    .get("frameCaptureSettings"));
            var every = number(stills.get("framerateDenominator"));
            var most = number(stills.get("maxCaptures"));
            for (var still = 0; still * every < length && still < most; still++) {
                s3.put("%s.%07d.jpg".formatted(key(files.get("destination")), still), new byte[] {(byte) still});
            }
        }
    }

    private String rendition(String name) {
        var segment = root + name.replace(".m3u8", "_000000001.cmfv");
        return "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n#EXTINF:2.0,\n" + segment + "\n#EXT-X-ENDLIST\n";
    }

    private String input(String address) {
        var bytes = s3.objects().get(key(address));
        if (bytes == null) {
            throw new AwsRefusal(400, "BadRequestException", "Unable to open the input.");
        }
        return new String(Arrays.copyOf(bytes, Math.min(bytes.length, 200)), StandardCharsets.UTF_8);
    }

    private int length(AJob job) {
        var found = A_VIDEO.matcher(input(inputOf(job)));
        return found.matches() ? Integer.parseInt(found.group(3)) : 0;
    }

    private static int number(@Nullable Object value) {
        return value instanceof Long number ? number.intValue() : 1;
    }

    private static String inputOf(AJob job) {
        var inputs = ServiceModel.list(settings(job).get("inputs"));
        return String.valueOf(ServiceModel.map(inputs.get(0)).get("fileInput"));
    }

    private static Map<?, ?> settings(AJob job) {
        return ServiceModel.map(job.order.get("Settings"));
    }

    private static String key(@Nullable Object address) {
        return String.valueOf(address).replaceFirst("^s3://" + S3StandIn.BUCKET + "/", "");
    }

    private static boolean underWay(AJob job) {
        return List.of("SUBMITTED", "PROGRESSING").contains(job.status);
    }

    private AJob job(String id) {
        var job = jobs.get(id);
        if (job == null) {
            throw new AwsRefusal(404, "NotFoundException", "The job is not there.");
        }
        return job;
    }
}
