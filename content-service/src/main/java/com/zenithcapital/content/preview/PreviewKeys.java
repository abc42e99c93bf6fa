package com.zenithcapital.content.preview;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of all links' signatures, in the database: whichever instance comes first makes it (docs/adr/014). */
@ApplicationScoped
class PreviewKeys {

    /** As long as the hash: RFC 2104, section 3. */
    private static final int BYTES = 32;

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    PreviewKeys(Database database) {
        this.database = database;
    }

    /** In a transaction of its own: nobody may sign with a key that is rolled back. */
    @Transactional(REQUIRES_NEW)
    SecretKey load() {
        byte[] made = new byte[BYTES];
        random.nextBytes(made);
        database.update("insert into preview_key (id, secret) values (1, ?) on conflict do nothing", made);
        byte[] secret = database.first("select secret from preview_key where id = 1", row -> row.bytes("secret"))
                .orElseThrow(() -> new IllegalStateException("The key of previews is gone"));
        return new SecretKeySpec(secret, PreviewToken.ALGORITHM);
    }
}
