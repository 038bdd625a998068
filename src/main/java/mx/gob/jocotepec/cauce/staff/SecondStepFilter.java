package mx.gob.jocotepec.cauce.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the code of the second factor, or what a passkey answered, and lets in whoever had given the right password in the same session. */
class SecondStepFilter extends AbstractAuthenticationProcessingFilter {
    static final String PATH = "/entrar/paso";

    private final StaffSignIn signIn;

    SecondStepFilter(StaffSignIn signIn) {
        super(PathPatternRequestMatcher.withDefaults().matcher(org.springframework.http.HttpMethod.POST, PATH));
        this.signIn = signIn;
        setAuthenticationManager(authentication -> authentication);
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        var inside = new SavedRequestAwareAuthenticationSuccessHandler();
        inside.setDefaultTargetUrl("/");
        setAuthenticationSuccessHandler(inside);
        setAuthenticationFailureHandler((request, response, problem) -> response.sendRedirect(request.getContextPath()
                + (problem instanceof LockedException
                        ? PATH + "?wait"
                        : halfWay(request).isPresent() ? PATH + wrong(request) : "/entrar")));
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        var halfWay = halfWay(request).orElseThrow(() -> new BadCredentialsException("no password yet"));
        var session = request.getSession();
        try {
            var signedIn = signIn.complete(
                    halfWay,
                    given(request, "code"),
                    given(request, "passkey"),
                    String.valueOf(request.getRemoteAddr()));
            halfWay.leave(session);
            return signedIn;
        } catch (StaffSignIn.GoneException e) {
            halfWay.leave(session);
            throw e;
        }
    }

    private static String wrong(HttpServletRequest request) {
        return given(request, "passkey").isEmpty() ? "?error" : "?passkey";
    }

    private static String given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static Optional<HalfWay> halfWay(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).flatMap(HalfWay::of);
    }
}
