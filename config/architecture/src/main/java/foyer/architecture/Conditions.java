package foyer.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The conditions ArchUnit has no words for. */
final class Conditions {
    private static final List<Class<? extends Annotation>> GUARDS =
            List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

    private Conditions() {}

    static ArchCondition<JavaClass> haveOnlyTimersThatAreNotPersistent() {
        return eachMethod(
                "have only timers that are not persistent",
                method -> schedules(method).noneMatch(Schedule::persistent));
    }

    static ArchCondition<JavaClass> goTheRoundsOfTheirTimers() {
        return eachMethod(
                "go the rounds of its timers by foyer.shared.Rounds",
                method -> schedules(method).findAny().isEmpty()
                        || method.getMethodCallsFromSelf().stream()
                                .anyMatch(call ->
                                        call.getTargetOwner().getSimpleName().equals("Rounds")));
    }

    static ArchCondition<JavaClass> leaveTheUnitOfABreakersDelay() {
        return eachMethod(
                "leave the unit of a circuit breaker's delay as it is, milliseconds",
                method -> method.tryGetAnnotationOfType("org.eclipse.microprofile.faulttolerance.CircuitBreaker")
                        .flatMap(breaker -> breaker.tryGetExplicitlyDeclaredProperty("delayUnit"))
                        .isEmpty());
    }

    static ArchCondition<JavaClass> sayWhoMayCallEachMethod() {
        return eachMethod(
                "say who may call each method (@RolesAllowed, @PermitAll or @DenyAll)",
                method -> !isCallable(method)
                        || GUARDS.stream()
                                .anyMatch(guard -> method.isAnnotatedWith(guard)
                                        || method.getOwner().isAnnotatedWith(guard)));
    }

    static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package marked @NullMarked") {
            @Override
            public void check(JavaClass candidate, ConditionEvents events) {
                var marked = candidate.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        candidate, marked, candidate.getName() + " is in a package that is not null-marked"));
            }
        };
    }

    static List<String> parameters(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget codeUnit
                ? codeUnit.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList()
                : List.of();
    }

    private static boolean isCallable(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static Stream<Schedule> schedules(JavaMethod method) {
        var one = method.tryGetAnnotationOfType(Schedule.class).stream();
        var several = method.tryGetAnnotationOfType(Schedules.class).stream()
                .flatMap(schedules -> Arrays.stream(schedules.value()));
        return Stream.concat(one, several);
    }

    private static ArchCondition<JavaClass> eachMethod(String description, Predicate<JavaMethod> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass candidate, ConditionEvents events) {
                candidate
                        .getMethods()
                        .forEach(method -> events.add(new SimpleConditionEvent(
                                method, holds.test(method), method.getFullName() + " does not " + description)));
            }
        };
    }
}
