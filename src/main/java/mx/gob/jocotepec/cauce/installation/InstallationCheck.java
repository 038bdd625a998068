package mx.gob.jocotepec.cauce.installation;

import java.util.function.Supplier;

/** One thing to look at, contributed as a bean by the module that knows it. Asked anew at each visit, so it is to be cheap. */
public interface InstallationCheck {
    /** In the order in which they are shown. What is not needed is advised. Texts: {@code installation.topic.NAME}. */
    enum Topic {
        PASSPHRASE(true),
        SHARES(true),
        BACKUP(true),
        TWO_OF_DIRECTION(true),
        TWO_ADMINISTRATORS(true),
        SECOND_FACTOR(true),
        ANCHORS(true),
        MAIL(false),
        SCANNER(false);

        private final boolean needed;

        Topic(boolean needed) {
            this.needed = needed;
        }

        public boolean needed() {
            return needed;
        }
    }

    enum State {
        READY,
        MISSING,
        /** Whoever runs the database or the machine sees to it by other means. */
        ELSEWHERE;

        public static State of(boolean ready) {
            return ready ? READY : MISSING;
        }
    }

    Topic topic();

    State look();

    static InstallationCheck of(Topic topic, Supplier<State> look) {
        return new Plain(topic, look);
    }

    record Plain(Topic topic, Supplier<State> how) implements InstallationCheck {
        @Override
        public State look() {
            return how.get();
        }
    }
}
