package foyer.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Speaks to a server byte by byte, for what no well-behaved client would send. */
final class RawSocket {
    private final URI server;

    RawSocket(String url) {
        this.server = URI.create(url);
    }

    /** Sends one request without a body for this target, unescaped and unchanged; answers all that came back. */
    String get(String target) {
        return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** Answers what came back: to the end of the JSON, or until the server closed the connection. */
    String send(String request) {
        try (var socket = open()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return answer(socket);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Announces a body, sends half of it and hangs up. */
    void sendHalf(String method, String target, byte[] body) {
        var head = "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                .formatted(method, target, body.length);
        try (var socket = open()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body, 0, body.length / 2);
            socket.getOutputStream().flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What comes back on this connection: to the end of the JSON, or until the server closes it. */
    static String answer(Socket socket) throws IOException {
        var answer = new ByteArrayOutputStream();
        var in = socket.getInputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            answer.write(next);
            if (next == '}' && complete(answer)) {
                break;
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** A connection of its own, to be sent to and closed by the caller. */
    Socket open() throws IOException {
        var socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(25_000);
        return socket;
    }

    private static boolean complete(ByteArrayOutputStream answer) {
        return answer.toString(StandardCharsets.UTF_8).endsWith("}}");
    }
}
