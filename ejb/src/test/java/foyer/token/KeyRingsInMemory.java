package foyer.token;

/** Keeps the ring as long as the test runs. */
public final class KeyRingsInMemory implements KeyRings {
    private KeyRing ring = KeyRing.EMPTY;

    @Override
    public synchronized KeyRing current() {
        return ring;
    }

    @Override
    public synchronized boolean succeed(KeyRing next) {
        if (next.version() != ring.version() + 1) {
            return false;
        }
        ring = next;
        return true;
    }
}
