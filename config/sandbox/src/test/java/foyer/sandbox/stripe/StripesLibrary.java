package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.annotations.SerializedName;
import com.stripe.model.StripeObject;
import com.stripe.net.ApiResource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What Stripe's own library makes of an answer. */
final class StripesLibrary {
    private StripesLibrary() {}

    /** What it has a place for, and the answer has not; all else that is there it has to read. */
    static List<String> missing(JsonNode answer, Class<? extends StripeObject> model) throws IllegalAccessException {
        var object = ApiResource.GSON.fromJson(answer.toString(), model);
        var missing = new ArrayList<String>();
        for (var field : model.getDeclaredFields()) {
            var name = field.getAnnotation(SerializedName.class);
            if (name != null && !answer.has(name.value())) {
                missing.add(name.value());
            } else if (name != null) {
                field.setAccessible(true);
                assertThat(field.get(object) == null)
                        .as("%s of %s is null", name.value(), model.getSimpleName())
                        .isEqualTo(answer.path(name.value()).isNull());
            }
        }
        return missing;
    }

    /** The keys that it has a place for. */
    static List<String> known(Class<? extends StripeObject> model) {
        return Stream.of(model.getDeclaredFields())
                .map(field -> field.getAnnotation(SerializedName.class))
                .flatMap(Stream::ofNullable)
                .map(SerializedName::value)
                .toList();
    }

    /** Nothing that it is asked for fails. */
    static void getEverything(JsonNode answer, Class<? extends StripeObject> model) {
        var object = ApiResource.GSON.fromJson(answer.toString(), model);
        for (var method : model.getMethods()) {
            if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
                assertThatCode(() -> method.invoke(object)).as(method.getName()).doesNotThrowAnyException();
            }
        }
    }
}
