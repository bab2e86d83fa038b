package foyer.analytics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** More than one, as of somebody who opened the page again, or one of several that the others left. */
record SeveralScreens(Map<String, HeardScreen> byName) implements ScreensOfSession {
    SeveralScreens {
        byName = Map.copyOf(byName);
    }

    @Override
    public @Nullable HeardScreen named(String name) {
        return byName.get(name);
    }

    @Override
    public int size() {
        return byName.size();
    }

    @Override
    public ScreensOfSession with(HeardScreen screen) {
        var all = new HashMap<>(byName);
        all.put(screen.name(), screen);
        return new SeveralScreens(all);
    }

    @Override
    public @Nullable ScreensOfSession without(Predicate<HeardScreen> these) {
        var left = new HashMap<>(byName);
        left.values().removeIf(these);
        return left.isEmpty() ? null : left.size() == byName.size() ? this : new SeveralScreens(left);
    }

    @Override
    public Stream<HeardScreen> all() {
        return byName.values().stream();
    }
}
