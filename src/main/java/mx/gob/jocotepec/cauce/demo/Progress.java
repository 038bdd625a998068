package mx.gob.jocotepec.cauce.demo;

/** Says on the terminal every two seconds how far it is. */
final class Progress {
    private static final long EVERY = 2_000_000_000L;

    private final int all;
    private final long start = System.nanoTime();
    private long said = start;
    private int done;

    Progress(int all) {
        this.all = all;
    }

    void add(int cases) {
        done += cases;
        long now = System.nanoTime();
        if (now - said < EVERY) return;
        said = now;
        double perSecond = done / ((now - start) / 1e9);
        System.out.printf(
                "Demo: %,d of %,d cases, %,.0f per second, %,.0f s remain%n",
                done, all, perSecond, (all - done) / perSecond);
    }

    void say(String stage) {
        System.out.printf("Demo: %,d cases written in %.1f s; %s%n", done, seconds(), stage);
    }

    void done() {
        System.out.printf("Demo: %,d cases in %.1f s, %,.0f per second%n", done, seconds(), done / seconds());
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
