package mx.gob.jocotepec.cauce.casefile;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface CaseFileRepository extends Repository<CaseFile, UUID> {
    CaseFile save(CaseFile file);

    CaseFile saveAndFlush(CaseFile file);

    Optional<CaseFile> findById(UUID id);

    /** Empty also where it is only to be read: in an emergency, or blocked and opened for an hour. */
    @Query(value = "select * from case_file where id = :id and id <> all (emergency_cases())", nativeQuery = true)
    Optional<CaseFile> findToChange(@Param("id") UUID id);
}
