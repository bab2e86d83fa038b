package foyer.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErrorPageTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2030-05-01T12:00:00Z"), ZoneOffset.UTC);

    private final Logger logger = Logger.getLogger(ErrorPage.class.getName());
    private final Noted noted = new Noted();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean gone;

    @BeforeEach
    void listen() {
        logger.addHandler(noted);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(noted);
        logger.setUseParentHandlers(true);
    }

    @Test
    void whoeverHangsUpWakesNobody() throws Exception {
        gone = true;

        shown(new IOException("Connection is closed"));

        assertThat(noted.lines).extracting(LogRecord::getLevel).containsExactly(Level.INFO);
    }

    @Test
    void whoIsThereIsAnsweredThoughALineBroke() throws Exception {
        shown(new IOException("Half a character"));

        assertThat(body.toString(StandardCharsets.UTF_8)).contains("\"code\":\"internal\"");
    }

    @Test
    void whatNobodyExpectedWakesSomebodyAndIsToldAsLittleAsPossible() throws Exception {
        var bug = new IllegalStateException("secret");

        shown(bug);

        assertThat(noted.lines).extracting(LogRecord::getLevel).containsExactly(Level.SEVERE);
        assertThat(noted.lines).extracting(LogRecord::getThrown).containsExactly(bug);
        assertThat(body.toString(StandardCharsets.UTF_8))
                .contains("\"code\":\"internal\"")
                .doesNotContain("secret");
    }

    private void shown(Throwable thrown) throws Exception {
        var page = new ErrorPage(NOON);
        page.init(ofTheApiAlone());
        page.service(failed(thrown), answer());
    }

    private static ServletConfig ofTheApiAlone() {
        return (ServletConfig) Proxy.newProxyInstance(
                ErrorPageTest.class.getClassLoader(),
                new Class<?>[] {ServletConfig.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getInitParameter" -> null;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private static HttpServletRequest failed(Throwable thrown) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ErrorPageTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getDispatcherType" -> DispatcherType.ERROR;
                    case "getAttribute" -> RequestDispatcher.ERROR_EXCEPTION.equals(arguments[0]) ? thrown : null;
                    case "getUserPrincipal" -> null;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private HttpServletResponse answer() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                ErrorPageTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "setStatus", "setHeader", "setContentType", "setContentLength" -> null;
                    case "getOutputStream" -> new Written();
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private static final class Noted extends Handler {
        private final List<LogRecord> lines = new ArrayList<>();

        @Override
        public void publish(@Nullable LogRecord line) {
            if (line != null) {
                lines.add(line);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private final class Written extends ServletOutputStream {
        @Override
        public void write(int written) throws IOException {
            if (gone) {
                throw new IOException("Broken pipe");
            }
            body.write(written);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("setWriteListener");
        }
    }
}
