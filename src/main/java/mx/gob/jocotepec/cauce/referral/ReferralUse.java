package mx.gob.jocotepec.cauce.referral;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.agreement.AgreementUse;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts the referrals under agreements; a function of the database counts, for not everybody who reads agreements sees referrals. */
@Component
class ReferralUse implements AgreementUse {
    private final JdbcClient jdbc;

    ReferralUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<AgreementId, Use> of(Collection<AgreementId> agreements) {
        return jdbc
                .sql("select agreement, carried, answered, on_time from agreement_use(?)")
                .param(agreements.stream().map(AgreementId::value).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(
                        AgreementId.of(row.getObject("agreement", UUID.class)),
                        new Use(row.getInt("carried"), row.getInt("answered"), row.getInt("on_time"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
