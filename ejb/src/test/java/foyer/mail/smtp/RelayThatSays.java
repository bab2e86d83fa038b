package foyer.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A relay that agrees to everything but one command, in one conversation after the other. */
final class RelayThatSays implements AutoCloseable {
    /** Hangs up instead of an answer. */
    static final String NOTHING = "";

    private final ServerSocket door;
    private final String command;
    private final String answer;
    private final AtomicInteger conversations = new AtomicInteger();
    private final AtomicInteger letters = new AtomicInteger();

    RelayThatSays(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::receive, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    int conversations() {
        return conversations.get();
    }

    /** How many it has taken. */
    int letters() {
        return letters.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void receive() {
        while (!door.isClosed()) {
            converse();
        }
    }

    private void converse() {
        try (var caller = door.accept();
                var lines =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            conversations.incrementAndGet();
            say(caller, "220 relay.example");
            var inLetter = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (inLetter && !line.equals(".")) {
                    continue;
                }
                inLetter = line.equals("DATA") && !command.equals("DATA");
                if (line.equals(".")) {
                    letters.incrementAndGet();
                }
                var reply = line.startsWith(command) ? answer : usual(line, inLetter);
                if (reply.isEmpty()) {
                    return;
                }
                say(caller, reply);
            }
        } catch (IOException hungUp) {
            // The test is over, or the caller had enough.
        }
    }

    private static String usual(String line, boolean inLetter) {
        return line.startsWith("EHLO") ? "250-relay.example\r\n250 AUTH PLAIN" : inLetter ? "354 go on" : "250 ok";
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
