package foyer.web.answer;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import foyer.shared.ValidationFailed;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags and the conditions on them (RFC 9110, 13.1). Every tag begins with the version of what it stands for, so
 * that a condition on any representation is a condition on the version.
 */
public final class EntityTags {
    private static final Pattern LIST = Pattern.compile("\\s*(W/)?\"[^\"]*\"\\s*(,\\s*(W/)?\"[^\"]*\"\\s*)*");
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})(-[a-z.-]*)?\"");

    private EntityTags() {}

    /** With the quotes that the header wants. */
    public static String quoted(String tag) {
        return '"' + tag + '"';
    }

    /** Whether the caller holds this representation already; weak tags compare as strong ones here. */
    public static boolean held(@Nullable String ifNoneMatch, String quotedTag) {
        return ifNoneMatch != null
                && ("*".equals(ifNoneMatch.strip())
                        || tags(ifNoneMatch).stream()
                                .anyMatch(tag -> (tag.startsWith("W/") ? tag.substring(2) : tag).equals(quotedTag)));
    }

    /**
     * The version that a change is meant for; zero, which nothing has, for tags that are not ours. Fails with 428 where
     * the caller names none.
     *
     * @param current asked only where the caller takes any version, by {@code *} or by a list
     */
    public static long expectedVersion(@Nullable String ifMatch, LongSupplier current) {
        if (ifMatch == null) {
            throw new ConditionMissing();
        }
        if ("*".equals(ifMatch.strip())) {
            return current.getAsLong();
        }
        var versions = versions(ifMatch);
        if (versions.size() == 1) {
            return versions.get(0);
        }
        var version = current.getAsLong();
        return versions.contains(version) ? version : 0;
    }

    /** The versions that a decision is meant for: all of them where the caller names none. */
    public static LongPredicate meant(@Nullable String ifMatch) {
        return ifMatch == null || "*".equals(ifMatch.strip()) ? any -> true : versions(ifMatch)::contains;
    }

    private static List<Long> versions(String ifMatch) {
        if (ifMatch.length() > 1000 || !LIST.matcher(ifMatch).matches()) {
            throw new ValidationFailed("If-Match", "invalid", "This must be the ETag as it was read, with its quotes.");
        }
        return tags(ifMatch).stream().map(EntityTags::version).toList();
    }

    private static long version(String tag) {
        var version = VERSION.matcher(tag);
        return version.matches() ? Long.parseLong(version.group(1)) : 0;
    }

    private static List<String> tags(String header) {
        return Arrays.stream(header.split(",")).map(String::strip).toList();
    }

    /** A change without the condition that keeps it from undoing somebody else's. */
    private static final class ConditionMissing extends Problem {
        private static final long serialVersionUID = 1L;

        ConditionMissing() {
            super(ProblemCode.PRECONDITION_REQUIRED, "Send If-Match with the ETag of what you read.");
        }
    }
}
