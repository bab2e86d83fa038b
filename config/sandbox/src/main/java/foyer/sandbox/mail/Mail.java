package foyer.sandbox.mail;

import foyer.sandbox.fault.Effect;
import foyer.sandbox.fault.FaultControl;
import foyer.sandbox.fault.Faults;
import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Routes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;

/** The mailbox: SMTP on its own port, what has arrived under {@code /mail}. */
public final class Mail implements AutoCloseable {
    private static final String MESSAGES = "/mail/messages";

    private final Faults faults = new Faults();
    private final ClosedMailboxes closed = new ClosedMailboxes();
    private final Letters letters;
    private final MailServer server;
    private final SmtpDoor door;

    private Mail(int port, Clock clock) throws IOException {
        this.letters = new Letters(clock);
        this.server = MailServer.start(letters);
        this.door = new SmtpDoor(port, server.port(), faults, closed);
    }

    /** Fails with a {@link java.net.BindException} where the port is occupied; 0 takes any free one. */
    public static Mail start(int port, Clock clock) throws IOException {
        return new Mail(port, clock);
    }

    public int port() {
        return door.port();
    }

    public void addTo(Routes routes) {
        new FaultControl(faults, EnumSet.allOf(Effect.class)).addTo(routes, "/mail/_control/faults");
        closed.addTo(routes);
        routes.on("GET", "/mail", asked -> MailPage.of(letters.list()));
        routes.on("GET", MESSAGES, this::list);
        routes.on("DELETE", MESSAGES, asked -> {
            letters.clear();
            return Answer.empty(204);
        });
        routes.on("GET", MESSAGES + "/*", this::show);
    }

    /** Fails where the mail server does not greet. */
    public void ask() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(5_000);
            var line = new SmtpLines(socket);
            if (!line.readReply().startsWith("220")) {
                throw new IOException("the mail server does not greet");
            }
            line.write("QUIT\r\n");
            line.readReply();
        }
    }

    private Answer list(Request request) {
        var items = request.query("to").map(letters::to).orElseGet(letters::list);
        return Answer.json(200, Map.of("items", items));
    }

    /** A letter as JSON, or with {@code /html} after its id the page it carries: inert, for it is somebody else's. */
    private Answer show(Request request) {
        var rest = request.path().substring(MESSAGES.length() + 1);
        var asPage = rest.endsWith("/html");
        var id = asPage ? rest.substring(0, rest.length() - "/html".length()) : rest;
        var letter = letters.find(id).orElseThrow(() -> Refusal.notFound(request.path()));
        if (!asPage) {
            return Answer.json(200, letter);
        }
        return Answer.of(200, "text/html; charset=utf-8", letter.html().getBytes(StandardCharsets.UTF_8))
                .with(
                        "Content-Security-Policy",
                        "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:");
    }

    @Override
    public void close() throws IOException {
        door.close();
        server.close();
    }
}
