package mx.gob.jocotepec.cauce.rights;

import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import org.jspecify.annotations.Nullable;

/** @param folio of a case within reach of who receives it, or none @param name of who asks @param contact how to answer her safely */
public record NewArcoRequest(
        ArcoRequest.Kind kind,
        ArcoRequest.Requester requester,
        ArcoRequest.Identified identified,
        @Nullable Folio folio,
        Sensitive name,
        Sensitive contact,
        Sensitive asked) {}
