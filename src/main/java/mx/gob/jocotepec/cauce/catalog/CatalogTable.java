package mx.gob.jocotepec.cauce.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.shared.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of all catalogs, about 250 rows. */
@Component
class CatalogTable {
    private static final String SELECT = """
            select c.*, array(select x.key || '=' || x.value from jsonb_each_text(c.extra) x) as extras
            from catalog_entry c
            """;
    private static final Set<String> KNOWN =
            Arrays.stream(Catalog.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final JdbcClient jdbc;

    CatalogTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the lists. Rows of catalogs that this version of the program does not know are left out. */
    List<CatalogEntry> all() {
        return jdbc.sql(SELECT + "where c.catalog = any (:known) order by c.catalog, c.position, c.name_es, c.key")
                .param("known", KNOWN.toArray(String[]::new))
                .query((row, number) -> entry(row))
                .list();
    }

    Optional<CatalogEntry> find(Catalog catalog, String key) {
        return jdbc.sql(SELECT + "where c.catalog = :catalog and c.key = :key")
                .param("catalog", catalog.name())
                .param("key", key)
                .query((row, number) -> entry(row))
                .optional();
    }

    /** False if the key is taken. */
    boolean insert(NewCatalogEntry entry) {
        return jdbc.sql("""
                        insert into catalog_entry
                          (catalog, key, name_es, name_en, legal_source, source_confirmed, valid_from, position)
                        values (:catalog, :key, :nameEs, :nameEn, :source, :confirmed, :from, :position)
                        on conflict (catalog, key) do nothing
                        """)
                        .param("catalog", entry.catalog().name())
                        .param("key", entry.key())
                        .param("nameEs", entry.nameEs())
                        .param("nameEn", entry.nameEn())
                        .param("source", entry.legalSource())
                        .param("confirmed", entry.sourceConfirmed())
                        .param("from", entry.validFrom())
                        .param("position", entry.position())
                        .update()
                == 1;
    }

    /** False if another version is there. */
    boolean rename(CatalogEntry seen, String nameEs, String nameEn) {
        return jdbc.sql("""
                        update catalog_entry set name_es = :nameEs, name_en = :nameEn, version = version + 1
                        where catalog = :catalog and key = :key and version = :version
                        """)
                        .param("nameEs", nameEs)
                        .param("nameEn", nameEn)
                        .param("catalog", seen.catalog().name())
                        .param("key", seen.key())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** False if another version is there. */
    boolean retire(CatalogEntry seen, LocalDate lastDay) {
        return jdbc.sql("""
                        update catalog_entry set valid_to = :lastDay, version = version + 1
                        where catalog = :catalog and key = :key and version = :version
                        """)
                        .param("lastDay", lastDay)
                        .param("catalog", seen.catalog().name())
                        .param("key", seen.key())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    private static CatalogEntry entry(ResultSet row) throws SQLException {
        return new CatalogEntry(
                Catalog.valueOf(row.getString("catalog")),
                row.getString("key"),
                row.getString("name_es"),
                row.getString("name_en"),
                row.getString("legal_source"),
                row.getBoolean("source_confirmed"),
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getInt("position"),
                extra(row.getArray("extras")),
                row.getInt("version"));
    }

    private static Map<String, String> extra(Array pairs) throws SQLException {
        return Arrays.stream((String[]) pairs.getArray())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }
}
