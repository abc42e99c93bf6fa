package com.zenithcapital.content.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Signs links and knows its signatures again. Reads the key once. */
@ApplicationScoped
class PreviewSignatures {

    private final PreviewKeys keys;
    private volatile @Nullable SecretKey key;

    PreviewSignatures(PreviewKeys keys) {
        this.keys = keys;
    }

    String write(PreviewToken token) {
        return token.write(key());
    }

    /** Empty for what was not signed here. Nothing is asked of the database about it. */
    Optional<PreviewToken> read(String text) {
        return PreviewToken.read(text, key());
    }

    /** Two may read it at first; it is the same. */
    private SecretKey key() {
        @Nullable SecretKey known = key;
        if (known == null) {
            known = keys.load();
            key = known;
        }
        return known;
    }
}
