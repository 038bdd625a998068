package mx.gob.jocotepec.cauce.person;

import java.util.List;
import mx.gob.jocotepec.cauce.shared.PersonId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Proposes whom a name may mean. The ids say nothing; callers must ask the database for them, which leaves out whom the actor may not
 * see.
 */
@Service
public class PersonSearch {
    private final NameIndex index;

    PersonSearch(NameIndex index) {
        this.index = index;
    }

    /** @return at most {@code limit} ids from {@code offset} on, the most alike first */
    @PreAuthorize("hasAuthority('CASE_READ')")
    public List<PersonId> alike(String name, int offset, int limit) {
        return index.find(name, offset, limit);
    }

    /** Reads every name into memory ahead of the first search. */
    @PreAuthorize("permitAll()")
    public void warmUp() {
        index.catchUp();
    }
}
