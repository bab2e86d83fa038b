package foyer.form;

import foyer.shared.Fields;
import foyer.shared.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an answer may go.
 *
 * @param pattern matches the whole of a written answer; RE2's syntax, which knows no back references and no looking
 *     around, so that no answer can keep the server busy (linear time)
 * @param min the least number, or the first date as {@code 2030-05-01}
 * @param max the greatest number, or the last date
 * @param maxLength of a written answer, in code points
 */
public record Bounds(
        @Nullable String pattern,
        @Nullable Object min,
        @Nullable Object max,
        @Nullable Integer maxLength) {
    /** Beyond it browsers and other readers of JSON take one whole number for another (RFC 8259 §6, RFC 7493 §2.2). */
    private static final BigDecimal GREATEST = BigDecimal.valueOf((1L << 53) - 1);

    private static final BigDecimal LEAST = GREATEST.negate();
    private static final int LONGEST_ANSWER = 10_000;
    // DynamoDB keeps 38 digits; nobody's answer needs half of that.
    private static final int MOST_DIGITS = 18;

    static Bounds read(Fields field, FieldType type) {
        var bounds = new Bounds(
                pattern(field, type).orElse(null),
                edge(field, "min", type).orElse(null),
                edge(field, "max", type).orElse(null),
                maxLength(field, type).orElse(null));
        if (bounds.reversed()) {
            field.refuse("max", "out_of_range", "This must not be below min.");
        }
        return bounds;
    }

    /** Notes a number that is not exact everywhere, or has more digits than anybody needs; whether it did. */
    static boolean refuseInexact(Fields group, String name, BigDecimal number) {
        if (number.abs().compareTo(GREATEST) > 0) {
            group.refuse(name, "out_of_range", "This must be from " + LEAST + " to " + GREATEST + ".");
            return true;
        }
        if (number.scale() > MOST_DIGITS) {
            group.refuse(name, "out_of_range", "This takes " + MOST_DIGITS + " digits behind the point at most.");
            return true;
        }
        return false;
    }

    /** Those to tell somebody who answered this: where it needs them and there are none, the ones that every number has. */
    public Bounds around(BigDecimal answer) {
        return new Bounds(
                pattern,
                min == null && answer.compareTo(LEAST) < 0 ? LEAST : min,
                max == null && answer.compareTo(GREATEST) > 0 ? GREATEST : max,
                maxLength);
    }

    void writeTo(Map<String, Object> tree) {
        if (pattern != null) {
            tree.put("pattern", pattern);
        }
        if (min != null) {
            tree.put("min", wire(min));
        }
        if (max != null) {
            tree.put("max", wire(max));
        }
        if (maxLength != null) {
            tree.put("maxLength", (long) maxLength);
        }
    }

    private boolean reversed() {
        return (min instanceof BigDecimal least && max instanceof BigDecimal most && least.compareTo(most) > 0)
                || (min instanceof LocalDate first && max instanceof LocalDate last && first.isAfter(last));
    }

    private static Object wire(Object edge) {
        if (edge instanceof BigDecimal number && number.scale() <= 0) {
            return number.longValueExact();
        }
        return edge instanceof LocalDate date ? date.toString() : edge;
    }

    private static Optional<String> pattern(Fields field, FieldType type) {
        if (!applies(field, "pattern", type.writing())) {
            return Optional.empty();
        }
        var pattern = Texts.line(field, "pattern", AnswerPattern.LONGEST);
        pattern.filter(text -> !AnswerPattern.readable(text))
                .ifPresent(wrong -> field.refuse("pattern", "invalid", AnswerPattern.WANTED));
        return pattern;
    }

    private static Optional<Object> edge(Fields field, String name, FieldType type) {
        if (!applies(field, name, type == FieldType.NUMBER || type == FieldType.DATE)) {
            return Optional.empty();
        }
        return type == FieldType.DATE ? date(field, name) : number(field, name);
    }

    private static Optional<Object> number(Fields field, String name) {
        return field.number(name).flatMap(number -> {
            // What had as many digits could be saved once, and is read by these rules for as long as it is kept.
            var digits = Math.max(number.scale(), (long) number.precision() - number.scale());
            if (refuseInexact(field, name, number) && digits > MOST_DIGITS) {
                return Optional.empty();
            }
            // Equal numbers are equal in every spelling, so that what was stored compares with what was sent.
            return Optional.of(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
        });
    }

    private static Optional<Object> date(Fields field, String name) {
        return field.text(name).flatMap(text -> {
            try {
                var date = LocalDate.parse(text);
                if (date.getYear() < 1 || date.getYear() > 9999) {
                    field.refuse(name, "out_of_range", "This must be in the years 0001 to 9999.");
                }
                return Optional.of(date);
            } catch (DateTimeParseException malformed) {
                field.refuse(name, "invalid", "This must be a date such as 2030-05-01.");
                return Optional.empty();
            }
        });
    }

    private static Optional<Integer> maxLength(Fields field, FieldType type) {
        if (!applies(field, "maxLength", type.writing())) {
            return Optional.empty();
        }
        return field.wholeNumber("maxLength").flatMap(length -> {
            if (length < 1 || length > LONGEST_ANSWER) {
                field.refuse("maxLength", "out_of_range", "This must be from 1 to " + LONGEST_ANSWER + ".");
                return Optional.empty();
            }
            return Optional.of(length.intValue());
        });
    }

    private static boolean applies(Fields field, String name, boolean applicable) {
        if (field.has(name) && !applicable) {
            field.refuse(name, "not_applicable", "A field of this type has none.");
        }
        return applicable;
    }
}
