package foyer.bench;

import foyer.demo.DemoEvents;
import foyer.demo.OrganiserTools;
import foyer.launch.SandboxProcess;
import java.time.Clock;

/** Puts on offer what is measured. */
final class Organiser {
    private Organiser() {}

    /** The demo's recorded event and its live one, which begins; answers their ids. */
    static Offer publish(OrganiserTools tools, SandboxProcess sandbox) {
        sandbox.startLive("demo");
        var events = new DemoEvents(Clock.systemUTC(), sandbox.origin(), sandbox.url()).all();
        return new Offer(tools.publish(events.get(0)), tools.publish(events.get(1)));
    }

    record Offer(String recorded, String live) {}
}
