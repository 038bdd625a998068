package mx.gob.jocotepec.cauce.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What a session was opened with, only so far that its owner recognizes it. */
record Device(Browser browser, Platform system) {
    enum Browser {
        CHROME,
        EDGE,
        FIREFOX,
        OPERA,
        SAFARI,
        OTHER
    }

    enum Platform {
        ANDROID,
        IOS,
        LINUX,
        MAC,
        WINDOWS,
        OTHER
    }

    /** Of the request that is being answered. */
    static Device current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest().getHeader("User-Agent"))
                : of(null);
    }

    /** @param agent as browsers call themselves: each claims to be most of the others, so the order matters */
    static Device of(@Nullable String agent) {
        return agent == null ? new Device(Browser.OTHER, Platform.OTHER) : new Device(browser(agent), system(agent));
    }

    private static Browser browser(String agent) {
        if (agent.contains("Firefox/") || agent.contains("FxiOS/")) return Browser.FIREFOX;
        if (agent.contains("Edg")) return Browser.EDGE;
        if (agent.contains("OPR/")) return Browser.OPERA;
        if (agent.contains("Chrome/") || agent.contains("CriOS/")) return Browser.CHROME;
        return agent.contains("Safari/") ? Browser.SAFARI : Browser.OTHER;
    }

    private static Platform system(String agent) {
        if (agent.contains("Android")) return Platform.ANDROID;
        if (agent.contains("iPhone") || agent.contains("iPad")) return Platform.IOS;
        if (agent.contains("Windows")) return Platform.WINDOWS;
        if (agent.contains("Mac OS X")) return Platform.MAC;
        return agent.contains("Linux") ? Platform.LINUX : Platform.OTHER;
    }
}
