package foyer.media;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Parts of the file are missing. */
public final class UploadIncomplete extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient List<Integer> missing;

    UploadIncomplete(List<Integer> missing) {
        super(
                ProblemCode.WRONG_STATE,
                String.format(
                        Locale.ROOT,
                        "Of this file %d parts have not come whole. Send them, and complete the upload then.",
                        missing.size()));
        this.missing = List.copyOf(missing);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("missing", missing.stream().map(Integer::longValue).toList());
    }
}
