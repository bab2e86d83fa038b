package foyer.sandbox.stripe.ledger;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Objects in the place of their ids, where a call asks for them (docs.stripe.com/expand). */
final class Expansion {
    private static final int DEEPEST = 4;

    private final Books books;
    private final BiFunction<Tree, String, Object> includable;

    /** @param includable what an object can show by a key that it has not; null where it cannot */
    Expansion(Books books, BiFunction<Tree, String, Object> includable) {
        this.books = books;
        this.includable = includable;
    }

    /** @param answer a copy, which is changed */
    Tree expand(Tree answer, Map<String, ?> parameters) {
        if (parameters.get("expand") instanceof List<?> paths) {
            for (var path : paths) {
                var keys = String.valueOf(path).split("\\.", -1);
                if (keys.length > DEEPEST) {
                    throw StripeError.invalid(
                            null, "You cannot expand more than 4 levels of a property. Property: " + path, "expand");
                }
                expand(answer, keys, 0);
            }
        }
        return answer;
    }

    private void expand(Tree at, String[] keys, int index) {
        if (index == keys.length) {
            return;
        }
        var key = keys[index];
        var value = at.get(key);
        if (value instanceof List<?> list) {
            list.forEach(item -> expand((Tree) Objects.requireNonNull(item), keys, index + 1));
        } else if (value instanceof Tree below) {
            expand(below, keys, index + 1);
        } else if (value instanceof String id) {
            var found = books.find(id).orElseThrow(() -> unexpandable(key)).copy();
            at.with(key, found);
            expand(found, keys, index + 1);
        } else if (!at.containsKey(key)) {
            include(at, key);
        }
    }

    private void include(Tree at, String key) {
        var included = includable.apply(at, key);
        if (included == null) {
            throw unexpandable(key);
        }
        at.with(key, included);
    }

    private static StripeError unexpandable(String key) {
        return StripeError.invalid(null, "This property cannot be expanded (" + key + ").", "expand");
    }
}
