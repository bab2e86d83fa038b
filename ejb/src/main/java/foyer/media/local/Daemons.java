package foyer.media.local;

/** Threads for what goes on for as long as a picture is live; none of them keeps this server from ending. */
final class Daemons {
    private Daemons() {}

    static Thread run(String name, Runnable work) {
        var thread = named(name, work);
        thread.start();
        return thread;
    }

    static Thread named(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
