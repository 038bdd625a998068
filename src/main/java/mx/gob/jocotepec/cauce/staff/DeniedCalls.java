package mx.gob.jocotepec.cauce.staff;

import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;

/** Tells the trail of every call that a role did not allow. The screens offer none, so each is worth a look. */
@Configuration(proxyBeanMethods = false)
class DeniedCalls {
    private final AuditTrail trail;
    private final CurrentActor actor;

    DeniedCalls(AuditTrail trail, CurrentActor actor) {
        this.trail = trail;
        this.actor = actor;
    }

    @Bean
    static AuthorizationEventPublisher authorizationEvents(ApplicationEventPublisher publisher) {
        return new SpringAuthorizationEventPublisher(publisher);
    }

    @EventListener
    void denied(AuthorizationDeniedEvent<?> event) {
        if (event.getObject() instanceof MethodInvocation call && actor.find().isPresent()) {
            var method = call.getMethod();
            trail.denied(TrailEvent.of("CALL_DENIED")
                    .with("method=" + method.getDeclaringClass().getSimpleName() + "." + method.getName()));
        }
    }
}
