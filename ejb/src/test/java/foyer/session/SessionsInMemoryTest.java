package foyer.session;

class SessionsInMemoryTest implements SessionsContract {
    private final Sessions sessions = new SessionsInMemory();

    @Override
    public Sessions sessions() {
        return sessions;
    }
}
