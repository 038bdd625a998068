package mx.gob.jocotepec.cauce.staff;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Each application context has a holder of who is signed in, and one static place names the holder in use: the one made last. A test
 * that runs in an earlier context must ask its own, already for the page a browserless test begins with.
 */
class OwnStrategy extends AbstractTestExecutionListener {
    @Override
    public void prepareTestInstance(TestContext test) {
        test.getApplicationContext()
                .getBeanProvider(SecurityContextHolderStrategy.class)
                .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
    }

    @Override
    public int getOrder() {
        return 10_000;
    }
}
