package foyer.media.aws;

import java.util.Optional;
import java.util.regex.Pattern;

/** What AWS says, for organizers: whose account it is, and which roles are in it, is the operator's matter and in the log. */
final class AwsWords {
    private static final Pattern NAME = Pattern.compile("\\b(arn:[a-z-]+:[a-z0-9-]+):[^\\s,;\"')\\]]+");
    private static final Pattern ACCOUNT = Pattern.compile("\\b[0-9]{12}\\b");
    private static final Pattern ACTION = Pattern.compile("\\b[a-z0-9-]+:[A-Z][A-Za-z]+\\b");

    private AwsWords() {}

    static String shown(String words) {
        return ACCOUNT.matcher(NAME.matcher(words).replaceAll("$1:…")).replaceAll("…");
    }

    /** The action that is spoken of, such as {@code iam:PassRole}. */
    static Optional<String> action(String words) {
        var found = ACTION.matcher(shown(words));
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
