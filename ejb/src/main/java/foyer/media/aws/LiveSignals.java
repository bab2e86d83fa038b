package foyer.media.aws;

import foyer.media.InputFinding;
import foyer.media.InputHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.NotFoundException;

/**
 * How a channel is fed, by what MediaLive tells: its alerts, which are there within seconds, and its metrics in CloudWatch, which come
 * by the minute. What size the picture has it does not tell; an input by RTMP takes H.264 and AAC alone.
 *
 * @see <a href="https://docs.aws.amazon.com/medialive/latest/ug/monitoring-eml-metrics.html">MediaLive's metrics</a>
 */
final class LiveSignals {
    private static final String NAMESPACE = "AWS/MediaLive";
    private static final String BITS = "NetworkIn";
    private static final String PICTURES = "InputVideoFrameRate";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** How long after something came metrics may first tell of it: that of a minute is there up to three minutes after it. */
    static final Duration LATENESS = Duration.ofMinutes(4);

    private static final Duration FRESH = LATENESS.plus(MINUTE);
    private static final Duration REMEMBERED = Duration.ofHours(3);
    private static final double MEGA = 1_000_000;
    private static final long LEAST_BITS = 150_000;
    // MediaLive's pages list its alerts by their words and not by a code.
    private static final List<String> MISSING =
            List.of("waiting for", "stopped receiving", "not receiving", "input loss", "no input", "stream not found");
    private static final List<String> WITHOUT_VIDEO = List.of("video not detected", "no video");
    private static final List<String> WITHOUT_AUDIO = List.of("audio not detected", "no audio");

    private final MediaLiveClient mediaLive;
    private final CloudWatchClient cloudWatch;
    private final AwsCalls calls;
    private final int pipelines;
    private final Clock clock;

    LiveSignals(MediaLiveClient mediaLive, CloudWatchClient cloudWatch, AwsCalls calls, int pipelines, Clock clock) {
        this.mediaLive = mediaLive;
        this.cloudWatch = cloudWatch;
        this.calls = calls;
        this.pipelines = pipelines;
        this.clock = clock;
    }

    /** Of a channel that runs. */
    InputHealth health(String channel) {
        var now = clock.instant();
        var metrics = metrics(channel, List.of(BITS, PICTURES), now.minus(REMEMBERED), now);
        var bits = ofKind(BITS, metrics);
        var rate = (long) (latest(bits, now) * MEGA);
        var alerts = alerts(channel);
        if (rate <= 0 || told(alerts, MISSING)) {
            var before =
                    bits.stream().anyMatch(series -> series.values().stream().anyMatch(value -> value > 0));
            var finding = before ? InputFinding.INPUT_LOST : InputFinding.NO_INPUT;
            return new InputHealth(false, 0, null, null, EnumSet.of(finding));
        }
        var pictures = latest(ofKind(PICTURES, metrics), now);
        var findings = EnumSet.noneOf(InputFinding.class);
        if (pictures <= 0 || told(alerts, WITHOUT_VIDEO)) {
            findings.add(InputFinding.NO_VIDEO);
        }
        if (told(alerts, WITHOUT_AUDIO)) {
            findings.add(InputFinding.NO_AUDIO);
        }
        if (rate < LEAST_BITS) {
            findings.add(InputFinding.LOW_BITRATE);
        }
        return new InputHealth(
                true,
                rate,
                findings.contains(InputFinding.NO_VIDEO) ? null : Math.round(pictures) + " fps h264",
                findings.contains(InputFinding.NO_AUDIO) ? null : "aac",
                findings);
    }

    /** Whether anything came in that time, to the minute. */
    boolean fed(String channel, Instant from, Instant until) {
        return fedSince(channel, from, until).isPresent();
    }

    /** When something first came in that time, or up to two minutes before; empty: nothing is told of. */
    Optional<Instant> fedSince(String channel, Instant from, Instant until) {
        return metrics(channel, List.of(BITS), from, until).stream()
                .map(LiveSignals::byTime)
                .flatMap(points -> points.entrySet().stream())
                .filter(point -> point.getValue() > 0)
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .map(first -> first.minus(MINUTE));
    }

    private static List<MetricDataResult> ofKind(String metric, List<MetricDataResult> all) {
        return all.stream().filter(series -> series.id().startsWith(id(metric))).toList();
    }

    /** Of the pipeline that has most; 0 where there is none of the last minutes. */
    private static double latest(List<MetricDataResult> series, Instant now) {
        return series.stream()
                .map(LiveSignals::byTime)
                .map(NavigableMap::lastEntry)
                .filter(last -> last != null && last.getKey().isAfter(now.minus(FRESH)))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private static NavigableMap<Instant, Double> byTime(MetricDataResult series) {
        var points = new TreeMap<Instant, Double>();
        for (var place = 0;
                place < Math.min(series.timestamps().size(), series.values().size());
                place++) {
            points.put(series.timestamps().get(place), series.values().get(place));
        }
        return points;
    }

    private List<MetricDataResult> metrics(String channel, List<String> names, Instant from, Instant until) {
        var queries = names.stream()
                .flatMap(name -> IntStream.range(0, pipelines).mapToObj(pipeline -> query(channel, name, pipeline)))
                .toList();
        return calls.make(() -> cloudWatch
                .getMetricDataPaginator(get -> get.metricDataQueries(queries)
                        .startTime(from.truncatedTo(ChronoUnit.MINUTES))
                        .endTime(until.truncatedTo(ChronoUnit.MINUTES).plus(MINUTE))
                        .scanBy(ScanBy.TIMESTAMP_DESCENDING))
                .metricDataResults()
                .stream()
                .toList());
    }

    private static MetricDataQuery query(String channel, String metric, int pipeline) {
        return MetricDataQuery.builder()
                .id(id(metric) + pipeline)
                .metricStat(stat -> stat.period((int) MINUTE.toSeconds())
                        .stat("Average")
                        .metric(of -> of.namespace(NAMESPACE)
                                .metricName(metric)
                                .dimensions(
                                        dimension("ChannelId", channel),
                                        dimension("Pipeline", Integer.toString(pipeline)))))
                .build();
    }

    private static String id(String metric) {
        return metric.toLowerCase(Locale.ROOT);
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    private List<ChannelAlert> alerts(String channel) {
        try {
            return calls.make(() ->
                    mediaLive
                            .listAlertsPaginator(list -> list.channelId(channel).stateFilter("SET"))
                            .alerts()
                            .stream()
                            .toList());
        } catch (NotFoundException gone) {
            return List.of();
        }
    }

    // With two pipelines one that misses something is no matter while the other has it.
    private boolean told(List<ChannelAlert> alerts, List<String> words) {
        return alerts.stream()
                        .filter(alert -> words.stream().anyMatch(text(alert)::contains))
                        .map(alert -> String.valueOf(alert.pipelineId()))
                        .distinct()
                        .count()
                >= pipelines;
    }

    private static String text(ChannelAlert alert) {
        return Stream.of(alert.alertType(), alert.message())
                .map(String::valueOf)
                .reduce("", (one, other) -> one + " " + other)
                .toLowerCase(Locale.ROOT);
    }
}
