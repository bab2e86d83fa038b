package foyer.shared.dynamodb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Turns the neutral tree (see {@link foyer.shared.Fields}) into an item and back, without loss: a number DynamoDB cannot
 * hold exactly is refused with {@link IllegalArgumentException}. Numbers come back by value and not by spelling: whole
 * ones that fit as {@code Long}, others as {@code BigDecimal} without trailing zeros, so 1.0 as 1.
 */
public final class Items {
    private static final int MOST_DIGITS = 38;
    private static final int LARGEST_EXPONENT = 125;
    private static final int SMALLEST_EXPONENT = -130;
    private static final int DEEPEST = 31;
    private static final BigInteger LONG_LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private Items() {}

    public static Map<String, AttributeValue> item(Map<String, ?> tree) {
        return map(tree, DEEPEST);
    }

    public static Map<String, @Nullable Object> tree(Map<String, AttributeValue> item) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        item.forEach((name, attribute) -> tree.put(name, value(attribute)));
        return tree;
    }

    public static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    public static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    public static AttributeValue truth(boolean truth) {
        return AttributeValue.fromBool(truth);
    }

    /** An attribute that every item of its table has. */
    public static String textOf(Map<String, AttributeValue> item, String name) {
        return there(item, name).s();
    }

    /** A whole number that every item of its table has. */
    public static long numberOf(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(there(item, name).n());
    }

    /** Any value of the neutral tree. */
    public static AttributeValue attribute(@Nullable Object value) {
        return attribute(value, DEEPEST);
    }

    /** A value of the neutral tree; binary and sets are none and fail with {@link IllegalArgumentException}. */
    public static @Nullable Object value(AttributeValue attribute) {
        return switch (attribute.type()) {
            case S -> attribute.s();
            case N -> number(attribute.n());
            case BOOL -> attribute.bool();
            case NUL -> null;
            case M -> tree(attribute.m());
            case L -> list(attribute.l());
            case B, BS, NS, SS, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("The neutral tree has no " + attribute.type());
        };
    }

    private static AttributeValue attribute(@Nullable Object value, int depth) {
        if (value == null) {
            return AttributeValue.fromNul(true);
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Boolean truth) {
            return truth(truth);
        }
        if (value instanceof Long || value instanceof Integer) {
            return number(((Number) value).longValue());
        }
        if (value instanceof BigDecimal number) {
            return AttributeValue.fromN(exact(number));
        }
        if (depth == 0) {
            throw new IllegalArgumentException("An item is not nested deeper than " + DEEPEST);
        }
        if (value instanceof List<?> list) {
            return AttributeValue.fromL(
                    list.stream().map(each -> attribute(each, depth - 1)).toList());
        }
        if (value instanceof Map<?, ?> map) {
            return AttributeValue.fromM(map(map, depth - 1));
        }
        throw new IllegalArgumentException(
                "The neutral tree has no " + value.getClass().getName());
    }

    private static AttributeValue there(Map<String, AttributeValue> item, String name) {
        var attribute = item.get(name);
        if (attribute == null) {
            throw new IllegalStateException("An item has no " + name);
        }
        return attribute;
    }

    private static Map<String, AttributeValue> map(Map<?, ?> map, int depth) {
        var attributes = new LinkedHashMap<String, AttributeValue>();
        map.forEach((name, value) -> attributes.put((String) name, attribute(value, depth)));
        return attributes;
    }

    private static List<@Nullable Object> list(List<AttributeValue> attributes) {
        var list = new ArrayList<@Nullable Object>();
        attributes.forEach(attribute -> list.add(value(attribute)));
        return list;
    }

    private static Object number(String digits) {
        var number = new BigDecimal(digits).stripTrailingZeros();
        if (number.scale() > 0) {
            return number;
        }
        var whole = number.toBigInteger();
        return whole.compareTo(LONG_LEAST) >= 0 && whole.compareTo(LONG_MOST) <= 0 ? whole.longValue() : number;
    }

    private static String exact(BigDecimal number) {
        var shortest = number.stripTrailingZeros();
        var exponent = (long) shortest.precision() - shortest.scale() - 1;
        var fits = shortest.precision() <= MOST_DIGITS && exponent <= LARGEST_EXPONENT && exponent >= SMALLEST_EXPONENT;
        if (shortest.signum() != 0 && !fits) {
            throw new IllegalArgumentException("A number has at most 38 digits, from 1e-130 to 1e126");
        }
        return shortest.toString();
    }
}
