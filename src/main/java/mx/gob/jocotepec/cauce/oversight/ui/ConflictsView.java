package mx.gob.jocotepec.cauce.oversight.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.WallProposals;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Page;

/** Walls around the Dirección that nobody of it is left to decide: audit does, without seeing the case. */
@Route(OversightNavigation.CONFLICTS)
@RolesAllowed("TRAIL_READ")
@StyleSheet("context://styles/oversight.css")
class ConflictsView extends Page implements AfterNavigationObserver {
    private final WallProposals proposals;
    private final ProveYourself prove;
    private final Clock clock;

    ConflictsView(WallProposals proposals, ProveYourself prove, Clock clock) {
        super("oversight.conflicts.title");
        this.proposals = proposals;
        this.prove = prove;
        this.clock = clock;
        addClassName("c-page-narrow");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var open = proposals.withoutDirection();
        state(new Span(getTranslation("oversight.conflicts.count", open.size())));
        if (open.isEmpty()) {
            body(new EmptyState(AppIcon.CHECK_CIRCLE, "oversight.conflicts.empty", "oversight.conflicts.empty.text"));
            return;
        }
        var about = new Paragraph(getTranslation("oversight.conflicts.about"));
        about.addClassName("c-quiet");
        body(
                about,
                new ProposalList(
                        open, proposals::decideWithoutDirection, ConflictsView::folio, prove, clock, this::load));
    }

    private static Span folio(CaseRef ref) {
        var folio = new Span(ref.folio());
        folio.addClassName("c-strong");
        return folio;
    }
}
