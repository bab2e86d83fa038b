package foyer.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Submissions of every kind, sound ones and any others. */
final class Submissions {
    private static final List<String> NAMES = List.of(
            "title",
            "description",
            "authType",
            "startsAt",
            "endsAt",
            "timeZone",
            "capacity",
            "videoConfig",
            "videoUrl",
            "registrationConfig",
            "paymentConfig",
            "passwordConfig",
            "embedConfig",
            "verifyEmail",
            "waitingList",
            "screens",
            "vimeoId",
            "fields",
            "required",
            "customization",
            "name",
            "label",
            "labels",
            "type",
            "options",
            "optionLabels",
            "pattern",
            "min",
            "max",
            "maxLength",
            "help",
            "showWhen",
            "field",
            "equals",
            "price",
            "currency",
            "mode",
            "password",
            "allowedOrigins",
            "pageUrl",
            "manifestUrl",
            "logoUrl",
            "eventId",
            "state",
            "version",
            "createdAt");
    private static final List<String> WORDS = List.of(
            "",
            "none",
            "payment",
            "email",
            "select",
            "number",
            "date",
            "checkbox",
            "2030-05-01T20:00:00",
            "2030-05-01T22:00:00+02:00",
            "2030-05-01",
            "Europe/Vienna",
            "https://media.example.com/a.m3u8",
            "http://0x7f.1/",
            "https://[::1]:99999/",
            "EUR",
            "XXX",
            "shared",
            "personal",
            "(a+)+$",
            "[",
            "#00aa77",
            "de");

    private Submissions() {}

    /** Trees such as JSON can say, mostly nonsense under names that mean something. */
    static Arbitrary<Map<String, Object>> any() {
        return Arbitraries.randomValue(random -> group(random, 4));
    }

    /** What the rules allow, with one or another of the fields that may be left out. */
    static Arbitrary<Map<String, Object>> sound() {
        var optional = Arbitraries.of(
                        Map.entry("description", (Object) "Come as you are.\nBring friends. 🎬"),
                        Map.entry("capacity", (Object) 100L),
                        Map.entry("verifyEmail", (Object) false),
                        Map.entry("waitingList", (Object) true),
                        Map.entry("screens", (Object) 3L),
                        Map.entry("vimeoId", (Object) "76979871"),
                        Map.entry("videoUrl", (Object) "https://media.example.com/a.m3u8?x=%20#t"),
                        Map.entry("videoConfig", (Object) Map.of("elementalUrl", "http://localhost:8090/live")),
                        Map.entry("paymentConfig", (Object)
                                Map.of("price", 1000L, "currency", "KWD", "onDispute", "revoke")),
                        Map.entry("passwordConfig", (Object) Map.of("password", "open sesame")),
                        Map.entry("embedConfig", (Object) Map.of("allowedOrigins", List.of("https://p.example.com"))),
                        Map.entry("registrationConfig", (Object) aForm()))
                .list()
                .ofMaxSize(12);
        var titles = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(60)
                .filter(text -> !text.isBlank()
                        && text.codePoints().noneMatch(point -> switch (Character.getType(point)) {
                            case Character.CONTROL,
                                    Character.SURROGATE,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR -> true;
                            default -> false;
                        }));
        return Combinators.combine(titles, Arbitraries.of("none", "email", "password", "payment"), optional)
                .as((title, authType, more) -> {
                    var tree = SomeEvents.aSubmission();
                    tree.put("title", title);
                    tree.put("authType", authType);
                    more.forEach(entry -> tree.put(entry.getKey(), entry.getValue()));
                    return tree;
                });
    }

    private static Map<String, Object> aForm() {
        return Map.of(
                "fields",
                List.of(
                        "email",
                        Map.of(
                                "name",
                                "age",
                                "type",
                                "number",
                                "min",
                                new BigDecimal("1E+1"),
                                "max",
                                new BigDecimal("99.50")),
                        Map.of("name", "seat", "type", "select", "options", List.of("a", "b"), "label", "Seat"),
                        Map.of(
                                "name",
                                "why",
                                "showWhen",
                                Map.of("field", "seat", "equals", "a"),
                                "pattern",
                                "[a-z]+",
                                "maxLength",
                                10L),
                        Map.of("name", "day", "type", "date", "min", "2030-01-01", "labels", Map.of("de", "Tag"))),
                "required",
                List.of("email"),
                "customization",
                Map.of("primaryColor", "#00aa77", "intro", "Hello"));
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> random.nextLong();
            case 1 -> new BigDecimal(BigInteger.valueOf(random.nextInt()), random.nextInt(2000) - 1000);
            case 2 -> random.nextBoolean();
            case 3 -> null;
            case 4 -> characters(random);
            case 5 -> WORDS.get(random.nextInt(WORDS.size()));
            case 6 -> group(random, depth - 1);
            default ->
                Stream.generate(() -> value(random, depth - 1))
                        .limit(random.nextInt(4))
                        .collect(Collectors.toCollection(ArrayList<@Nullable Object>::new));
        };
    }

    private static Map<String, Object> group(Random random, int depth) {
        var tree = new HashMap<String, @Nullable Object>();
        for (var field = random.nextInt(12); field >= 0; field--) {
            var name = random.nextInt(10) == 0 ? characters(random) : NAMES.get(random.nextInt(NAMES.size()));
            tree.put(name, value(random, depth));
        }
        return tree;
    }

    private static String characters(Random random) {
        return random.ints(random.nextInt(20), 0, Character.MAX_VALUE + 1)
                .mapToObj(character -> String.valueOf((char) character))
                .collect(Collectors.joining());
    }
}
