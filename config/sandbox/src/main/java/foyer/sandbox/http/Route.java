package foyer.sandbox.http;

import java.io.IOException;

/** What a stand-in says to one kind of request. */
@FunctionalInterface
public interface Route {
    /** Fails with {@link Refusal} for what the caller did wrong. */
    Answer answer(Request request) throws IOException, InterruptedException;
}
