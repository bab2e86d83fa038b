package foyer.container;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Beans of the product on which Fault Tolerance is declared. */
final class FaultTolerantBeans {
    private static final List<Class<? extends Annotation>> MEANS = List.of(
            Asynchronous.class, Bulkhead.class, CircuitBreaker.class, Fallback.class, Retry.class, Timeout.class);

    private final BeanManager beans;

    FaultTolerantBeans(BeanManager beans) {
        this.beans = beans;
    }

    List<Bean<?>> all() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass().getPackageName().startsWith("foyer."))
                .filter(bean -> declared(bean.getBeanClass()))
                .toList();
    }

    Bean<?> named(String simpleName) {
        return all().stream()
                .filter(bean -> bean.getBeanClass().getSimpleName().equals(simpleName))
                .findAny()
                .orElseThrow();
    }

    /** Whether calls pass interceptors: an instance is then of a class that CDI made from the bean's own. */
    <T> boolean intercepted(Bean<T> bean) {
        var context = beans.createCreationalContext(bean);
        var instance = bean.create(context);
        try {
            return instance.getClass() != bean.getBeanClass();
        } finally {
            bean.destroy(instance, context);
        }
    }

    Object reference(Bean<?> bean) {
        return beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean));
    }

    private static boolean declared(Class<?> bean) {
        return Stream.<AnnotatedElement>concat(Stream.of(bean), Arrays.stream(bean.getDeclaredMethods()))
                .anyMatch(element -> MEANS.stream().anyMatch(element::isAnnotationPresent));
    }
}
