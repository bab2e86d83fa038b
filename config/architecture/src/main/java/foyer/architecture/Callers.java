package foyer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What the API and the page may know of the business: use cases and what these take and give. Import the business's classes
 * too, for a port is known by the adapter that implements it.
 */
public final class Callers {
    @ArchTest
    public static final ArchRule CALLERS_TALK_TO_USE_CASES_ONLY = noClasses()
            .that()
            .resideInAnyPackage("..foyer.web..", "..foyer.player..")
            .should()
            .dependOnClassesThat(Places.ports()
                    .or(Places.adapters())
                    .or(Places.theStoresCommonParts())
                    .or(Places.vendors()));

    /** Fails where no port was imported: the rule above would hold there of whoever calls one. */
    @ArchTest
    public static final ArchRule PORTS_ARE_KNOWN =
            classes().that(Places.ports()).should().beInterfaces();

    private Callers() {}
}
