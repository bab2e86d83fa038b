package foyer.media.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch with the metrics of the stand-in for MediaLive, in averages by the minute, which are there two minutes after it is over. Its protocol is AWS's query protocol: a form comes,
 * and XML goes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html">GetMetricData</a>
 */
final class CloudWatchStandIn implements AwsService {
    static final String SERVICE = "monitoring";
    private static final String MEMBER = "member";
    private static final Map<String, Double> FULL = Map.of("NetworkIn", 2.5, "InputVideoFrameRate", 25.0);

    private final ServiceModel model = ServiceModel.of("cloudwatch");
    private static final Duration LATE = Duration.ofMinutes(3);

    private final MediaLiveStandIn mediaLive;
    private final Clock clock;
    private double pictures = 1;

    CloudWatchStandIn(MediaLiveStandIn mediaLive, Clock clock) {
        this.clock = clock;
        this.mediaLive = mediaLive;
    }

    /** From now on what comes has sound alone. */
    void losePictures() {
        pictures = 0;
    }

    @Override
    public String operation(AwsRequest request) {
        return "cloudwatch:" + form(request).get("Action");
    }

    @Override
    public AwsAnswer refused(AwsRefusal refusal) {
        var code = refusal.code().equals(AwsRefusal.throttled().code()) ? "Throttling" : refusal.code();
        var text =
                "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                        .formatted(code, refusal.getMessage());
        return new AwsAnswer(400, Map.of("Content-Type", "text/xml"), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public AwsAnswer answer(AwsRequest request) {
        var form = form(request);
        if (!"GetMetricData".equals(form.remove("Action")) || !"2010-08-01".equals(form.remove("Version"))) {
            throw new AwsRefusal(400, "InvalidAction", "Only GetMetricData is known here.");
        }
        var asked = model.read(request.saying(ServiceModel.map(tree(form)).entrySet().stream()
                .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue))));
        var from = Instant.parse(asked.text("StartTime"));
        var until = Instant.parse(asked.text("EndTime"));
        if (!from.isBefore(until)) {
            throw new AwsRefusal(400, "ValidationError", "The parameter StartTime must be less than EndTime.");
        }
        var results = ServiceModel.list(asked.members().get("MetricDataQueries")).stream()
                .map(query -> result(ServiceModel.map(query), from, until))
                .toList();
        model.answer("GetMetricData", Map.of("MetricDataResults", results));
        return AwsAnswer.xml(
                """
                <GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricDataResult>\
                <MetricDataResults>%s</MetricDataResults></GetMetricDataResult></GetMetricDataResponse>""".formatted(results.stream().map(CloudWatchStandIn::xml).collect(Collectors.joining())));
    }

    private Map<String, Object> result(Map<?, ?> query, Instant from, Instant until) {
        var stat = ServiceModel.map(query.get("MetricStat"));
        var metric = ServiceModel.map(stat.get("Metric"));
        if (!"60".equals(stat.get("Period"))
                || !"Average".equals(stat.get("Stat"))
                || !"AWS/MediaLive".equals(metric.get("Namespace"))) {
            throw new AwsRefusal(400, "ValidationError", "Only MediaLive's averages of a minute are known here.");
        }
        var points = points(dimension(metric, "ChannelId"), String.valueOf(metric.get("MetricName")), from, until);
        var second = !dimension(metric, "Pipeline").equals("0");
        return Map.of(
                "Id",
                String.valueOf(query.get("Id")),
                "StatusCode",
                "Complete",
                "Timestamps",
                second
                        ? List.of()
                        : points.keySet().stream().map(Instant::toString).toList(),
                "Values",
                second ? List.of() : List.copyOf(points.values()));
    }

    // As long as a channel runs there is a value, and afterwards none.
    private Map<Instant, Double> points(String channel, String metric, Instant from, Instant until) {
        var full = FULL.get(metric);
        if (full == null) {
            throw new AwsRefusal(400, "ValidationError", "MediaLive has no metric " + metric);
        }
        var times = mediaLive.metrics(channel);
        var points = new TreeMap<Instant, Double>();
        for (var ran : times.get(0)) {
            for (var minute = ran[0].truncatedTo(ChronoUnit.MINUTES);
                    minute.isBefore(ran[1]);
                    minute = minute.plus(1, ChronoUnit.MINUTES)) {
                var told = !clock.instant().isBefore(minute.plus(LATE));
                if (told && !minute.isBefore(from) && minute.isBefore(until)) {
                    points.put(
                            minute, full * share(times.get(1), minute) * (metric.equals("NetworkIn") ? 1 : pictures));
                }
            }
        }
        return points;
    }

    private static double share(List<Instant[]> fed, Instant minute) {
        var end = minute.plus(1, ChronoUnit.MINUTES);
        var millis = fed.stream()
                .mapToLong(feed -> Math.max(
                        0,
                        Duration.between(
                                        feed[0].isAfter(minute) ? feed[0] : minute,
                                        feed[1].isBefore(end) ? feed[1] : end)
                                .toMillis()))
                .sum();
        return millis == 0 ? 0 : 1;
    }

    private static String dimension(Map<?, ?> metric, String name) {
        return ServiceModel.list(metric.get("Dimensions")).stream()
                .<Map<?, ?>>map(ServiceModel::map)
                .filter(dimension -> name.equals(dimension.get("Name")))
                .map(dimension -> String.valueOf(dimension.get("Value")))
                .findFirst()
                .orElse("");
    }

    private static String xml(Map<String, Object> result) {
        return "<member><Id>%s</Id><StatusCode>Complete</StatusCode><Timestamps>%s</Timestamps><Values>%s</Values></member>"
                .formatted(result.get("Id"), members(result.get("Timestamps")), members(result.get("Values")));
    }

    private static String members(@Nullable Object list) {
        return ServiceModel.list(list).stream()
                .map(each -> "<member>" + each + "</member>")
                .collect(Collectors.joining());
    }

    private static Map<String, String> form(AwsRequest request) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : request.text().split("&", -1)) {
            var parts = pair.split("=", 2);
            form.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Of names like {@code A.member.1.B}: lists have their members by number. */
    private static Object tree(Map<String, String> form) {
        var below = new LinkedHashMap<String, Map<String, String>>();
        var tree = new LinkedHashMap<String, Object>();
        form.forEach((name, value) -> {
            var parts = name.split("\\.", 2);
            if (parts.length == 1) {
                tree.put(name, value);
            } else {
                below.computeIfAbsent(parts[0], first -> new LinkedHashMap<>()).put(parts[1], value);
            }
        });
        if (below.containsKey(MEMBER)) {
            return new ArrayList<>(ServiceModel.map(tree(below.get(MEMBER))).values());
        }
        below.forEach((name, rest) -> tree.put(name, tree(rest)));
        return tree;
    }
}
