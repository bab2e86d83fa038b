package foyer.event;

import net.jqwik.api.Arbitrary;

/** Events of every kind that the rules allow. */
public final class SoundEvents {
    private SoundEvents() {}

    public static Arbitrary<Event> any() {
        return Submissions.sound().map(SomeEvents::aDraftOf);
    }
}
