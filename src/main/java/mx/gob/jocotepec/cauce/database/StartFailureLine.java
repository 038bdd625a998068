package mx.gob.jocotepec.cauce.database;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Takes the place of Spring's page of explanation (its logger is off in application.properties). */
final class StartFailureLine implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("Cauce did not start: "
                + analysis.getDescription().replaceAll("\\s+", " ").strip());
    }
}
