package mx.gob.jocotepec.cauce.referral;

import mx.gob.jocotepec.cauce.shared.AreaId;
import org.jspecify.annotations.Nullable;

/** @param to null: an institution outside */
record Parties(AreaId from, @Nullable AreaId to) {}
