package foyer.shared;

import java.util.concurrent.atomic.AtomicInteger;

/** Hashes nothing and takes no time, but counts what would have been slow. */
public final class QuickPasswords implements Passwords {
    private final AtomicInteger slowHashes = new AtomicInteger();
    private volatile Runnable meanwhile = () -> {};

    /** What happens while a password is hashed or compared. */
    public void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    public int slowHashes() {
        return slowHashes.get();
    }

    @Override
    public String hash(String password) {
        slowHashes.incrementAndGet();
        meanwhile.run();
        return "hash of " + password;
    }

    @Override
    public boolean matches(String password, String stored) {
        slowHashes.incrementAndGet();
        meanwhile.run();
        return stored.equals("hash of " + password);
    }

    @Override
    public void matchNothing(String password) {
        slowHashes.incrementAndGet();
    }
}
