package foyer.media.aws;

import foyer.shared.JsonText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is noted in the bucket of the job for a recording. The token is noted before the job is asked for: whoever finds it without a job
 * asks again with the same one, and there is one job whatever happened in between.
 *
 * @param job null: not known yet
 * @param length of what was made; null: not done yet
 */
record JobMark(String token, @Nullable String job, @Nullable Duration length) {
    static JobMark begun(String token) {
        return new JobMark(token, null, null);
    }

    JobMark of(String id) {
        return new JobMark(token, id, null);
    }

    JobMark done(Duration played) {
        return new JobMark(token, job, played);
    }

    Optional<String> known() {
        return Optional.ofNullable(job);
    }

    Optional<Duration> made() {
        return Optional.ofNullable(length);
    }

    static JobMark read(String text) {
        if (JsonText.read(text) instanceof Map<?, ?> noted && noted.get("token") instanceof String token) {
            return new JobMark(
                    token,
                    noted.get("job") instanceof String id ? id : null,
                    noted.get("lengthMillis") instanceof Long millis ? Duration.ofMillis(millis) : null);
        }
        throw new IllegalStateException("Something else lies where a job is noted.");
    }

    String text() {
        var noted = new LinkedHashMap<String, Object>();
        noted.put("token", token);
        known().ifPresent(id -> noted.put("job", id));
        made().ifPresent(played -> noted.put("lengthMillis", played.toMillis()));
        return JsonText.of(noted);
    }
}
