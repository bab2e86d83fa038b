package foyer.bench.empty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Answers 204 and does nothing. */
@Path("nothing")
public class EmptyResource {
    @GET
    public Response get() {
        return Response.noContent().build();
    }

    @POST
    public Response post(String body) {
        return Response.noContent().build();
    }
}
