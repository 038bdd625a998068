package mx.gob.jocotepec.cauce.casefile;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CaseFileRepository extends Repository<CaseFile, UUID> {
    CaseFile save(CaseFile file);

    CaseFile saveAndFlush(CaseFile file);

    Optional<CaseFile> findById(UUID id);
}
