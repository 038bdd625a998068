package mx.gob.jocotepec.cauce.staff;

import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** While nobody can manage accounts, each start prints one line with a link for the first administrator, good once and for half an hour. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FirstStart implements ApplicationListener<ApplicationReadyEvent> {
    private final CauceSettings settings;
    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final AuditTrail trail;
    private final SystemActor system;
    private final TransactionTemplate transaction;

    FirstStart(
            CauceSettings settings,
            JdbcClient jdbc,
            Invitations invitations,
            AuditTrail trail,
            SystemActor system,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.trail = trail;
        this.system = system;
        this.transaction = transaction;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (settings.demo()
                || !(event.getApplicationContext() instanceof WebServerApplicationContext web)
                || web.getWebServer() == null) {
            return;
        }
        int port = web.getWebServer().getPort();
        system.run(() -> transaction.executeWithoutResult(status -> {
            if (administrators(jdbc) > 0) return;
            var made = invitations.make(null, Invitations.FIRST);
            trail.record(TrailEvent.of("STAFF_INVITED").with("first=yes"));
            System.out.println("Cauce: no administrator yet; within 30 minutes, once: http://localhost:" + port + "/"
                    + made.path());
        }));
    }

    static long administrators(JdbcClient jdbc) {
        return jdbc.sql("""
                        select count(*) from staff_account
                        where active and has_password and 'ADMINISTRATION' = any (roles)""").query(Long.class).single();
    }
}
