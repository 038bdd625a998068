package mx.gob.jocotepec.cauce.referral.ui;

import java.util.List;
import mx.gob.jocotepec.cauce.referral.Only;
import mx.gob.jocotepec.cauce.referral.ReferralReads;
import mx.gob.jocotepec.cauce.referral.ReferralStatus;
import mx.gob.jocotepec.cauce.referral.TrayQuery.Side;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What referrals put into the frame: a place in the navigation and what waits on the start page. */
@Configuration(proxyBeanMethods = false)
class ReferralEntries {
    @Bean
    NavigationEntry referralNavigation() {
        return NavigationEntry.of(
                ReferralNavigation.ALL, "referral.title", AppIcon.EXCHANGE, 200, Permission.REFERRAL_READ);
    }

    @Bean
    StartCard referralsWaiting(ReferralReads reads) {
        return new StartCard() {
            @Override
            public int order() {
                return 200;
            }

            @Override
            public String permission() {
                return Permission.REFERRAL_READ.name();
            }

            @Override
            public List<Waiting> waiting() {
                var waiting = reads.waiting();
                return List.of(
                        line(
                                Tone.SERIOUS,
                                AppIcon.ALERT,
                                "overdue",
                                waiting.overdue(),
                                all(Only.OVERDUE, Side.RECEIVED)),
                        line(Tone.CAUTION, AppIcon.INBOX, "toAccept", waiting.toAccept(), toAccept()),
                        line(
                                Tone.CAUTION,
                                AppIcon.CLOCK,
                                "answersToday",
                                waiting.answersToday(),
                                all(Only.ANSWER_TODAY, Side.RECEIVED)),
                        line(
                                Tone.CAUTION,
                                AppIcon.CLOSE_CIRCLE,
                                "rejected",
                                waiting.rejected(),
                                all(Only.NOT_TAKEN_UP, Side.SENT)));
            }
        };
    }

    private static StartCard.Waiting line(Tone tone, AppIcon icon, String key, int count, ReferralFilter list) {
        return new StartCard.Waiting(tone, icon, "referral.waiting." + key, count, list.path());
    }

    private static ReferralFilter toAccept() {
        return ReferralFilter.first(ReferralFilter.Look.RECEIVED).with(ReferralStatus.SENT);
    }

    /** The list of what was counted: everywhere for whoever follows all, otherwise of the own area. */
    private static ReferralFilter all(Only only, Side side) {
        var look = Authorities.has(Permission.REFERRAL_OVERSEE)
                ? ReferralFilter.Look.LIST
                : side == Side.SENT ? ReferralFilter.Look.SENT : ReferralFilter.Look.RECEIVED;
        return ReferralFilter.first(look).with(only);
    }
}
