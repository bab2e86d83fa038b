package foyer.bench;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** What a viewer costs the server: opening a session, and keeping it. */
final class Sessions {
    private static final int SCREENS = 500;

    private final Ground ground;

    Sessions(Ground ground) {
        this.ground = ground;
    }

    /** Both against an empty POST, and the shared password against no password. */
    void cost() {
        System.out.println("\nSessions, beside an empty JAX-RS resource on the same server");
        var port = ground.port();
        var logins = new Logins(ground);
        var nothing = Load.post(port, "/empty/nothing", "{}");
        var cpu = new CpuPerRequest(ground.server().process());
        var open = logins.freely();
        var shared = logins.bySharedPassword();
        var opening = Load.of(port, List.of(open));
        ground.bars()
                .atMost(
                        "opening a session : empty resource",
                        cpu.ratio("POST /api/auth/login", opening, "POST of nothing", nothing),
                        1.7);
        ground.bars()
                .atMost(
                        "heartbeat : empty POST",
                        cpu.ratio("POST heartbeat", new Load(port, beats(open)), "POST of nothing", nothing),
                        1.25);
        ground.bars()
                .atMost(
                        "shared password : no password",
                        cpu.ratio("login, shared password", Load.of(port, List.of(shared)), "login, none", opening),
                        1.1);
    }

    private List<Supplier<byte[]>> beats(byte[] login) {
        var opened = new Herd(ground.port(), 8).rush(Collections.nCopies(SCREENS, login));
        return Reports.of(opened.bodies()).stream()
                .<Supplier<byte[]>>map(screen -> screen::next)
                .toList();
    }
}
