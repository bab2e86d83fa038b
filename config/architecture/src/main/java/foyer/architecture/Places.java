package foyer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Where things are in the house. */
final class Places {
    private static final String[] VENDORS = {
        "dynamodb", "stripe", "elemental", "local", "ses", "smtp", "kms", "cloudfront", "sns", "aws", "http"
    };

    private Places() {}

    static DescribedPredicate<JavaClass> shared() {
        return resideInAPackage("..foyer.shared..").as("shared");
    }

    static DescribedPredicate<JavaClass> theStoresCommonParts() {
        return resideInAPackage("..foyer.shared.dynamodb..").as("the store's common parts");
    }

    static DescribedPredicate<JavaClass> belowAFeature() {
        return resideInAPackage("..foyer.*.*..")
                .and(DescribedPredicate.not(shared()))
                .as("a package below a feature");
    }

    /** The packages below a feature that carry the name of a vendor, or of what is spoken with one that has none. */
    static DescribedPredicate<JavaClass> adapters() {
        var packages = new String[VENDORS.length];
        for (var vendor = 0; vendor < VENDORS.length; vendor++) {
            packages[vendor] = "..foyer.*." + VENDORS[vendor] + "..";
        }
        return resideInAnyPackage(packages)
                .and(DescribedPredicate.not(shared()))
                .as("adapters");
    }

    static DescribedPredicate<JavaClass> features() {
        return resideInAPackage("..foyer.*..")
                .and(DescribedPredicate.not(shared()))
                .as("a feature");
    }

    static DescribedPredicate<JavaClass> vendors() {
        return resideInAnyPackage("software.amazon..", "com.amazonaws..", "com.stripe..", "jakarta.mail..")
                .as("a vendor's classes");
    }

    /** An interface of a feature that an adapter implements; needs the adapters among the imported classes. */
    static DescribedPredicate<JavaClass> ports() {
        return DescribedPredicate.describe(
                "a port",
                candidate -> candidate.isInterface()
                        && !shared().test(candidate)
                        && candidate.getAllSubclasses().stream().anyMatch(adapters()));
    }
}
