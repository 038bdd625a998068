package mx.gob.jocotepec.cauce.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface StaffAccountRepository extends Repository<StaffAccount, UUID> {
    StaffAccount save(StaffAccount account);

    /** Before plain SQL that refers to it. */
    StaffAccount saveAndFlush(StaffAccount account);

    Optional<StaffAccount> findById(UUID id);

    Optional<StaffAccount> findByUsername(String username);

    List<StaffAccount> findAllByOrderByDisplayName();
}
