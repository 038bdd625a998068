package mx.gob.jocotepec.cauce.demo;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Acts as one of the invented members of staff, who signs in as at the screen. */
@Component
class DemoSignIn {
    private final AuthenticationProvider provider;

    DemoSignIn(AuthenticationProvider provider) {
        this.provider = provider;
    }

    <T> T as(String username, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        try {
            var signedIn = Objects.requireNonNull(provider.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated(username, DemoStaff.PASSWORD)));
            SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
