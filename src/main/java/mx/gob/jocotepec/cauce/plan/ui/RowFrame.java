package mx.gob.jocotepec.cauce.plan.ui;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import mx.gob.jocotepec.cauce.plan.IndicatorFigures;
import mx.gob.jocotepec.cauce.plan.QuarterState;
import mx.gob.jocotepec.cauce.shared.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * What all rows of a year share.
 *
 * @param setsTargets whether targets stand in fields
 * @param open a figure was chosen; without a quarter: the indicator itself
 */
record RowFrame(
        Map<Quarter, QuarterState> quarters,
        boolean setsTargets,
        BiConsumer<IndicatorFigures, @Nullable Quarter> open,
        Consumer<IndicatorRow.TargetChange> target) {}
