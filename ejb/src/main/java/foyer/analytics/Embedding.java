package foyer.analytics;

import foyer.session.FrameFeature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What keeps partners' pages from showing an event well, and what they have to change.
 *
 * @param refused whose pages may not show it at all
 * @param allowed those that may
 */
record Embedding(RefusedOrigins refused, Set<String> allowed) {
    private static final String ALL = "autoplay; fullscreen; picture-in-picture";

    Embedding {
        allowed = Set.copyOf(allowed);
    }

    /** By the API's names. */
    Map<String, Object> view(Counts audience, Instant now) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("refused", refused.view(allowed, now));
        tree.put("lacking", lacking(audience));
        return tree;
    }

    private static List<Map<String, Object>> lacking(Counts audience) {
        var lacking = new ArrayList<Map<String, Object>>();
        for (var feature : FrameFeature.values()) {
            audience.lacking(feature).entrySet().stream()
                    .filter(place -> !place.getKey().isEmpty())
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(place -> lacking.add(view(place.getKey(), feature, place.getValue())));
        }
        return lacking;
    }

    private static Map<String, Object> view(String origin, FrameFeature feature, long screens) {
        var view = new LinkedHashMap<String, Object>();
        view.put("origin", origin);
        view.put("feature", feature.policyName());
        view.put("screens", screens);
        view.put(
                "advice",
                "The frame there is not allowed " + feature.policyName() + ". Give it allow=\"" + ALL
                        + "\", and every frame around it too.");
        return view;
    }
}
