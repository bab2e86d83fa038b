package foyer.sandbox;

/** Ends the sandbox with the process that started it, even where that one was killed and could tell nobody. */
final class ParentWatch {
    private ParentWatch() {}

    /** Runs the end at once where the parent is gone already. */
    static void endWith(long parent, Runnable end) {
        var watch = new Thread(
                () -> {
                    ProcessHandle.of(parent)
                            .ifPresent(process -> process.onExit().join());
                    end.run();
                },
                "watch over process " + parent);
        watch.setDaemon(true);
        watch.start();
    }
}
