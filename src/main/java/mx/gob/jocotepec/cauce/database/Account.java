package mx.gob.jocotepec.cauce.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.util.PasswordUtil;

/** A database role that signs in. */
record Account(String user, String password) {
    Connection connect(String url) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    /** What the server stores: it never sees the password itself, so no log of statements can hold it. */
    String verifier() {
        return PasswordUtil.encodeScramSha256(password.toCharArray());
    }

    @Override
    public String toString() {
        return "Account[" + user + "]";
    }
}
