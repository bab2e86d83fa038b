package foyer.event;

import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import java.util.HashSet;
import java.util.Set;

class EventsInMemoryTest implements EventsContract {
    private final Set<String> notes = new HashSet<>();

    private final EventsInMemory events = new EventsInMemory();

    @Override
    public Events events() {
        return events;
    }

    @Override
    public Alongside noting(String note) {
        return new AlongsideInMemory(() -> {}, () -> notes.add(note));
    }

    @Override
    public boolean isNoted(String note) {
        return notes.contains(note);
    }
}
