package foyer.registration;

import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import java.util.HashSet;
import java.util.Set;

class RegistrationsInMemoryTest implements RegistrationsContract, SeatsContract, AlongsideContract, ReturningContract {
    private final RegistrationsInMemory registrations = new RegistrationsInMemory();
    private final Set<String> notes = new HashSet<>();

    @Override
    public Registrations registrations() {
        return registrations;
    }

    @Override
    public Alongside noting(String note) {
        return new AlongsideInMemory(() -> {}, () -> notes.add(note));
    }

    @Override
    public Alongside refusing(RuntimeException why) {
        return new AlongsideInMemory(
                () -> {
                    throw why;
                },
                () -> {});
    }

    @Override
    public boolean isNoted(String note) {
        return notes.contains(note);
    }
}
