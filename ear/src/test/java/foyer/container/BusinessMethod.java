package foyer.container;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A method that callers of an EJB may reach, and who may, by its annotations. */
record BusinessMethod(Class<?> bean, Method method) {
    private static final List<Class<? extends Annotation>> KINDS =
            List.of(Stateless.class, Singleton.class, Stateful.class);
    private static final List<Class<? extends Annotation>> RULES =
            List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

    /** Of every EJB the container found in this application, but for those of these tests. */
    static List<BusinessMethod> all(BeanManager beans) {
        return enterpriseBeans(beans)
                .flatMap(bean -> Arrays.stream(bean.getMethods())
                        .filter(method -> method.getDeclaringClass() != Object.class)
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .map(method -> new BusinessMethod(bean, method)))
                .sorted(Comparator.comparing(BusinessMethod::toString))
                .toList();
    }

    static Stream<Class<?>> enterpriseBeans(BeanManager beans) {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(bean -> bean.getPackageName().startsWith("foyer."))
                .filter(bean -> !bean.getPackageName().startsWith("foyer.container"))
                .filter(bean -> KINDS.stream().anyMatch(bean::isAnnotationPresent))
                .distinct();
    }

    /** How many of the three kinds of rules it has: its own go before those of its class. One is right. */
    long rules() {
        var own = count(method);
        return own > 0 ? own : count(method.getDeclaringClass());
    }

    /** @param role empty for a caller without any */
    boolean permits(String role) {
        AnnotatedElement ruled = count(method) > 0 ? method : method.getDeclaringClass();
        var named = ruled.getAnnotation(RolesAllowed.class);
        return named == null
                ? ruled.isAnnotationPresent(PermitAll.class)
                : Set.of(named.value()).contains(role);
    }

    /** For every parameter a value of its type that means nothing. */
    Object[] nothings() {
        return Arrays.stream(method.getParameterTypes()).map(Nothing::of).toArray();
    }

    private static long count(AnnotatedElement element) {
        return RULES.stream().filter(element::isAnnotationPresent).count();
    }

    @Override
    public String toString() {
        return bean.getName() + "." + method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
