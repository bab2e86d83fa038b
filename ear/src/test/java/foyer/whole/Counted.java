package foyer.whole;

import java.util.stream.Stream;

/** What Payara itself counts of a method's fault tolerance. */
final class Counted {
    private Counted() {}

    /**
     * How often that has happened.
     *
     * @param method with its class
     * @param what the metric's name as it is served
     * @param labels all of which the count must have
     */
    static double on(Whole server, String method, String what, String... labels) {
        return server.overTls()
                .with("Authorization", server.bearer("admin"))
                .get("/metrics?scope=base")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith(what + "{") && line.contains(method))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
