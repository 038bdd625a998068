package mx.gob.jocotepec.cauce.agreement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import mx.gob.jocotepec.cauce.agreement.AgreementTerms.Contact;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import mx.gob.jocotepec.cauce.shared.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Whom to call about an agreement, sealed. Where a version before V011 left contacts in plain columns, the first start seals them and
 * empties those columns: only the application has the key, so no migration could.
 */
@Component
@DependsOnDatabaseInitialization
class SealedContact {
    private static final String PLAIN = "coalesce(contact_name, contact_post, contact_phone, contact_email)";

    private final Sealer sealer;

    SealedContact(Sealer sealer, OwnerConnection owner) throws SQLException {
        this.sealer = sealer;
        owner.run(this::sealWhatIsPlain);
    }

    /** Null for a contact nobody has given. */
    @Nullable
    Sealed seal(AgreementId id, Contact contact) {
        var given = new HashMap<String, String>();
        put(given, "name", contact.name());
        put(given, "post", contact.post());
        put(given, "phone", contact.phone());
        put(given, "email", contact.email());
        var answers = new Answers(given);
        return answers.isEmpty() ? null : sealer.seal(place(id), answers.toJson());
    }

    Contact open(AgreementId id, byte @Nullable [] key, byte @Nullable [] sealed) {
        if (key == null || sealed == null) return Contact.NONE;
        var answers = Answers.fromJson(sealer.open(place(id), new Sealed(key, sealed)));
        return new Contact(
                answers.get("name").orElse(null),
                answers.get("post").orElse(null),
                answers.get("phone").orElse(null),
                answers.get("email").orElse(null));
    }

    private void sealWhatIsPlain(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select id, contact_name, contact_post, contact_phone, contact_email"
                                + " from cauce.agreement where " + PLAIN + " is not null for update");
                var update = connection.prepareStatement("""
                        update cauce.agreement set contact_key = ?, contact_sealed = ?, contact_name = null, contact_post = null,
                          contact_phone = null, contact_email = null where id = ?""");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var id = rows.getObject("id", UUID.class);
                var sealed = seal(AgreementId.of(id), plain(rows));
                update.setBytes(1, sealed == null ? null : sealed.wrappedKey());
                update.setBytes(2, sealed == null ? null : sealed.ciphertext());
                update.setObject(3, id);
                update.executeUpdate();
            }
        }
    }

    private static Contact plain(ResultSet row) throws SQLException {
        return new Contact(
                row.getString("contact_name"),
                row.getString("contact_post"),
                row.getString("contact_phone"),
                row.getString("contact_email"));
    }

    private static void put(Map<String, String> given, String key, @Nullable String value) {
        if (value != null) given.put(key, value);
    }

    private static Place place(AgreementId id) {
        return new Place("agreement", id.value(), Compartment.CONTACT);
    }
}
