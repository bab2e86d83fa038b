package foyer.bench;

import foyer.demo.DemoEvents;
import foyer.demo.OrganiserTools;
import foyer.launch.MicroServer;
import foyer.launch.SandboxProcess;
import java.time.Clock;

/** Puts on offer what is measured. */
final class Organiser {
    private Organiser() {}

    /** The demo's recorded event; answers its id. */
    static String publishRecorded(MicroServer server, SandboxProcess sandbox, String email, String password) {
        var events = new DemoEvents(Clock.systemUTC(), sandbox.origin(), sandbox.url());
        return OrganiserTools.signIn(server.url(), email, password)
                .publish(events.all().get(0));
    }
}
