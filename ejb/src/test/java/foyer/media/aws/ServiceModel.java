package foyer.media.aws;

import foyer.shared.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service as AWS's own model has it (made by config/sandbox/aws-shapes): which operation a request is, and whether each of its members is
 * one that the service knows and would take.
 */
final class ServiceModel {
    private static final Map<String, ServiceModel> READ = new ConcurrentHashMap<>();
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    private static final int A_PAGE = 2;

    private final Map<?, ?> operations;
    private final Map<?, ?> shapes;
    private final List<Way> ways;

    private ServiceModel(Map<?, ?> model) {
        this.operations = map(model.get("operations"));
        this.shapes = map(model.get("shapes"));
        this.ways = operations.entrySet().stream()
                .map(operation -> Way.to(String.valueOf(operation.getKey()), map(operation.getValue())))
                .toList();
    }

    /**
     * How an operation is reached.
     *
     * @param path its parts between slashes; one in braces stands for any
     * @param input the shape of what it is told, or null
     */
    private record Way(
            String operation,
            String method,
            List<String> path,
            @Nullable String input) {
        static Way to(String operation, Map<?, ?> described) {
            return new Way(
                    operation,
                    String.valueOf(described.get("method")),
                    parts(String.valueOf(described.get("uri")).replaceFirst("\\?.*", "")),
                    described.get("input") instanceof String input ? input : null);
        }

        /** What stands where the path has braces, by their names; null: it leads elsewhere. */
        @Nullable
        Map<String, String> found(List<String> given) {
            if (path.size() != given.size()) {
                return null;
            }
            var found = new LinkedHashMap<String, String>();
            for (var place = 0; place < path.size(); place++) {
                var part = path.get(place);
                if (part.startsWith("{")) {
                    found.put(
                            part.replaceAll("[{}+]", ""),
                            URLDecoder.decode(given.get(place).replace("+", "%2B"), StandardCharsets.UTF_8));
                } else if (!part.equals(given.get(place))) {
                    return null;
                }
            }
            return found;
        }

        static List<String> parts(String path) {
            return List.of(path.split("/", -1));
        }
    }

    /** What was asked for, with all members by the names that the model has. */
    record Asked(String operation, Map<String, Object> members) {
        String text(String member) {
            return String.valueOf(members.get(member));
        }

        /**
         * Of a list that comes in pages of two, the one that was asked for.
         *
         * @param next the answer's member that says where the next page begins
         */
        Map<String, Object> page(String list, List<Map<String, Object>> all, String next) {
            var from = members.get("NextToken") instanceof String token ? Integer.parseInt(token) : 0;
            var page = new LinkedHashMap<String, Object>();
            page.put(list, all.subList(Math.min(from, all.size()), Math.min(all.size(), from + A_PAGE)));
            if (from + A_PAGE < all.size()) {
                page.put(next, Integer.toString(from + A_PAGE));
            }
            return page;
        }
    }

    static ServiceModel of(String service) {
        return READ.computeIfAbsent(service, ServiceModel::read);
    }

    private static ServiceModel read(String service) {
        try (var file = ServiceModel.class.getResourceAsStream(service + ".json")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return new ServiceModel(map(JsonText.read(text)));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Fails with {@link AwsRefusal} that names what does not fit. */
    Asked read(AwsRequest request) {
        var given = Way.parts(request.path());
        for (var way : ways) {
            var found = request.method().equals(way.method) ? way.found(given) : null;
            if (found != null) {
                var members = way.input == null ? Map.<String, Object>of() : input(request, way.input, found);
                OwnRules.check(way.operation, known(way.input), members);
                return new Asked(way.operation, members);
            }
        }
        throw new AwsRefusal(
                404, "UnknownOperationException", "No operation is " + request.method() + " " + request.path());
    }

    private Set<?> known(@Nullable String input) {
        return map(map(shapes.get(input)).get("members")).keySet();
    }

    /** An answer that the model has not is a mistake of the stand-in's. */
    AwsAnswer answer(String operation, Map<String, ?> tree) {
        var asked = map(operations.get(operation));
        var findings = new ArrayList<String>();
        if (asked.get("output") instanceof String output) {
            check(tree, output, operation, findings, false);
        }
        if (!findings.isEmpty()) {
            throw new IllegalStateException("The stand-in's answer is not as the model has it: " + findings);
        }
        return AwsAnswer.json(((Number) Objects.requireNonNull(asked.get("status"))).intValue(), tree);
    }

    private Map<String, Object> input(AwsRequest request, String shape, Map<String, String> path) {
        var input = map(shapes.get(shape));
        var members = new LinkedHashMap<String, Object>();
        var body = new LinkedHashMap<String, Object>(body(request));
        var asked = new TreeMap<String, String>();
        request.query().forEach(pair -> asked.put(pair.getKey(), pair.getValue()));
        map(input.get("members")).forEach((name, described) -> {
            var member = map(described);
            var written = String.valueOf(member.containsKey("locationName") ? member.get("locationName") : name);
            var value = switch (String.valueOf(member.get("location"))) {
                case "uri" -> path.get(written);
                case "querystring" -> asked.remove(written);
                case "header", "headers" ->
                    request.header(written.toLowerCase(Locale.ROOT)).orElse(null);
                default -> body.remove(written);
            };
            if (value != null) {
                members.put(String.valueOf(name), value);
            }
        });
        var findings = new ArrayList<String>();
        body.keySet().forEach(unknown -> findings.add("unknown member " + unknown));
        asked.keySet().forEach(unknown -> findings.add("unknown parameter " + unknown));
        check(members, shape, "", findings, true);
        if (!findings.isEmpty()) {
            throw new AwsRefusal(400, "BadRequestException", String.join("; ", findings));
        }
        return members;
    }

    private static Map<String, Object> body(AwsRequest request) {
        if (request.body().length == 0) {
            return Map.of();
        }
        var members = new LinkedHashMap<String, Object>();
        map(JsonText.read(request.text())).forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
    }

    private void check(@Nullable Object value, String shape, String at, List<String> findings, boolean byMember) {
        var described = map(shapes.get(shape));
        switch (String.valueOf(described.get("type"))) {
            case "structure" -> structure(value, described, at, findings, byMember);
            case "list" -> {
                if (fits(value instanceof List, at, findings)) {
                    var place = 0;
                    for (var each : list(value)) {
                        check(each, String.valueOf(described.get("member")), at + "[" + place++ + "]", findings, false);
                    }
                }
            }
            case "map" -> {
                if (fits(value instanceof Map, at, findings)) {
                    map(value)
                            .forEach((key, each) -> check(
                                    each, String.valueOf(described.get("value")), at + "." + key, findings, false));
                }
            }
            case "string" -> {
                if (fits(value instanceof String, at, findings)) {
                    string(String.valueOf(value), described, at, findings);
                }
            }
            case "boolean" -> fits(value instanceof Boolean || isText(value, "true|false"), at, findings);
            case "integer", "long" -> {
                if (fits(isWhole(value) || isText(value, "-?[0-9]+"), at, findings)) {
                    bounds(new BigDecimal(String.valueOf(value)), described, at, findings);
                }
            }
            case "double", "float" -> {
                if (fits(value instanceof Number, at, findings)) {
                    bounds(new BigDecimal(String.valueOf(value)), described, at, findings);
                }
            }
            case "timestamp" -> fits(value instanceof Number || value instanceof String, at, findings);
            default -> findings.add(at + " is of a type that the stand-in does not know: " + described.get("type"));
        }
    }

    private void structure(
            @Nullable Object value, Map<?, ?> described, String at, List<String> findings, boolean byMember) {
        if (!fits(value instanceof Map, at, findings)) {
            return;
        }
        var members = map(described.get("members"));
        var given = map(value);
        var names = new LinkedHashMap<String, String>();
        members.forEach((name, member) -> names.put(
                byMember || !map(member).containsKey("locationName")
                        ? String.valueOf(name)
                        : String.valueOf(map(member).get("locationName")),
                String.valueOf(map(member).get("shape"))));
        given.forEach((name, each) -> {
            var shape = names.get(String.valueOf(name));
            if (shape == null) {
                findings.add("unknown member " + at + "." + name);
            } else {
                check(each, shape, at + "." + name, findings, false);
            }
        });
        if (described.get("required") instanceof List<?> required) {
            for (var name : required) {
                var member = map(members.get(name));
                var written = byMember || !member.containsKey("locationName") ? name : member.get("locationName");
                var besideTheBody = !byMember && member.containsKey("location");
                if (!besideTheBody && !given.containsKey(written)) {
                    findings.add(at + "." + written + " is required");
                }
            }
        }
    }

    private static void string(String text, Map<?, ?> described, String at, List<String> findings) {
        if (described.get("enum") instanceof List<?> values && !values.contains(text)) {
            findings.add(at + " is none of " + values);
        }
        if (described.get("pattern") instanceof String pattern
                && !PATTERNS.computeIfAbsent(pattern, Pattern::compile)
                        .matcher(text)
                        .find()) {
            findings.add(at + " does not match " + pattern);
        }
        bounds(BigDecimal.valueOf(text.length()), described, at, findings);
    }

    private static void bounds(BigDecimal number, Map<?, ?> described, String at, List<String> findings) {
        if (described.get("min") instanceof Number least
                && number.compareTo(new BigDecimal(String.valueOf(least))) < 0) {
            findings.add(at + " is less than " + least);
        }
        if (described.get("max") instanceof Number most && number.compareTo(new BigDecimal(String.valueOf(most))) > 0) {
            findings.add(at + " is more than " + most);
        }
    }

    private static boolean isWhole(@Nullable Object value) {
        return value instanceof Long || value instanceof Integer;
    }

    private static boolean isText(@Nullable Object value, String form) {
        return value instanceof String text && text.matches(form);
    }

    private static boolean fits(boolean asExpected, String at, List<String> findings) {
        if (!asExpected) {
            findings.add(at + " is of another type");
        }
        return asExpected;
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
