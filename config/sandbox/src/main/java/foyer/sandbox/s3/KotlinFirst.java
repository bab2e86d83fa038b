package foyer.sandbox.s3;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;

/**
 * Loads S3Mock apart from the rest. DynamoDB Local's jar carries parts of an old Kotlin library, and which
 * of the two is found first would depend on the order of the class path; here Kotlin's own jar is.
 */
final class KotlinFirst {
    private static final String OF_KOTLIN = "kotlin/reflect/KParameter$Kind.class";

    private KotlinFirst() {}

    static URLClassLoader loader() throws IOException {
        var places = new ArrayList<URL>();
        for (var found : Collections.list(KotlinFirst.class.getClassLoader().getResources(OF_KOTLIN))) {
            if (found.openConnection() instanceof JarURLConnection connection
                    && connection.getJarFileURL().getPath().contains("kotlin-stdlib")) {
                places.add(connection.getJarFileURL());
            }
        }
        for (var entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            places.add(url(entry));
        }
        return new URLClassLoader("s3mock", places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) throws MalformedURLException {
        return Path.of(entry).toUri().toURL();
    }
}
