package foyer.web;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import foyer.architecture.Callers;
import foyer.architecture.Manners;

@AnalyzeClasses(packages = "foyer", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests CALLERS = ArchTests.in(Callers.class);

    @ArchTest
    static final ArchRule NAMES = Manners.NAMES_SAY_SOMETHING;

    @ArchTest
    static final ArchRule NULLS = Manners.EVERY_PACKAGE_IS_NULL_MARKED;

    @ArchTest
    static final ArchRule TIME = Manners.TIME_COMES_FROM_THE_CLOCK;

    @ArchTest
    static final ArchRule TIMERS = Manners.TIMERS_ARE_NOT_PERSISTENT;
}
