package mx.gob.jocotepec.cauce.audit;

import java.util.Properties;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.springframework.core.env.PropertyResolver;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The {@code CAUCE_MAIL_…} settings; without a host nothing is mailed.
 *
 * @param security {@code starttls} (a server that does not offer it gets no mail), {@code tls} from the begin, or {@code none}
 */
record MailSettings(String host, int port, String user, String password, String from, String to, String security) {
    private static final String ADDRESS = "[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}";
    private static final int WAIT = 20_000;

    static MailSettings from(PropertyResolver source) {
        var settings = new MailSettings(
                text(source, "HOST", ""),
                port(text(source, "PORT", "587")),
                text(source, "USER", ""),
                text(source, "PASSWORD", ""),
                text(source, "FROM", ""),
                text(source, "TO", ""),
                text(source, "SECURITY", "starttls"));
        if (settings.isSet()) settings.check();
        return settings;
    }

    boolean isSet() {
        return !host.isEmpty();
    }

    JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        var more = new Properties();
        if (!user.isEmpty()) {
            sender.setUsername(user);
            sender.setPassword(password);
            more.setProperty("mail.smtp.auth", "true");
        }
        more.setProperty("mail.smtp.ssl.enable", String.valueOf(security.equals("tls")));
        more.setProperty("mail.smtp.starttls.enable", String.valueOf(security.equals("starttls")));
        more.setProperty("mail.smtp.starttls.required", String.valueOf(security.equals("starttls")));
        more.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (var what : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            more.setProperty("mail.smtp." + what, String.valueOf(WAIT));
        }
        sender.setJavaMailProperties(more);
        return sender;
    }

    @Override
    public String toString() {
        return "MailSettings[" + (isSet() ? "set" : "not set") + "]";
    }

    private void check() {
        if (!from.matches(ADDRESS))
            throw new SettingProblem("CAUCE_MAIL_FROM must be one address: CAUCE_MAIL_HOST needs it.");
        if (!to.matches(ADDRESS))
            throw new SettingProblem("CAUCE_MAIL_TO must be one address: CAUCE_MAIL_HOST needs it.");
        if (!security.matches("starttls|tls|none")) {
            throw new SettingProblem("CAUCE_MAIL_SECURITY must be starttls, tls or none.");
        }
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) return Integer.parseInt(text);
        throw new SettingProblem("CAUCE_MAIL_PORT must be a number from 0 to 65535.");
    }

    private static String text(PropertyResolver source, String name, String otherwise) {
        var value = SettingProblem.read(source, "CAUCE_MAIL_" + name).strip();
        return value.isEmpty() ? otherwise : value;
    }
}
