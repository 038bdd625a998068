package mx.gob.jocotepec.cauce.rights.ui;

import java.time.Clock;
import mx.gob.jocotepec.cauce.rights.AccessReport;
import mx.gob.jocotepec.cauce.rights.ArcoRequests;
import mx.gob.jocotepec.cauce.rights.Blocks;
import mx.gob.jocotepec.cauce.rights.Breaches;
import mx.gob.jocotepec.cauce.rights.Erasures;
import mx.gob.jocotepec.cauce.rights.RightsDocuments;
import mx.gob.jocotepec.cauce.rights.RightsRules;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import org.springframework.stereotype.Component;

/** What the screens of this room work with. */
@Component
record RightsDesk(
        ArcoRequests requests,
        Breaches breaches,
        Blocks blocks,
        Erasures erasures,
        RightsRules rules,
        RightsDocuments documents,
        AccessReport reports,
        CurrentActor actor,
        ProveYourself prove,
        Clock clock) {}
