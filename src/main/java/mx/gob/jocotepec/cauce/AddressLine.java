package mx.gob.jocotepec.cauce;

import java.net.InetAddress;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Says on the terminal where to find the application, once it answers. */
@Component
class AddressLine implements ApplicationListener<ApplicationReadyEvent> {
    private final InetAddress address;

    AddressLine(CauceSettings settings) {
        address = settings.address();
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext().getEnvironment().getProperty("cauce.join", Boolean.class, false)) {
            return; // a task beside the running application
        }
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var local = address.isLoopbackAddress() || address.isAnyLocalAddress();
            System.out.println("Cauce: http://" + (local ? "localhost" : address.getHostAddress()) + ":"
                    + web.getWebServer().getPort());
        }
    }
}
