package mx.gob.jocotepec.cauce.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Work of a case that another module may still have open. It is asked before the case is closed, in the same transaction. */
public interface OpenWork {
    /**
     * @param kind message key below {@code casefile.close.open.}, such as {@code REFERRAL}
     * @param path its page, without a leading slash
     * @param what key of the catalog {@code SERVICE}
     * @param with name of the area or institution
     * @param ends whether it may end with the case; what somebody is at work on has to be finished first
     */
    record Item(UUID id, String kind, String path, String what, String with, Instant since, boolean ends) {}

    /** What is open of this case, the oldest first. */
    List<Item> of(CaseRef ref);

    /** Ends what may end with the case. @param reasonKey why the case is closed */
    void end(CaseRef ref, String reasonKey);
}
