package foyer.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what one logger is told, from its making until it is closed, instead of printing it. */
public final class KeptLines implements AutoCloseable {
    private final List<LogRecord> lines = new ArrayList<>();
    private final Logger logger;
    private final Handler keeping = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public KeptLines(Logger logger) {
        this.logger = logger;
        logger.setUseParentHandlers(false);
        logger.addHandler(keeping);
    }

    /** Those told so far, in their order; goes on growing. */
    public List<LogRecord> lines() {
        return lines;
    }

    @Override
    public void close() {
        logger.removeHandler(keeping);
        logger.setUseParentHandlers(true);
    }
}
