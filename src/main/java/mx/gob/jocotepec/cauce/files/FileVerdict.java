package mx.gob.jocotepec.cauce.files;

/** Whether a file may be kept. */
public sealed interface FileVerdict {
    /** @param mediaType told by its content: PDF, JPEG or PNG */
    record Accepted(String mediaType) implements FileVerdict {
        /** Of a file name of ours. */
        public String extension() {
            return switch (mediaType) {
                case "application/pdf" -> "pdf";
                case "image/jpeg" -> "jpg";
                default -> "png";
            };
        }
    }

    record Refused(Reason reason) implements FileVerdict {}

    /** Why not. */
    enum Reason {
        EMPTY,
        TOO_LARGE,
        /** Neither PDF nor JPEG nor PNG by its content, whatever its name says. */
        OTHER_TYPE,
        /** Something else as well: an archive, a page, another document. */
        TWO_THINGS,
        /** Damaged, or made to confuse who reads it. */
        BROKEN,
        /** Opens with a password only, so nobody can look into it. */
        ENCRYPTED,
        /** A PDF that runs scripts, carries files, has forms of its own or asks for something outside. */
        ACTIVE,
        /** Unpacks into far more than it seems. */
        UNPACKS_TOO_FAR,
        /** The scanner knows it. */
        MALWARE,
        /** A scanner is set and does not answer: nothing comes in unseen. */
        SCANNER_SILENT
    }
}
