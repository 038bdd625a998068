package mx.gob.jocotepec.cauce.files;

import mx.gob.jocotepec.cauce.installation.InstallationCheck;
import org.springframework.stereotype.Component;

/** Whether uploads are looked at by a scanner. */
@Component
class ScannerCheck implements InstallationCheck {
    private final ClamScanner scanner;

    ScannerCheck(ClamScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public Topic topic() {
        return Topic.SCANNER;
    }

    @Override
    public State look() {
        return State.of(scanner.isSet());
    }
}
