package foyer.sandbox.mail;

import foyer.sandbox.fault.Fault;
import foyer.sandbox.fault.Faults;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;

/**
 * One SMTP connection (RFC 5321). A fault hits the command it names; one on {@code *} hits DATA, so that
 * it counts letters and not the small talk before them.
 */
final class Conversation {
    private static final String DATA = "DATA";

    private final Socket line;
    private final SmtpLines client;
    private final SmtpLines server;
    private final Faults faults;
    private final ClosedMailboxes closed;

    Conversation(Socket client, Socket server, Faults faults, ClosedMailboxes closed) throws IOException {
        this.line = client;
        this.client = new SmtpLines(client);
        this.server = new SmtpLines(server);
        this.faults = faults;
        this.closed = closed;
    }

    void run() throws IOException, InterruptedException {
        client.write(server.readReply());
        var goesOn = true;
        while (goesOn) {
            var command = client.readLine();
            goesOn = command.isPresent() && answer(command.get());
        }
    }

    /** Whether the connection stays open. */
    private boolean answer(String command) throws IOException, InterruptedException {
        var verb = command.strip().split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        var fault = verb.equals(DATA) ? faults.strike(DATA) : faults.strikeOnly(verb);
        if (fault.isPresent()) {
            return fail(fault.get(), verb, command);
        }
        client.write(isRefused(verb, command) ? "550 5.1.1 No such mailbox here\r\n" : hand(verb, command));
        return !verb.equals("QUIT");
    }

    private boolean isRefused(String verb, String command) {
        return verb.equals("RCPT") && closed.hit(command);
    }

    private boolean fail(Fault fault, String verb, String command) throws IOException, InterruptedException {
        return switch (fault.effect()) {
            case BEFORE -> {
                client.write("451 4.3.0 Requested action aborted: fault switch\r\n");
                yield true;
            }
            case AFTER -> {
                hand(verb, command);
                yield false;
            }
            case RESET -> {
                hand(verb, command);
                // Closing with a linger of nothing sends a reset instead of an orderly end.
                line.setSoLinger(true, 0);
                yield false;
            }
            case THROTTLE -> {
                client.write("421 4.7.0 Too many messages, try again later\r\n");
                sayGoodbye();
                yield false;
            }
            case DELAY -> {
                fault.sleep();
                client.write(hand(verb, command));
                yield true;
            }
        };
    }

    /** A client that is sent away still says QUIT, and would take a closed line for the reason. */
    private void sayGoodbye() throws IOException {
        if (client.readLine().isPresent()) {
            client.write("221 2.0.0 Bye\r\n");
        }
    }

    /** Hands a command on, for DATA with the letter after it, and returns the server's last word on it. */
    private String hand(String verb, String command) throws IOException {
        server.write(command);
        var reply = server.readReply();
        if (!verb.equals(DATA) || !reply.startsWith("354")) {
            return reply;
        }
        client.write(reply);
        Optional<String> content;
        do {
            content = client.readLine();
            server.write(content.orElseThrow(() -> new EOFException("hung up within a letter")));
        } while (!content.get().equals(".\r\n"));
        return server.readReply();
    }
}
