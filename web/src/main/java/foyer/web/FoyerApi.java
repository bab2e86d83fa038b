package foyer.web;

import foyer.web.access.FlowResource;
import foyer.web.analytics.AnalyticsResource;
import foyer.web.audit.AuditResource;
import foyer.web.auth.AuthResource;
import foyer.web.body.SubmissionReader;
import foyer.web.caller.KnownCredentials;
import foyer.web.caller.RolesGate;
import foyer.web.docs.DocsResource;
import foyer.web.error.ErrorMapper;
import foyer.web.error.ValidationErrors;
import foyer.web.event.EventsResource;
import foyer.web.mail.LettersResource;
import foyer.web.mail.PreviewResource;
import foyer.web.media.CaptionsResource;
import foyer.web.media.RecordingsResource;
import foyer.web.media.StreamResource;
import foyer.web.media.UploadsResource;
import foyer.web.oembed.OEmbedJsonResource;
import foyer.web.oembed.OEmbedResource;
import foyer.web.oembed.OEmbedXmlResource;
import foyer.web.operator.OperatorsResource;
import foyer.web.payment.NoticesResource;
import foyer.web.payment.PaymentsResource;
import foyer.web.payment.ReconciliationResource;
import foyer.web.payment.RefundsResource;
import foyer.web.payment.VouchersResource;
import foyer.web.registration.EventRegistrationsResource;
import foyer.web.registration.RegistrationsResource;
import foyer.web.session.SessionsResource;
import foyer.web.support.SupportResource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;

/** The API: all of its resources, named one by one so that nothing is served by accident. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({"admin", "organizer", "analyst"})
@ApplicationScoped // or else CDI does not look here, and nobody notices the login configuration
public class FoyerApi extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                EventsResource.class,
                AuthResource.class,
                FlowResource.class,
                SessionsResource.class,
                SupportResource.class,
                OperatorsResource.class,
                LettersResource.class,
                PreviewResource.class,
                EventRegistrationsResource.class,
                RegistrationsResource.class,
                PaymentsResource.class,
                NoticesResource.class,
                ReconciliationResource.class,
                AnalyticsResource.class,
                VouchersResource.class,
                AuditResource.class,
                RefundsResource.class,
                RecordingsResource.class,
                CaptionsResource.class,
                UploadsResource.class,
                StreamResource.class,
                OEmbedResource.class,
                OEmbedJsonResource.class,
                OEmbedXmlResource.class,
                DocsResource.class,
                SubmissionReader.class,
                KnownCredentials.class,
                RolesGate.class,
                ErrorMapper.class,
                ValidationErrors.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        // No WADL, which OPTIONS would show; and no refusal handed over to the container, which would answer HTML.
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
