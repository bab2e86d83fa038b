package foyer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;

/** Where things are in the house. */
final class Places {
    private static final String[] VENDORS = {
        "dynamodb", "stripe", "elemental", "local", "ses", "smtp", "kms", "cloudfront", "sns", "aws", "http"
    };

    /** Of matters that have outgrown one package (docs/adr/0032). */
    private static final String[] ROOMS = {
        "media.captions",
        "media.cost",
        "media.delivery",
        "media.edge",
        "media.ingest",
        "media.playback",
        "media.rendition",
        "payment.checkout",
        "payment.ledger",
        "payment.letters",
        "payment.provider",
        "payment.reconciliation",
        "payment.refund",
        "payment.settlement",
        "payment.verdict",
        "payment.voucher"
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
        return resideInAnyPackage(below("..foyer.*.", VENDORS))
                .and(DescribedPredicate.not(shared()))
                .as("adapters");
    }

    /** Packages below a feature that are about a part of it. */
    static DescribedPredicate<JavaClass> rooms() {
        return resideInAnyPackage(below("..foyer.", ROOMS)).as("rooms");
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

    private static String[] below(String parent, String... names) {
        return Arrays.stream(names).map(name -> parent + name + "..").toArray(String[]::new);
    }
}
