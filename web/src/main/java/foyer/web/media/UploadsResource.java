package foyer.web.media;

import foyer.media.ReceivingParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * Where parts of uploads are sent, as S3 takes them: who has the address may send this part, and is asked nothing else. A part
 * goes to the disk as it comes.
 */
@Path("uploads")
@ApplicationScoped
public class UploadsResource {
    @Inject
    ReceivingParts receiving;

    @Inject
    PartBodies bodies;

    @PUT
    @Path("{permit}")
    @Consumes(MediaType.WILDCARD)
    public Response put(@PathParam("permit") String address, @Context HttpServletRequest call, InputStream body) {
        var permit = receiving.permit(address);
        bodies.read(call, permit.part(), permit.length(), body, limited -> receiving.receive(permit, limited));
        return Response.ok().build();
    }
}
