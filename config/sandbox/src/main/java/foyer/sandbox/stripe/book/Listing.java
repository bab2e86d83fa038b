package foyer.sandbox.stripe.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** One page of a list, by Stripe's rules (docs.stripe.com/api/pagination). */
public final class Listing {
    private static final int USUAL = 10;
    private static final int MOST = 100;

    private final Parameters parameters;
    private Predicate<Tree> fits = object -> true;

    private Listing(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Filters by {@code created}, exactly or {@code [gt|gte|lt|lte]}, unless told otherwise. */
    public static Listing by(Parameters parameters) {
        var listing = new Listing(parameters);
        return listing.and(listing.created());
    }

    /** Filters by a parameter that has the name of the key. */
    public Listing and(String key) {
        var wanted = parameters.text(key);
        return wanted.isEmpty() ? this : and(object -> Objects.equals(String.valueOf(object.get(key)), wanted.get()));
    }

    public Listing and(Predicate<Tree> filter) {
        fits = fits.and(filter);
        return this;
    }

    private Predicate<Tree> created() {
        if (!parameters.has("created")) {
            parameters.ignore("created");
            return object -> true;
        }
        if (parameters.isText("created")) {
            var exactly = parameters.number("created").orElse(0);
            return object -> object.number("created") == exactly;
        }
        var range = parameters.group("created").orElseThrow();
        var above = bound(range, "gt", Long.MIN_VALUE);
        var from = bound(range, "gte", Long.MIN_VALUE);
        var below = bound(range, "lt", Long.MAX_VALUE);
        var until = bound(range, "lte", Long.MAX_VALUE);
        return object -> {
            var created = object.number("created");
            return (above == Long.MIN_VALUE || created > above)
                    && created >= from
                    && (below == Long.MAX_VALUE || created < below)
                    && created <= until;
        };
    }

    private static long bound(Parameters range, String name, long otherwise) {
        return range.number(name).orElse(otherwise);
    }

    /** @param url the address of the list, as Stripe names it in its answer */
    public Tree of(Shelf shelf, String url) {
        var limit = limit(parameters.number("limit"));
        var after = parameters.text("starting_after");
        var before = parameters.text("ending_before");
        parameters.end();
        after.ifPresent(id -> shelf.get(id, "starting_after"));
        before.ifPresent(id -> shelf.get(id, "ending_before"));
        var all = shelf.newestFirst(
                fits.or(object -> after.filter(object.id()::equals).isPresent()
                        || before.filter(object.id()::equals).isPresent()));
        var from = after.map(id -> position(all, id) + 1).orElse(0);
        var to = before.map(id -> position(all, id)).orElse(all.size());
        // Going backwards, the page is the one that ends just before the object named.
        var first = before.isPresent() ? Math.max(from, to - limit) : from;
        var last = Math.max(first, Math.min(to, first + limit));
        return page(all.subList(first, last), before.isPresent() ? first > from : last < to, url);
    }

    private static int limit(OptionalLong asked) {
        var limit = asked.orElse(USUAL);
        if (limit < 1 || limit > MOST) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", "This value must be between 1 and 100, inclusive", "limit");
        }
        return (int) limit;
    }

    private static int position(List<Tree> objects, String id) {
        for (var i = 0; i < objects.size(); i++) {
            if (objects.get(i).id().equals(id)) {
                return i;
            }
        }
        return objects.size();
    }

    public static Tree page(List<Tree> objects, boolean hasMore, String url) {
        return new Tree()
                .with("object", "list")
                .with("data", new ArrayList<Object>(objects))
                .with("has_more", hasMore)
                .with("url", url);
    }
}
