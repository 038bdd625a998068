package mx.gob.jocotepec.cauce.referral;

import static mx.gob.jocotepec.cauce.referral.ReferralStatus.*;
import static mx.gob.jocotepec.cauce.referral.ReferralStep.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferralStatusTests {
    private static final Map<ReferralStatus, Map<ReferralStep, ReferralStatus>> TABLE = Map.of(
            SENT,
                    Map.of(
                            ACCEPT,
                            ACCEPTED,
                            REJECT,
                            REJECTED,
                            START,
                            IN_ATTENTION,
                            CANCEL,
                            CANCELLED,
                            REASSIGN,
                            CANCELLED),
            ACCEPTED, Map.of(START, IN_ATTENTION, ANSWER, ANSWERED, CANCEL, CANCELLED, REASSIGN, CANCELLED),
            IN_ATTENTION, Map.of(ANSWER, ANSWERED),
            ANSWERED, Map.of(),
            REJECTED, Map.of(CANCEL, CANCELLED, REASSIGN, REJECTED),
            CANCELLED, Map.of());

    @ParameterizedTest
    @EnumSource
    void takesOnlyTheStepsOfTheTable(ReferralStatus from) {
        var possible = new EnumMap<ReferralStep, ReferralStatus>(ReferralStep.class);
        for (var step : ReferralStep.values()) {
            from.after(step).ifPresent(then -> possible.put(step, then));
        }
        possible.remove(COMMENT);

        assertThat(possible).isEqualTo(TABLE.get(from));
    }

    @Test
    void everyStateCanBeCommentedOnAndStays() {
        for (var status : ReferralStatus.values())
            assertThat(status.after(COMMENT)).contains(status);
    }
}
