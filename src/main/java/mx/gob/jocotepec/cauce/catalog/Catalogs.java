package mx.gob.jocotepec.cauce.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Reason;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Refused;
import mx.gob.jocotepec.cauce.catalog.CatalogOutcome.Saved;
import mx.gob.jocotepec.cauce.shared.Period;
import mx.gob.jocotepec.cauce.shared.SpanishText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The lists people choose from. Read from memory; a change made on another node shows within ten seconds. */
@Service
public class Catalogs {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final CatalogTable table;
    private final AuditTrail trail;
    private final Clock clock;
    private volatile @Nullable Snapshot snapshot;

    Catalogs(CatalogTable table, AuditTrail trail, Clock clock) {
        this.table = table;
        this.trail = trail;
        this.clock = clock;
    }

    /** What may be chosen on a day, in the order of the list. */
    @PreAuthorize("isAuthenticated()")
    public List<CatalogEntry> current(Catalog catalog, LocalDate on) {
        return entries(catalog).stream()
                .filter(entry -> entry.validity().contains(on))
                .toList();
    }

    /** Retired ones too, so that an old case can be read. */
    @PreAuthorize("isAuthenticated()")
    public Optional<CatalogEntry> find(Catalog catalog, String key) {
        return entries(catalog).stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst();
    }

    /** Every entry, the retired too; for whoever edits the catalog. */
    @PreAuthorize("isAuthenticated()")
    public List<CatalogEntry> all(Catalog catalog) {
        return entries(catalog);
    }

    @PreAuthorize("hasAuthority('CATALOG_EDIT')")
    @Transactional
    public CatalogOutcome add(NewCatalogEntry entry) {
        if (entry.catalog().isFixed()) return new Refused(Reason.FIXED_CATALOG);
        if (table.find(entry.catalog(), entry.key()).isPresent()) return new Refused(Reason.KEY_TAKEN);
        if (isNameTaken(entry.catalog(), entry.key(), entry.nameEs(), Period.openFrom(entry.validFrom()))) {
            return new Refused(Reason.NAME_TAKEN);
        }
        if (!table.insert(entry)) return new Refused(Reason.KEY_TAKEN);
        return saved("ADDED", entry.catalog(), entry.key());
    }

    /** @param version the one that was on the screen */
    @PreAuthorize("hasAuthority('CATALOG_EDIT')")
    @Transactional
    public CatalogOutcome rename(Catalog catalog, String key, int version, String nameEs, String nameEn) {
        var seen = table.find(catalog, key).orElse(null);
        if (seen == null) return new Refused(Reason.NO_SUCH_ENTRY);
        if (isNameTaken(catalog, key, nameEs, seen.validity())) return new Refused(Reason.NAME_TAKEN);
        if (seen.version() != version
                || !table.rename(seen, NewCatalogEntry.name(nameEs), NewCatalogEntry.name(nameEn))) {
            return new Refused(Reason.CHANGED_MEANWHILE);
        }
        return saved("RENAMED", catalog, key);
    }

    /**
     * Takes an entry off the list; cases that have it keep it.
     *
     * @param version the one that was on the screen
     * @param lastDay last day on which it can be chosen
     */
    @PreAuthorize("hasAuthority('CATALOG_EDIT')")
    @Transactional
    public CatalogOutcome retire(Catalog catalog, String key, int version, LocalDate lastDay) {
        if (catalog.isFixed()) return new Refused(Reason.FIXED_CATALOG);
        var seen = table.find(catalog, key).orElse(null);
        if (seen == null) return new Refused(Reason.NO_SUCH_ENTRY);
        if (lastDay.isBefore(seen.validity().from())) return new Refused(Reason.ENDS_BEFORE_IT_BEGINS);
        if (seen.version() != version || !table.retire(seen, lastDay)) return new Refused(Reason.CHANGED_MEANWHILE);
        return saved("RETIRED", catalog, key);
    }

    /** By another choice that is offered on one of these days, whatever its accents and capitals. */
    private boolean isNameTaken(Catalog catalog, String key, String nameEs, Period offered) {
        var name = SpanishText.fold(nameEs);
        return table.all().stream()
                .filter(other -> other.catalog() == catalog && !other.key().equals(key))
                .filter(other -> other.validity().overlaps(offered))
                .anyMatch(other -> SpanishText.fold(other.nameEs()).equals(name));
    }

    private CatalogOutcome saved(String change, Catalog catalog, String key) {
        recordChange(change, catalog, key);
        // not before the commit: others would read what may be rolled back, or the old list once more
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
        return new Saved(table.find(catalog, key).orElseThrow());
    }

    private void recordChange(String change, Catalog catalog, String key) {
        trail.record(TrailEvent.of("CATALOG_" + change).with("catalog=" + catalog + ",key=" + key));
    }

    private List<CatalogEntry> entries(Catalog catalog) {
        var now = clock.instant();
        var known = snapshot;
        if (known == null || !now.isBefore(known.until())) {
            known = new Snapshot(
                    now.plus(FRESH), table.all().stream().collect(Collectors.groupingBy(CatalogEntry::catalog)));
            snapshot = known;
        }
        return known.entries().getOrDefault(catalog, List.of());
    }

    private void forget() {
        snapshot = null;
    }

    private record Snapshot(Instant until, Map<Catalog, List<CatalogEntry>> entries) {}
}
