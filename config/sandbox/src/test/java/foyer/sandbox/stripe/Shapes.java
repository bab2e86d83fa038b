package foyer.sandbox.stripe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The table of keys and types of Stripe's objects, made by {@code stripe-shapes/make.sh} out of Stripe's fixtures. */
final class Shapes {
    private final Map<String, Map<String, String>> byResource = new LinkedHashMap<>();

    private Shapes() {}

    static Shapes read() throws IOException {
        var shapes = new Shapes();
        try (var table = Objects.requireNonNull(Shapes.class.getResourceAsStream("shapes.tsv"))) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                var columns = line.split("\t", -1);
                shapes.byResource
                        .computeIfAbsent(columns[0], fresh -> new LinkedHashMap<>())
                        .put(columns[1], columns[2]);
            });
        }
        return shapes;
    }

    /**
     * Where an answer differs: keys that are missing, keys too many, values of another type. Null is taken for
     * any type, and listed as {@code null key} where the table knows a type.
     */
    List<String> differences(String resource, JsonNode answer, Set<String> open) {
        var differences = new ArrayList<String>();
        compare(Objects.requireNonNull(byResource.get(resource)), "", answer, open, differences);
        return differences;
    }

    private static void compare(
            Map<String, String> shape, String prefix, JsonNode answer, Set<String> open, List<String> differences) {
        shape.keySet().stream()
                .filter(path -> isDirectly(path, prefix)
                        && answer.path(last(path, prefix)).isMissingNode())
                .forEach(path -> differences.add("missing " + path));
        for (var property : answer.properties()) {
            var path = prefix + property.getKey();
            var expected = shape.get(path);
            var type = type(property.getValue());
            if (expected == null) {
                differences.add("unknown " + path);
            } else if (type.equals("null") && !expected.equals("null")) {
                differences.add("null " + path);
            } else if (!expected.equals("null") && !expected.equals(type)) {
                differences.add(type + " instead of " + expected + " " + path);
            } else if (type.equals("object") && expected.equals("object") && !open.contains(path)) {
                compare(shape, path + ".", property.getValue(), open, differences);
            }
        }
    }

    private static boolean isDirectly(String path, String prefix) {
        return path.startsWith(prefix) && last(path, prefix).indexOf('.') < 0;
    }

    private static String last(String path, String prefix) {
        return path.substring(prefix.length());
    }

    private static String type(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL, MISSING, BINARY, POJO -> "null";
        };
    }
}
