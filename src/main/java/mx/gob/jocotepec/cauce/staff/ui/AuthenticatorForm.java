package mx.gob.jocotepec.cauce.staff.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import mx.gob.jocotepec.cauce.staff.AuthenticatorSetup;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;

/** Three steps: open the application, show it the picture, type what it answers. */
class AuthenticatorForm extends Div {
    private final ErrorSummary errors = new ErrorSummary();
    private final CodeInput code = new CodeInput();
    private final Function<String, Optional<List<String>>> confirm;
    private final Consumer<List<String>> done;

    AuthenticatorForm(
            AuthenticatorSetup setup, Function<String, Optional<List<String>>> confirm, Consumer<List<String>> done) {
        this.confirm = confirm;
        this.done = done;
        addClassNames("c-stack", "c-authenticator");
        var picture = new Image(picture(setup.address()), getTranslation("staff.factor.picture"));
        picture.setWidth("12rem");
        picture.setHeight("12rem");
        var secret = new Span(setup.secret().replaceAll("(.{4})(?=.)", "$1 "));
        secret.addClassName("c-secret");
        var byHand = new Div(new Span(getTranslation("staff.factor.byHand")), secret);
        byHand.addClassName("c-quiet");
        code.setHelperText(getTranslation("staff.factor.code.hint"));
        code.addKeyPressListener(Key.ENTER, press -> submit());
        add(
                new OrderedList(
                        new ListItem(getTranslation("staff.factor.one")),
                        new ListItem(new Span(getTranslation("staff.factor.two")), picture, byHand),
                        new ListItem(getTranslation("staff.factor.three"))),
                errors,
                code,
                Actions.primary("staff.factor.confirm", this::submit));
    }

    private void submit() {
        code.setInvalid(false);
        confirm.apply(code.getValue()).ifPresentOrElse(done, () -> errors.show(code, "staff.factor.wrong"));
    }

    /** Drawn here, as a picture inside the page: nobody else sees the secret. */
    private static String picture(String address) {
        try {
            var matrix = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            return "data:image/svg+xml;base64,"
                    + Base64.getEncoder().encodeToString(svg(matrix).getBytes(StandardCharsets.UTF_8));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String svg(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) path.append("M%d %dh1v1h-1z".formatted(x, y));
            }
        }
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' shape-rendering='crispEdges'>"
                        .formatted(matrix.getWidth(), matrix.getHeight())
                + "<rect width='100%' height='100%' fill='#fff'/><path d='" + path + "'/></svg>";
    }
}
