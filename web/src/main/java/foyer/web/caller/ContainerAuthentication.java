package foyer.web.caller;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Puts {@link BearersOnly} in front of the authentication that the container has set up for this application. */
public class ContainerAuthentication implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        var context = event.getServletContext();
        var application = context.getVirtualServerName() + " " + context.getContextPath();
        var factory = AuthConfigFactory.getFactory();
        var provider = factory.getConfigProvider(BearersOnly.LAYER, application, null);
        if (provider == null) {
            throw new IllegalStateException(
                    "The container authenticates nobody for " + application + ": MicroProfile JWT is off.");
        }
        factory.registerServerAuthModule(new BearersOnly(provider, application), context);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        AuthConfigFactory.getFactory().removeServerAuthModule(event.getServletContext());
    }
}
