package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.RiskAssessments;
import mx.gob.jocotepec.cauce.casefile.RiskInstrument;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Tri;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TriField;
import org.jspecify.annotations.Nullable;

/** The checklist: critical signs first, then the factors; the suggestion follows each answer, the person decides. */
final class RiskDialog extends FormDialog {
    private final CaseHead head;
    private final RiskAssessments risks;
    private final Runnable changed;
    private final Map<String, TriField> fields = new LinkedHashMap<>();
    private final Paragraph suggestion = new Paragraph();
    private final RadioButtonGroup<RiskLevel> level = new RadioButtonGroup<>(getTranslation("casefile.risk.level"));
    private final LongTextInput reason = new LongTextInput("casefile.risk.reason", 2000);
    private boolean chosen;

    RiskDialog(CaseHead head, RiskAssessments risks, Runnable changed) {
        super("casefile.risk.assess", "casefile.risk.save");
        this.head = head;
        this.risks = risks;
        this.changed = changed;
        setWidth("min(46rem, 100%)");
        level.setItems(RiskLevel.LOW, RiskLevel.MEDIUM, RiskLevel.HIGH, RiskLevel.EXTREME);
        level.setItemLabelGenerator(value -> getTranslation("casefile.risk." + value));
        level.addValueChangeListener(event -> chosen |= event.isFromClient());
        suggestion.addClassName("c-suggestion");
        suggestion.getElement().setAttribute("aria-live", "polite");
        content(
                new Paragraph(getTranslation("casefile.risk.about")),
                new H3(getTranslation("casefile.risk.critical")),
                list(RiskInstrument.CRITICAL),
                new H3(getTranslation("casefile.risk.factors")),
                list(List.copyOf(RiskInstrument.FACTORS.keySet())));
        var end = new Div(suggestion, level, reason);
        end.addClassName("c-stack");
        content(end);
        suggest();
    }

    private Div list(List<String> keys) {
        var list = new Div();
        list.addClassName("c-checklist");
        for (var key : keys) {
            var field = new TriField("casefile.risk.factor." + key);
            field.addValueChangeListener(event -> suggest());
            fields.put(key, field);
            list.add(field);
        }
        return list;
    }

    private Answers answers() {
        var answers = new HashMap<String, String>();
        fields.forEach((key, field) -> {
            var value = field.getValue();
            if (value != null) answers.put(key, value == Tri.UNKNOWN ? Answers.UNKNOWN : value.name());
        });
        answers.put(RiskAssessments.REASON, reason.getValue());
        return new Answers(answers);
    }

    private void suggest() {
        var score = RiskInstrument.score(answers());
        suggestion.setText(getTranslation(
                "casefile.risk.suggestion." + score.suggestion(),
                score.sum(),
                score.answered(),
                RiskInstrument.FACTORS.size()));
        // what nobody chose follows the answers, back to nothing where they are too few again
        if (!chosen) level.setValue(level(score.suggestion()));
    }

    private static @Nullable RiskLevel level(RiskInstrument.Suggestion suggestion) {
        return suggestion == RiskInstrument.Suggestion.INSUFFICIENT ? null : RiskLevel.valueOf(suggestion.name());
    }

    @Override
    protected void submit() {
        var wanted = level.getValue() == null ? RiskLevel.NONE : level.getValue();
        switch (risks.assess(head.ref(), answers(), wanted)) {
            case RiskAssessments.Outcome.Assessed assessed -> {
                close();
                Notices.done("casefile.risk.saved");
                changed.run();
            }
            case RiskAssessments.Outcome.ReasonMissing missing -> problems.show(reason, "casefile.risk.reasonMissing");
            case RiskAssessments.Outcome.LevelMissing missing -> problems.show(level, "casefile.risk.levelMissing");
            case RiskAssessments.Outcome.NotFound none -> problems.show(null, "casefile.section.gone");
        }
    }
}
