package mx.gob.jocotepec.cauce.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface StaffAccountRepository extends Repository<StaffAccount, UUID> {
    StaffAccount save(StaffAccount account);

    /** Before plain SQL that refers to it. */
    StaffAccount saveAndFlush(StaffAccount account);

    /** Leaves the version alone: a sign-in competes with no other one, nor with whoever edits the account meanwhile. */
    @Modifying
    @Query("update StaffAccount a set a.lastSignInAt = :at where a.id = :id")
    void signedIn(@Param("id") UUID id, @Param("at") Instant at);

    Optional<StaffAccount> findById(UUID id);

    Optional<StaffAccount> findByUsername(String username);

    List<StaffAccount> findAllByOrderByDisplayName();
}
