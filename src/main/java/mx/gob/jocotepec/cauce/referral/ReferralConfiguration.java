package mx.gob.jocotepec.cauce.referral;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReferralDeadlines.class)
class ReferralConfiguration {}
