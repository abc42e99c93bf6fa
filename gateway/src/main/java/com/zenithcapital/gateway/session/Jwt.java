package com.zenithcapital.gateway.session;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Base64;

/** Reads tokens that somebody else has verified. */
final class Jwt {

    private Jwt() {}

    /** The claims of a signed token, whose signature is not looked at. */
    static JsonObject claims(String token) {
        int start = token.indexOf('.') + 1;
        String payload = token.substring(start, token.indexOf('.', start));
        return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(payload)));
    }
}
