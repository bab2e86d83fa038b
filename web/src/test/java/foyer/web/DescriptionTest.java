package foyer.web;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.web.body.Submission;
import foyer.web.docs.DocsResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Compares the calls that exist with those that openapi.yaml describes. */
class DescriptionTest {
    // A page for people, no call of the API.
    private static final Set<Class<?>> NOT_DESCRIBED = Set.of(DocsResource.class);

    // The second is read to the byte, for it is signed.
    private static final Set<Class<?>> BODIES = Set.of(Submission.class, InputStream.class);

    private record Call(boolean needsOperator, boolean takesBody) {}

    @Test
    void everyCallIsDescribedAsItIsAndNoOther() throws IOException {
        assertThat(described()).isEqualTo(existing());
    }

    private static Map<String, Call> existing() {
        var calls = new TreeMap<String, Call>();
        new FoyerApi()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class) && !NOT_DESCRIBED.contains(type))
                        .flatMap(type -> Stream.of(type.getMethods()))
                        .forEach(method -> Arrays.stream(method.getAnnotations())
                                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                                .filter(http -> http != null)
                                .forEach(http -> calls.put(http.value() + " " + pathOf(method), callOf(method))));
        return calls;
    }

    private static Map<String, Call> described() throws IOException {
        var calls = new TreeMap<String, Call>();
        try (var reader = Files.newBufferedReader(java.nio.file.Path.of("src/main/webapp/META-INF/openapi.yaml"))) {
            tree(tree(new Yaml().load(reader)).get("paths"))
                    .forEach((path, methods) -> tree(methods)
                            .forEach((method, operation) -> calls.put(
                                    method.toUpperCase(Locale.ROOT) + " " + path,
                                    new Call(
                                            !String.valueOf(tree(operation).get("security"))
                                                    .contains("{}"),
                                            tree(operation).containsKey("requestBody")))));
        }
        return calls;
    }

    private static String pathOf(Method method) {
        var ofClass = method.getDeclaringClass().getAnnotation(Path.class);
        var ofMethod = method.getAnnotation(Path.class);
        return "/api/" + ofClass.value() + (ofMethod == null ? "" : "/" + ofMethod.value());
    }

    private static Call callOf(Method method) {
        return new Call(
                method.isAnnotationPresent(RolesAllowed.class)
                        || method.getDeclaringClass().isAnnotationPresent(RolesAllowed.class),
                Stream.of(method.getParameterTypes()).anyMatch(BODIES::contains));
    }

    @SuppressWarnings("unchecked") // YAML of ours has texts for keys
    private static Map<String, Object> tree(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
