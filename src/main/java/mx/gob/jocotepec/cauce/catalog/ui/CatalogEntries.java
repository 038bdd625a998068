package mx.gob.jocotepec.cauce.catalog.ui;

import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogEntries {
    @Bean
    NavigationEntry catalogNavigation() {
        return NavigationEntry.of(CatalogView.PATH, "catalog.nav", AppIcon.LIST, 930, Permission.CATALOG_EDIT);
    }
}
