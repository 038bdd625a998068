package mx.gob.jocotepec.cauce.shared;

import java.util.UUID;

/** The identity of a woman attended; says nothing about her. */
public record PersonId(UUID value) {
    public static PersonId of(UUID value) {
        return new PersonId(value);
    }

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
