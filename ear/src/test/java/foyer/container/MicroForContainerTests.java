package foyer.container;

import foyer.launch.Ports;
import foyer.whole.Build;
import foyer.whole.Whole;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.arquillian.config.descriptor.api.ArquillianDescriptor;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian which Payara Micro to start, on the sandbox's store; {@code arquillian.xml} could not know its port. */
public class MicroForContainerTests implements LoadableExtension {
    static final int STORE_CALLS_AT_ONCE = 4;

    /** Names the port at which there is no mail relay but that of a test. */
    static final String RELAY_PORT = "foyer.mail.smtp.port";

    private static final String POST_COUNTER = "foyer.mail.PostCounter/send/";

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Configuration.class);
    }

    /** Runs before Arquillian reads what it is to start. */
    public static class Configuration {
        public void configure(@Observes(precedence = 1) ArquillianDescriptor descriptor) {
            descriptor
                    .container("payara-micro")
                    .setDefault()
                    .property("microJar", Build.payaraMicro().toString())
                    .property("randomHttpPort", "true")
                    .property("outputToConsole", "true")
                    .property("startupTimeoutInSeconds", "180")
                    .property("cmdOptions", options())
                    .property(
                            "extraMicroOptions",
                            "--nohazelcast --disablephonehome --addlibs " + Build.librariesOfOthers());
        }

        /** Of a JVM that only tests see: secrets may stand among them. */
        private static String options() {
            // What ends a call soon, and what would end it before it began because of those before it (MicroProfile
            // Fault Tolerance, 12).
            var settings = Whole.settings("container-")
                    .with("foyer.store.concurrency", String.valueOf(STORE_CALLS_AT_ONCE))
                    .with(RELAY_PORT, String.valueOf(Ports.free()))
                    .with(POST_COUNTER + "Timeout/value", "2")
                    .with(POST_COUNTER + "CircuitBreaker/enabled", "false");
            var all = new LinkedHashMap<>(settings.plain());
            settings.secret().forEach((variable, value) -> all.put(property(variable), value));
            // Arquillian cuts the options at blanks; what is left out has a default.
            return all.entrySet().stream()
                    .filter(setting -> !setting.getValue().contains(" "))
                    .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                    .collect(Collectors.joining(" ", "-Xmx512m ", ""));
        }

        private static String property(String variable) {
            return switch (variable) {
                case "AWS_ACCESS_KEY_ID" -> "aws.accessKeyId";
                case "AWS_SECRET_ACCESS_KEY" -> "aws.secretAccessKey";
                default -> variable.toLowerCase(Locale.ROOT).replace('_', '.');
            };
        }
    }
}
