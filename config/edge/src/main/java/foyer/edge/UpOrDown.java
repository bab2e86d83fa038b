package foyer.edge;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Tells the public of our health whether we are up or down, and not what is made of what. Payara serves it inside of the
 * application at the root; the answer keeps the shape of MicroProfile Health, without a single check. Mapped for requests.
 */
public class UpOrDown implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = (HttpServletResponse) response;
        chain.doFilter(request, new Unheard(answer));
        var status = answer.getStatus();
        // What is neither was no question about our health, and others answer it.
        if (status == HttpServletResponse.SC_OK || status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            write(status == HttpServletResponse.SC_OK ? "UP" : "DOWN", answer);
        }
    }

    private static void write(String status, HttpServletResponse answer) throws IOException {
        var json = "{\"status\":\"" + status + "\",\"checks\":[]}";
        answer.setContentType("application/json");
        answer.setContentLength(json.length());
        answer.getOutputStream().write(json.getBytes(StandardCharsets.US_ASCII));
    }

    /** An answer whose status counts and whose words nobody hears. */
    private static final class Unheard extends HttpServletResponseWrapper {
        Unheard(HttpServletResponse answer) {
            super(answer);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new Nowhere();
        }

        @Override
        public PrintWriter getWriter() {
            return new PrintWriter(new Nowhere(), false, StandardCharsets.UTF_8);
        }
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public void write(int any) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Nobody answers here later.");
        }
    }
}
