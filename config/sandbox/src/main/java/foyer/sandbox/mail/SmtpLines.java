package foyer.sandbox.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One end of an SMTP connection, line by line; a line keeps its end and its bytes, whatever their charset. */
final class SmtpLines {
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private final InputStream in;
    private final OutputStream out;

    SmtpLines(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Empty when the other side has hung up. */
    Optional<String> readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        int next;
        do {
            next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            line.write(next);
        } while (next != '\n');
        return Optional.of(line.toString(BYTES));
    }

    /** All lines of a reply: each but the last has a hyphen behind its code. */
    String readReply() throws IOException {
        var reply = new StringBuilder();
        String line;
        do {
            line = readLine().orElseThrow(() -> new EOFException("the mail server hung up"));
            reply.append(line);
        } while (line.length() > 3 && line.charAt(3) == '-');
        return reply.toString();
    }

    void write(String lines) throws IOException {
        out.write(lines.getBytes(BYTES));
        out.flush();
    }
}
