package foyer.session;

import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;

class SessionsInMemoryTest implements SessionsContract {
    private final Sessions sessions = new SessionsInMemory();

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public void write(Alongside change) {
        AlongsideInMemory.write(change);
    }
}
