package mx.gob.jocotepec.cauce.staff;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may reach what over HTTP. Views and services ask for permissions of their own. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {
    private static final String WAY_IN = "/entrar";
    private static final long A_YEAR = 31_536_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Argon2id, 46 MiB, one pass: OWASP's first choice, about 40 ms here. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 47_104, 1);
    }

    @Bean
    SessionGuard sessionGuard(
            Sessions sessions, ObjectProvider<PersonalKeys> keys, TransactionTemplate transaction, Clock clock) {
        return new SessionGuard(sessions, keys, transaction, clock);
    }

    /** It belongs into the chain of the way in, after the session was read; not before everything as well. */
    @Bean
    FilterRegistrationBean<SessionGuard> sessionGuardOnlyThere(SessionGuard guard) {
        var registration = new FilterRegistrationBean<>(guard);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    SecurityFilterChain filterChain(
            HttpSecurity http, StaffSignIn signIn, SessionGuard guard, SigningOut signingOut, Clock clock)
            throws Exception {
        // only this one: with the default manager above it every failure would be tried and counted twice
        http.authenticationManager(new ProviderManager(signIn))
                .formLogin(form ->
                        form.loginPage(WAY_IN).loginProcessingUrl(WAY_IN).failureHandler(SecurityConfiguration::notIn))
                .addFilterBefore(new SecondStepFilter(signIn), AuthorizationFilter.class)
                .addFilterBefore(guard, AuthorizationFilter.class)
                // before any password is looked at: that costs
                .addFilterAfter(new RequestLimits(clock), HeaderWriterFilter.class)
                .logout(logout -> logout.addLogoutHandler(signingOut))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/styles/**", "/modules/**", "/icons/**", "/actuator/health", "/aura/**")
                        .permitAll()
                        .requestMatchers("/webjars/**")
                        .authenticated())
                .headers(headers -> headers.addHeaderWriter(new ContentPolicy())
                        .frameOptions(options -> options.deny())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy("geolocation=(), microphone=(), payment=()"))
                        .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(A_YEAR))
                        .withObjectPostProcessor(atOnce()))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(WAY_IN)
                                // an address that is nowhere is answered by a page, like one out of reach
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        return http.build();
    }

    /** Half way in, she goes on to the second step in a session with a new id; otherwise she begins again. */
    private static void notIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        if (problem instanceof SecondStepNeededException needed) {
            request.getSession();
            request.changeSessionId();
            needed.halfWay().keepIn(request.getSession());
            response.sendRedirect(request.getContextPath() + SecondStepFilter.PATH);
            return;
        }
        request.getSession().setAttribute(WebAttributes.AUTHENTICATION_EXCEPTION, problem);
        response.sendRedirect(request.getContextPath() + WAY_IN + "?error");
    }

    /** Pages of Vaadin are sent before the filter's usual moment: their headers would come too late. */
    private static ObjectPostProcessor<HeaderWriterFilter> atOnce() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }
}
