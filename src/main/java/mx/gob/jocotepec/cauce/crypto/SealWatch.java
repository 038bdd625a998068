package mx.gob.jocotepec.cauce.crypto;

/** Is told of each seal that does not open, before {@link SealBrokenException} is thrown. The trail listens. */
public interface SealWatch {
    void broken(Place place);
}
