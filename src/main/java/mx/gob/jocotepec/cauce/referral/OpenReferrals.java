package mx.gob.jocotepec.cauce.referral;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.OpenWork;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The referrals that wait for an answer when a case is to be closed. What nobody attends yet is taken back with it. */
@Component
class OpenReferrals implements OpenWork {
    private final JdbcClient jdbc;
    private final Referrals referrals;
    private final Catalogs catalogs;

    OpenReferrals(JdbcClient jdbc, Referrals referrals, Catalogs catalogs) {
        this.jdbc = jdbc;
        this.referrals = referrals;
        this.catalogs = catalogs;
    }

    @Override
    public List<Item> of(CaseRef ref) {
        return jdbc.sql("""
                        select r.id, r.service, coalesce(a.name, i.name) as receiver, r.sent_at, r.status
                        from referral r left join area a on a.id = r.to_area left join institution i on i.id = r.to_institution
                        where r.case_id = ? and r.status in ('SENT', 'ACCEPTED', 'IN_ATTENTION') order by r.sent_at""")
                .param(ref.id().value())
                .query((row, n) -> new Item(
                        row.getObject("id", UUID.class),
                        "REFERRAL",
                        "canalizaciones/" + row.getString("id"),
                        row.getString("service"),
                        row.getString("receiver"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        ReferralStatus.valueOf(row.getString("status"))
                                .after(ReferralStep.CANCEL)
                                .isPresent()))
                .list();
    }

    @Override
    public void end(CaseRef ref, String reasonKey) {
        var why = catalogs.find(Catalog.CLOSURE_REASON, reasonKey)
                .map(entry -> entry.name(Locale.forLanguageTag("es-MX")))
                .orElse(reasonKey);
        for (var item : of(ref)) {
            if (!(referrals.cancel(ReferralId.of(item.id()), Sensitive.of(why)) instanceof StepOutcome.Done)) {
                throw new IllegalStateException("an open referral could not be taken back with its case");
            }
        }
    }
}
