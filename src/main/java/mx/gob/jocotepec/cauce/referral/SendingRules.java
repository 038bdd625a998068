package mx.gob.jocotepec.cauce.referral;

import java.time.Clock;
import java.util.Optional;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.agreement.Directory;
import mx.gob.jocotepec.cauce.casefile.CaseGrants;
import mx.gob.jocotepec.cauce.casefile.CaseHead.Consent;
import mx.gob.jocotepec.cauce.casefile.CaseStatus;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome.Reason;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a case may be referred as asked: the first reason against it, or none. */
@Component
class SendingRules {
    private final Catalogs catalogs;
    private final CaseGrants grants;
    private final ReferralTable table;
    private final Clock clock;

    SendingRules(Catalogs catalogs, CaseGrants grants, ReferralTable table, Clock clock) {
        this.catalogs = catalogs;
        this.grants = grants;
        this.table = table;
        this.clock = clock;
    }

    /** @param target what the directory says of the one asked; null: it does not receive now */
    Optional<Reason> against(
            NewReferral request, ReferralTable.CaseNow about, AreaId from, Directory.@Nullable Entry target) {
        if (about.status() == CaseStatus.CLOSED) return Optional.of(Reason.CASE_CLOSED);
        if (request.to() instanceof Counterpart.OfArea(var area) && area.equals(from))
            return Optional.of(Reason.OWN_AREA);
        if (target == null) return Optional.of(Reason.TARGET_NOT_AVAILABLE);
        if (!isCurrent(Catalog.SERVICE, request.service()) || !target.offers(request.service())) {
            return Optional.of(Reason.SERVICE_NOT_OFFERED);
        }
        var consent = againstConsent(request.consent(), about.consent());
        if (consent.isPresent()) return consent;
        if (!grants.shareable(about.ref()).containsAll(request.compartments())) {
            return Optional.of(Reason.NOT_YOURS_TO_SHARE);
        }
        if (request.reason().isBlank()) return Optional.of(Reason.REASON_MISSING);
        if (request.reason().reveal().length() > NewReferral.LONGEST_TEXT
                || request.summary().reveal().length() > NewReferral.LONGEST_TEXT) {
            return Optional.of(Reason.TEXT_TOO_LONG);
        }
        return table.isWaitingThere(request.caseId(), request.to(), request.service())
                ? Optional.of(Reason.WAITING_THERE)
                : Optional.empty();
    }

    private Optional<Reason> againstConsent(ConsentBasis basis, Consent ofTheCase) {
        return switch (basis) {
            case ConsentBasis.OfTheCase() ->
                ofTheCase == Consent.GIVEN ? Optional.empty() : Optional.of(Reason.NO_CONSENT);
            case ConsentBasis.GivenNow() -> Optional.empty();
            case ConsentBasis.LegalException(var key) ->
                isCurrent(Catalog.CONSENT_EXCEPTION, key) ? Optional.empty() : Optional.of(Reason.UNKNOWN_EXCEPTION);
        };
    }

    private boolean isCurrent(Catalog catalog, String key) {
        var today = clock.instant().atZone(Office.ZONE).toLocalDate();
        return catalogs.find(catalog, key)
                .filter(entry -> entry.validity().contains(today))
                .isPresent();
    }
}
