package foyer.sandbox.s3;

import com.adobe.testing.s3mock.S3MockApplication;
import java.io.Closeable;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * S3Mock in this process. Made by {@link KotlinFirst}'s loader, so the rest of the sandbox knows it by the
 * JDK's interfaces only: given arguments it starts, on plain HTTP, and returns its port.
 */
public final class EmbeddedS3Mock implements ToIntFunction<List<String>>, Closeable {
    private @Nullable ConfigurableApplicationContext application;

    @Override
    public int applyAsInt(List<String> arguments) {
        // S3Mock's own starter would add TLS with a certificate of its own.
        var started = new SpringApplicationBuilder(S3MockApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(new LoopbackOnly()))
                .run(arguments.toArray(String[]::new));
        application = started;
        var server = ((WebServerApplicationContext) started).getWebServer();
        return Objects.requireNonNull(server, "S3Mock has no web server").getPort();
    }

    @Override
    public void close() {
        if (application != null) {
            application.close();
        }
    }

    /** S3Mock's second connector listens on every interface unless told otherwise. */
    private static final class LoopbackOnly implements BeanPostProcessor {
        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof Connector connector) {
                connector.setProperty("address", "127.0.0.1");
            }
            return bean;
        }
    }
}
