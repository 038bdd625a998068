package mx.gob.jocotepec.cauce.staff;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Accounts with passwords, and their browsers: what the filters of the way in see of them. Import it with {@link Acting}. */
@TestComponent
public class SigningIn {
    public static final String PASSWORD = "tres caballos verdes nadan";

    private final Acting acting;
    private final StaffAccounts accounts;
    private final StaffConfirmations confirmations;
    private final SecondStep step;
    private final PasswordEncoder passwords;
    private final SecondFactors factors;
    private final OwnFactor own;
    private final PasskeyAddress address;
    private final SystemActor system;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final MovedClock clock;
    private final MockMvc web;

    SigningIn(
            Acting acting,
            StaffAccounts accounts,
            StaffConfirmations confirmations,
            SecondStep step,
            PasswordEncoder passwords,
            SecondFactors factors,
            OwnFactor own,
            PasskeyAddress address,
            SystemActor system,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            MovedClock clock,
            WebApplicationContext context) {
        this.acting = acting;
        this.accounts = accounts;
        this.confirmations = confirmations;
        this.step = step;
        this.passwords = passwords;
        this.factors = factors;
        this.own = own;
        this.address = address;
        this.system = system;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
        this.web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    /** Somebody with a password. */
    public Person person(AreaId area, Role... roles) {
        var someone = acting.someone(area, roles);
        acting.password(someone, passwords.encode(PASSWORD));
        return new Person(someone);
    }

    /** Setting a password ended her session; here is another. */
    public Acting.Someone freshly(Acting.Someone someone) {
        return acting.again(someone);
    }

    public void disable(Person person) {
        disable(person.id());
    }

    public void disable(StaffId id) {
        administrator().does(() -> accounts.activate(id, false));
    }

    public void enable(Person person) {
        administrator().does(() -> accounts.activate(person.id(), true));
        acting.someone(Acting.DIRECTION, Role.DIRECTION)
                .runs(() -> confirmations.open().stream()
                        .filter(request -> request.staff().equals(person.id()))
                        .forEach(request -> confirmations.confirm(request.id())));
    }

    public void givesInstead(Person person, Role role) {
        var admin = administrator();
        var before = admin.does(() -> accounts.find(person.id())).orElseThrow();
        var data = new StaffData(before.username(), before.displayName(), null, before.area(), Set.of(role));
        admin.does(() -> accounts.change(person.id(), data, before.version()));
    }

    /** Somebody who has not used her link yet. */
    public StaffOutcome.Invited invited() {
        var username = "invitada" + System.nanoTime();
        return (StaffOutcome.Invited) administrator()
                .does(() -> accounts.create(
                        new StaffData(username, "Ana Prueba", "", Acting.PLANNING, Set.of(Role.PLANNING))));
    }

    private Acting.Someone administrator() {
        return acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
    }

    public <T> T asSystem(Supplier<T> work) {
        return system.call(() -> transaction.execute(status -> work.get()));
    }

    public final class Person {
        private final Acting.Someone someone;
        private byte[] secret = new byte[0];
        private List<String> recoveryCodes = List.of();
        private @Nullable SoftAuthenticator passkey;

        private Person(Acting.Someone someone) {
            this.someone = someone;
        }

        public StaffId id() {
            return someone.id();
        }

        public Acting.Someone acting() {
            return someone;
        }

        public String username() {
            return someone.username();
        }

        public Person withAuthenticator() {
            asSystem(() -> {
                secret = factors.begin(id().value());
                recoveryCodes = factors.confirm(id().value(), code()).orElseThrow();
                return true;
            });
            clock.forward(java.time.Duration.ofSeconds(30)); // that code is used up
            return this;
        }

        /** She signs in, adds one and leaves again. */
        public Person withPasskey() {
            return withPasskey(new SoftAuthenticator(address.origin()));
        }

        Person withPasskey(SoftAuthenticator made) {
            var browser = browser();
            browser.password(username(), PASSWORD);
            recoveryCodes = browser.addsPasskey(made).orElseThrow();
            browser.send(post("/logout").with(csrf()));
            passkey = made;
            return this;
        }

        SoftAuthenticator passkey() {
            return Objects.requireNonNull(passkey);
        }

        /** What her telephone shows now. */
        public String code() {
            return Totp.code(secret, Totp.step(clock.instant()));
        }

        byte[] secret() {
            return secret;
        }

        /** The secret that was shown to her. */
        public void scans(byte[] shown) {
            secret = shown;
        }

        public String recoveryCode(int number) {
            return recoveryCodes.get(number);
        }
    }

    public Browser browser() {
        return new Browser("10.1." + (int) (Math.random() * 250) + "." + (int) (Math.random() * 250));
    }

    public Browser browser(String address) {
        return new Browser(address);
    }

    /** A cookie and an address. */
    public final class Browser {
        private final String address;
        private MockHttpSession session = new MockHttpSession();

        private Browser(String address) {
            this.address = address;
        }

        /** @return where the answer leads to */
        public String password(String username, String password) {
            return String.valueOf(send(post("/entrar")
                            .param("username", username)
                            .param("password", password)
                            .with(csrf()))
                    .getRedirectedUrl());
        }

        public String code(String code) {
            return String.valueOf(
                    send(post("/entrar/paso").param("code", code).with(csrf())).getRedirectedUrl());
        }

        /** Who has given the password asks for a number and lets her passkey sign it. @return where the answer leads to */
        public String passkey(Person person) {
            return passkey(person.passkey().sign(within(step::passkeyRequest).orElseThrow()));
        }

        String passkey(String answer) {
            return String.valueOf(
                    send(post("/entrar/paso").param("passkey", answer).with(csrf()))
                            .getRedirectedUrl());
        }

        Optional<List<String>> addsPasskey(SoftAuthenticator made) {
            return within(() -> own.addPasskey("Llave de prueba", made.create(own.passkeyCreation())));
        }

        /** Password, and the first code of a new authenticator; she has not gone in yet. */
        public void setsUp(Person person) {
            password(person.username(), PASSWORD);
            person.scans(base32(within(step::begin).orElseThrow().secret()));
            within(() -> step.confirm(person.code())).orElseThrow();
        }

        /** Another computer with the same session, as somebody would have it who stole it. */
        public Browser copy() {
            var copy = new Browser(address);
            java.util.Collections.list(session.getAttributeNames())
                    .forEach(name -> copy.session.setAttribute(name, session.getAttribute(name)));
            return copy;
        }

        /** Whether the session lets her in: a page of the inside is not answered by the way in. */
        public boolean isIn() {
            var answer = send(get("/webjars/none.txt"));
            return answer.getStatus() == 404;
        }

        public int status(String path) {
            return send(get(path)).getStatus();
        }

        public MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
            try {
                var result = web.perform(request.session(session)
                                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0")
                                .with(sent -> {
                                    sent.setRemoteAddr(address);
                                    sent.setRequestedSessionId(session.getId());
                                    return sent;
                                }))
                        .andReturn();
                if (result.getRequest().getSession(false) instanceof MockHttpSession now) session = now;
                if (session.isInvalid()) session = new MockHttpSession();
                return result.getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        public String sessionId() {
            return session.getId();
        }

        /** As a request of this browser, signed in or not. */
        public <T> T within(Supplier<T> work) {
            var request = new org.springframework.mock.web.MockHttpServletRequest();
            request.setSession(session);
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
            var before = org.springframework.security.core.context.SecurityContextHolder.getContext();
            context().ifPresent(org.springframework.security.core.context.SecurityContextHolder::setContext);
            try {
                return work.get();
            } finally {
                org.springframework.security.core.context.SecurityContextHolder.setContext(before);
                RequestContextHolder.resetRequestAttributes();
            }
        }

        private Optional<SecurityContext> context() {
            return Optional.ofNullable((SecurityContext)
                    session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
        }
    }

    public static byte[] base32(String text) {
        var bits = new StringBuilder();
        for (char letter : text.toCharArray()) {
            var five = Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter));
            bits.append("0".repeat(5 - five.length())).append(five);
        }
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        return bytes;
    }

    /** As the system sees it: how many delays there are. */
    public long count(String query, Object... parameters) {
        return asSystem(
                () -> jdbc.sql(query).params(parameters).query(Long.class).single());
    }
}
