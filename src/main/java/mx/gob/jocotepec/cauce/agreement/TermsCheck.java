package mx.gob.jocotepec.cauce.agreement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is wrong with the terms of an agreement: field to message key. */
@Component
class TermsCheck {
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}");

    private final AgreementTable table;
    private final KnownServices known;

    TermsCheck(AgreementTable table, KnownServices known) {
        this.table = table;
        this.known = known;
    }

    /** @param stored the agreement that is changed; null for a new one */
    Map<String, String> problems(AgreementTerms terms, @Nullable AgreementId stored) {
        var problems = new LinkedHashMap<String, String>();
        int number = terms.number().strip().length();
        if (number == 0) problems.put("number", "required");
        else if (number > 60) problems.put("number", "tooLong");
        else if (table.isTaken(terms.number(), stored)) problems.put("number", "numberTaken");
        var counterpart = terms.counterpart();
        if (counterpart == null) problems.put("counterpart", "required");
        else if (!table.isThere(counterpart)) problems.put("counterpart", "unknownCounterpart");
        int object = terms.object().strip().length();
        if (object < 5) problems.put("object", "objectShort");
        else if (object > 2000) problems.put("object", "tooLong");
        if (terms.services().isEmpty()) problems.put("services", "noService");
        else if (!known.all(terms.services())) problems.put("services", "unknownService");
        var from = terms.from();
        var until = terms.until();
        if (from == null) problems.put("from", "required");
        if (until == null) problems.put("until", "required");
        else if (from != null && until.isBefore(from)) problems.put("until", "endsBeforeItBegins");
        if (terms.warnDays() < 0 || terms.warnDays() > 365) problems.put("warnDays", "warnDays");
        var mail = Texts.orNull(terms.contact().email());
        if (mail != null && !MAIL.matcher(mail).matches()) problems.put("email", "email");
        Texts.atMost(problems, "contactName", terms.contact().name(), 120);
        Texts.atMost(problems, "contactPost", terms.contact().post(), 120);
        Texts.atMost(problems, "phone", terms.contact().phone(), 60);
        Texts.atMost(problems, "email", terms.contact().email(), 120);
        Texts.atMost(problems, "signedBy", terms.signedBy(), 160);
        return problems;
    }
}
