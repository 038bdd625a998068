package mx.gob.jocotepec.cauce.casefile.ui;

import java.util.List;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.GlobalSearch;
import org.springframework.stereotype.Component;

/** Cases in the search field at the top: folio, and the person covered. */
@Component
class CaseSearch implements GlobalSearch {
    private static final int SHORTEST = 3;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final CaseLists lists;
    private final Catalogs catalogs;

    CaseSearch(CaseLists lists, Catalogs catalogs) {
        this.lists = lists;
        this.catalogs = catalogs;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String permission() {
        return Permission.CASE_READ.name();
    }

    @Override
    public List<Hit> search(String text, int limit) {
        if (text.length() < SHORTEST && !NUMBER.matcher(text).matches()) return List.of();
        return lists.search(text, 0, limit).stream()
                .map(line -> new Hit(
                        AppIcon.FOLDER,
                        line.ref().folio(),
                        CaseWords.covered(line, catalogs),
                        CaseNavigation.path(line.ref())))
                .toList();
    }
}
