package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the lights change, in percent. The values are usual, not a norm: hence settings.
 *
 * @param amberFrom below it: red
 * @param greenFrom below it: amber
 * @param greenTo over it: blue
 */
@ConfigurationProperties("cauce.plan")
record PlanSettings(
        @DefaultValue("70") BigDecimal amberFrom,
        @DefaultValue("90") BigDecimal greenFrom,
        @DefaultValue("110") BigDecimal greenTo) {
    PlanSettings {
        if (amberFrom.signum() < 0 || amberFrom.compareTo(greenFrom) > 0 || greenFrom.compareTo(greenTo) > 0) {
            throw new IllegalArgumentException("cauce.plan: amber-from, green-from, green-to must not fall");
        }
    }

    TrafficLight light(BigDecimal percent) {
        if (percent.compareTo(amberFrom) < 0) return TrafficLight.RED;
        if (percent.compareTo(greenFrom) < 0) return TrafficLight.AMBER;
        return percent.compareTo(greenTo) <= 0 ? TrafficLight.GREEN : TrafficLight.BLUE;
    }
}
