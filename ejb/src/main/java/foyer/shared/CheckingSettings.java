package foyer.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;

/** Reads the settings of all features at the start, so that a wrong one is met by the operator and never by a viewer. */
@Singleton
@Startup
@DenyAll
public class CheckingSettings {
    @Inject
    @Any
    Instance<FeatureSettings> features;

    @PostConstruct
    void refuseWrongOnes() {
        var sentences = new ArrayList<String>();
        for (var feature : features.handles()) {
            try {
                feature.get();
            } catch (WrongSettings wrong) {
                sentences.addAll(wrong.sentences());
            }
        }
        if (!sentences.isEmpty()) {
            throw new WrongSettings(sentences.stream().distinct().sorted().toList());
        }
    }
}
