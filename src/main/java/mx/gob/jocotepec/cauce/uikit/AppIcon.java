package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** The icons, drawn in {@code frontend/icons/cauce.svg}. Always beside a word, so screen readers pass over them. */
public enum AppIcon {
    HOME,
    FOLDER,
    FOLDER_PLUS,
    PLUS,
    MINUS,
    EXCHANGE,
    SEND,
    INBOX,
    MESSAGE,
    CALENDAR,
    CALENDAR_CHECK,
    AGREEMENT,
    FILE,
    TARGET,
    CHART,
    LIST,
    USERS,
    USER,
    BUILDING,
    HISTORY,
    SEARCH,
    MENU,
    EYE,
    EYE_OFF,
    SIGN_OUT,
    GLOBE,
    KEYBOARD,
    LOCK,
    ALERT,
    ALERT_OCTAGON,
    INFO,
    HELP,
    CHECK,
    CHECK_CIRCLE,
    CLOCK,
    CLOSE,
    CLOSE_CIRCLE,
    CHEVRON_RIGHT,
    CHEVRON_LEFT,
    CHEVRON_DOWN,
    ARROW_RIGHT,
    ARROW_LEFT,
    TRIANGLE_UP,
    DIAMOND,
    TRIANGLE_DOWN,
    CIRCLE_DASHED,
    DOT,
    PHONE,
    EDIT,
    TRASH,
    DOWNLOAD,
    UPLOAD,
    PRINT,
    PIN,
    SHIELD,
    LINK,
    COPY,
    MORE,
    FILTER,
    REFRESH,
    CAMERA,
    ATTACHMENT,
    SETTINGS,
    STAR,
    HEART,
    EXTERNAL,
    WAVES;

    public SvgIcon create() {
        var icon =
                new SvgIcon("icons/cauce.svg", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        icon.getElement().setAttribute("aria-hidden", "true");
        icon.addClassName("c-icon");
        return icon;
    }
}
