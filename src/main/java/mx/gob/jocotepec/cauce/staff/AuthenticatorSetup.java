package mx.gob.jocotepec.cauce.staff;

/**
 * What an authenticator must know; shown once.
 *
 * @param secret in base 32, to be typed where no camera is at hand
 * @param address what the picture holds (otpauth)
 */
public record AuthenticatorSetup(String secret, String address) {
    static AuthenticatorSetup of(String username, byte[] secret) {
        var text = Totp.base32(secret);
        return new AuthenticatorSetup(
                text, "otpauth://totp/Cauce:" + username + "?secret=" + text + "&issuer=Cauce&digits=6&period=30");
    }

    @Override
    public String toString() {
        return "AuthenticatorSetup";
    }
}
