package foyer.sandbox.stripe.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All objects of one kind, in the order in which they came. */
public final class Shelf {
    private final String kind;
    private final Map<String, Tree> byId = new LinkedHashMap<>();
    private final List<Tree> inOrder = new ArrayList<>();

    Shelf(String kind) {
        this.kind = kind;
    }

    public Tree add(Tree object) {
        byId.put(object.id(), object);
        inOrder.add(object);
        return object;
    }

    public void remove(Tree object) {
        byId.remove(object.id());
        inOrder.remove(object);
    }

    public Optional<Tree> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @param parameter whose value the id was, as the refusal names it */
    public Tree get(String id, String parameter) {
        return find(id).orElseThrow(() -> StripeError.noSuch(kind, id, parameter));
    }

    public List<Tree> oldestFirst() {
        return List.copyOf(inOrder);
    }

    /** Those that fit, the newest first, as Stripe lists. */
    public List<Tree> newestFirst(Predicate<Tree> fits) {
        var found = new ArrayList<Tree>();
        for (ListIterator<Tree> back = inOrder.listIterator(inOrder.size()); back.hasPrevious(); ) {
            var object = back.previous();
            if (fits.test(object)) {
                found.add(object);
            }
        }
        return found;
    }
}
