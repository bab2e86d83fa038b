package foyer.running;

import foyer.running.Relay.Call;
import foyer.running.Relay.Moment;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A moment at which the server is killed. */
record CrashPoint(Call call, Moment moment) {
    private static final String PART = System.getProperty("foyer.crash-points.part", "1/1");

    /** Before and after each of the calls; of these the part that is asked for, so that many runs share a journey. */
    static List<CrashPoint> of(List<Call> calls) {
        if (!PART.matches("[1-9]\\d{0,2}/[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("foyer.crash-points.part is not like 2/3: " + PART);
        }
        var all = calls.stream()
                .flatMap(call -> Stream.of(Moment.values()).map(moment -> new CrashPoint(call, moment)))
                .toList();
        var parts = PART.split("/", -1);
        var first = Integer.parseInt(parts[0]) - 1;
        var step = Integer.parseInt(parts[1]);
        return IntStream.iterate(first, next -> next < all.size(), next -> next + step)
                .mapToObj(all::get)
                .toList();
    }

    @Override
    public String toString() {
        return moment + " " + call;
    }
}
