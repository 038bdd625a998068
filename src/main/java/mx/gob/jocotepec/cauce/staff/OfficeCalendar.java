package mx.gob.jocotepec.cauce.staff;

import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.shared.WorkingDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The days on which terms run: those of the law, without the office's own days off. */
@Configuration(proxyBeanMethods = false)
class OfficeCalendar {
    @Bean
    WorkingDays workingDays(CauceSettings settings) {
        return new WorkingDays(settings.daysOff());
    }
}
