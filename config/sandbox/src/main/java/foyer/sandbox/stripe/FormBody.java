package foyer.sandbox.stripe;

import foyer.sandbox.http.Refusal;
import foyer.sandbox.stripe.book.Tree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Stripe's way of nesting things in a form: {@code line_items[0][quantity]=2}, {@code expand[]=line_items}. */
final class FormBody {
    private static final Pattern KEY = Pattern.compile("[^\\[\\]]+(\\[[^\\[\\]]*])*");
    private static final Pattern INDEX = Pattern.compile("\\d{1,4}");
    private static final int DEEPEST = 8;

    private FormBody() {}

    /** Texts in maps and lists; fails with a {@link Refusal} where it is not a form. */
    static Tree read(String form) {
        var root = new Tree();
        for (var pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var key = equals < 0 ? pair : pair.substring(0, equals);
                put(root, decoded(key), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return (Tree) listed(root);
    }

    private static void put(Tree root, String key, String value) {
        var words = words(key);
        Map<String, Object> at = root;
        for (var word : words.subList(0, words.size() - 1)) {
            at = below(at, word);
        }
        var last = words.get(words.size() - 1);
        at.put(last.isEmpty() ? Integer.toString(at.size()) : last, value);
    }

    private static Tree below(Map<String, Object> at, String word) {
        var key = word.isEmpty() ? Integer.toString(at.size()) : word;
        if (at.computeIfAbsent(key, fresh -> new Tree()) instanceof Tree tree) {
            return tree;
        }
        throw Refusal.invalid("A parameter is both a value and a group: " + word);
    }

    private static List<String> words(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Refusal.invalid("Not the name of a parameter: " + key);
        }
        var words = List.of(key.replace("]", "").split("\\[", -1));
        if (words.size() > DEEPEST) {
            throw Refusal.invalid("Too deep a parameter: " + key);
        }
        return words;
    }

    /** A group whose names are all numbers is a list, in the order of the numbers. */
    private static Object listed(Tree tree) {
        var below = new Tree();
        tree.forEach((key, value) -> below.put(key, value instanceof Tree group ? listed(group) : value));
        if (below.isEmpty()
                || !below.keySet().stream().allMatch(key -> INDEX.matcher(key).matches())) {
            return below;
        }
        var byIndex = new LinkedHashMap<Integer, Object>();
        below.keySet().stream()
                .sorted((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)))
                .forEach(key -> byIndex.put(Integer.parseInt(key), below.get(key)));
        return new ArrayList<>(byIndex.values());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Refusal.invalid("The form is not properly percent-encoded.");
        }
    }
}
