package mx.gob.jocotepec.cauce.audit;

/** Does the work in the name of the system itself. Given by the module that knows who acts. */
public interface AsSystem {
    void run(Runnable work);
}
