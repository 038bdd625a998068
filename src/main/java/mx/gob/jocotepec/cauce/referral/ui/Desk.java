package mx.gob.jocotepec.cauce.referral.ui;

import java.time.Clock;
import mx.gob.jocotepec.cauce.agreement.Directory;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.referral.ReferralReads;
import mx.gob.jocotepec.cauce.referral.Referrals;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.stereotype.Component;

/** What the screens of referrals work with, so that dialogs need not be handed seven things. */
@Component
class Desk {
    final Referrals referrals;
    final ReferralReads reads;
    final Directory directory;
    final CaseFiles cases;
    final Catalogs catalogs;
    final Labels labels;
    final CurrentActor actor;
    final Clock clock;

    Desk(
            Referrals referrals,
            ReferralReads reads,
            Directory directory,
            CaseFiles cases,
            Catalogs catalogs,
            Labels labels,
            CurrentActor actor,
            Clock clock) {
        this.referrals = referrals;
        this.reads = reads;
        this.directory = directory;
        this.cases = cases;
        this.catalogs = catalogs;
        this.labels = labels;
        this.actor = actor;
        this.clock = clock;
    }
}
