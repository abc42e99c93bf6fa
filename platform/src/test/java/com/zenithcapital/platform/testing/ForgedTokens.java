package com.zenithcapital.platform.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Every way known to pass off as a token what is none (RFC 8725, and the attacks it collects). Each names somebody with all
 * roles; none may pass. Some are signed by the provider's own key, as what it issues for other purposes is.
 */
public final class ForgedTokens {

    /**
     * One of them.
     *
     * @param attack what is tried
     * @param token what is sent
     */
    public record Forged(String attack, String token) {

        @Override
        public String toString() {
            return attack;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final String[] ALL_ROLES = {"reader", "analyst", "editor", "admin"};
    private static final String RS256 = "RS256";

    private final SigningKey key;
    private final SigningKey attacker = SigningKey.generate();
    private final Map<String, Object> claims;

    private ForgedTokens(SigningKey key, Map<String, Object> claims) {
        this.key = key;
        this.claims = claims;
    }

    /** All of them, for a test with {@link TokenResource}. */
    public static List<Forged> all() {
        ForgedTokens forger = new ForgedTokens(Tokens.key(), Tokens.claimsOf("max", ALL_ROLES));
        return Stream.of(forger.algorithms(), forger.keys(), forger.claims(), forger.signatures(), forger.shapes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Forged> algorithms() {
        String rsa = encoded(header(RS256));
        return List.of(
                new Forged("alg none", encoded(header("none")) + "." + encoded(claims) + "."),
                new Forged("alg None", encoded(header("None")) + "." + encoded(claims) + "."),
                new Forged("alg nOnE", encoded(header("nOnE")) + "." + encoded(claims) + "."),
                new Forged("alg none with a signature", signed(header("none"), claims, key)),
                new Forged("alg empty", signed(header(""), claims, key)),
                new Forged("no alg", signed(Map.of("typ", "JWT", "kid", key.id()), claims, key)),
                // HS256 by what everybody can read: the confusion of a secret with a public key.
                new Forged("HS256 with the public key's PEM", hmac(key.toPem().getBytes(US_ASCII))),
                new Forged("HS256 with the public key's PEM and a line", hmac((key.toPem() + "\n").getBytes(US_ASCII))),
                new Forged("HS256 with the public key's bytes", hmac(key.publicBytes())),
                new Forged("HS256 with the key set", hmac(key.toJwks().getBytes(US_ASCII))),
                new Forged("HS256 with the modulus", hmac(key.modulus())),
                new Forged("HS256 with an empty secret", hmac(new byte[] {0})),
                new Forged("RS256 named as PS256", signed(header("PS256"), claims, key)),
                new Forged("RS256 named as ES256", signed(header("ES256"), claims, key)),
                new Forged("RS256 named as HS256", signed(header("HS256"), claims, key)),
                new Forged(
                        "ES256 with a signature of zeroes",
                        encoded(header("ES256")) + "." + encoded(claims) + "." + URL.encodeToString(new byte[64])),
                new Forged("two algorithms", rawSigned("""
                        {"alg":"none","alg":"RS256","typ":"JWT","kid":"%s"}""".formatted(key.id()), text(claims))),
                new Forged("an encryption that is none", rsa + "." + "." + "." + encoded(claims) + "."));
    }

    private List<Forged> keys() {
        String theirs = attacker.toJwk();
        return List.of(
                new Forged("another key under the same name", signed(header(RS256), claims, attacker)),
                new Forged("a key it brings along (jwk)", signed(with("jwk", tree(theirs)), claims, attacker)),
                new Forged(
                        "a key to be fetched (jku)", signed(with("jku", "http://127.0.0.1:1/keys"), claims, attacker)),
                new Forged(
                        "a certificate to be fetched (x5u)",
                        signed(with("x5u", "http://127.0.0.1:1/c"), claims, attacker)),
                new Forged(
                        "a certificate it brings along (x5c)",
                        signed(
                                with("x5c", List.of(Base64.getEncoder().encodeToString(attacker.publicBytes()))),
                                claims,
                                attacker)),
                new Forged(
                        "a thumbprint of nothing (x5t)",
                        signed(Map.of("alg", RS256, "typ", "JWT", "x5t", "AAAA"), claims, attacker)),
                new Forged("no key named, another used", signed(Map.of("alg", RS256, "typ", "JWT"), claims, attacker)),
                new Forged("kid is a path", hmacNamed("../../../../../../dev/null", new byte[] {0})),
                new Forged("kid is a file", hmacNamed("/proc/sys/kernel/randomize_va_space", "2\n".getBytes(US_ASCII))),
                new Forged("kid is SQL", hmacNamed("x' UNION SELECT 'secret' -- ", "secret".getBytes(US_ASCII))),
                new Forged("kid is a command", hmacNamed("x | cat /etc/hostname", "secret".getBytes(US_ASCII))),
                new Forged("kid is an address", hmacNamed("http://127.0.0.1:1/key", "secret".getBytes(US_ASCII))),
                new Forged("kid is a path, RS256", signed(with("kid", "../../../../../../dev/null"), claims, attacker)),
                new Forged("kid is SQL, RS256", signed(with("kid", "' OR '1'='1"), claims, attacker)),
                new Forged("kid with a zero", signed(with("kid", key.id() + "\u0000"), claims, attacker)),
                new Forged("kid is a number", signed(with("kid", 1), claims, attacker)),
                new Forged("kid is a list", signed(with("kid", List.of(key.id())), claims, attacker)),
                new Forged(
                        "a critical header nobody knows",
                        signed(
                                Map.of(
                                        "alg",
                                        RS256,
                                        "typ",
                                        "JWT",
                                        "kid",
                                        key.id(),
                                        "crit",
                                        List.of("zenith"),
                                        "zenith",
                                        1),
                                claims,
                                key)));
    }

    private List<Forged> claims() {
        Instant now = Instant.now();
        return List.of(
                ours("expired", "exp", now.minus(Duration.ofMinutes(5)).getEpochSecond()),
                ours("expires in a text", "exp", "never"),
                ours("expired long ago", "exp", 0),
                ours("not valid yet", "nbf", now.plus(Duration.ofMinutes(5)).getEpochSecond()),
                without("without an expiry", "exp"),
                ours("of another issuer", "iss", "http://elsewhere.example/realms/zenith"),
                ours("of an issuer that begins like ours", "iss", claims.get("iss") + ".example"),
                ours("of an issuer with a slash more", "iss", claims.get("iss") + "/"),
                without("of no issuer", "iss"),
                ours("for another audience", "aud", "account"),
                ours("for an audience that begins like ours", "aud", Tokens.AUDIENCE + "-2"),
                ours("for an audience in capitals", "aud", "ZENITH-API"),
                ours("for no audience", "aud", List.of()),
                without("without an audience", "aud"),
                ours("an id token", "typ", "ID"),
                ours("a refresh token", "typ", "Refresh"),
                ours("an offline token", "typ", "Offline"),
                ours("a logout token", "typ", "Logout"),
                new Forged(
                        "two audiences written one after the other",
                        rawSigned(text(header(RS256)), duplicated("aud", "\"account\""))),
                new Forged("two subjects", rawSigned(text(header(RS256)), duplicated("sub", "\"somebody-else\""))),
                new Forged("two expiries", rawSigned(text(header(RS256)), duplicated("exp", "1"))));
    }

    private List<Forged> signatures() {
        String token = signed(header(RS256), claims, key);
        String unsigned = token.substring(0, token.lastIndexOf('.'));
        String reader = Tokens.of("rhea", "reader");
        return List.of(
                new Forged("an empty signature", unsigned + "."),
                new Forged("no signature at all", unsigned),
                new Forged("a signature of zeroes", unsigned + "." + URL.encodeToString(new byte[256])),
                new Forged("a signature of one byte", unsigned + ".AA"),
                new Forged("a signature cut short", token.substring(0, token.length() - 8)),
                new Forged("a signature with bytes more", token + "AAAA"),
                new Forged("another token's signature", unsigned + reader.substring(reader.lastIndexOf('.'))),
                new Forged(
                        "another's claims under one's own signature",
                        reader.substring(0, reader.indexOf('.')) + "." + encoded(claims)
                                + reader.substring(reader.lastIndexOf('.'))));
    }

    private List<Forged> shapes() {
        String token = signed(header(RS256), claims, key);
        return List.of(
                new Forged("a part more", token + ".e30"),
                new Forged("two tokens", token + "," + token),
                new Forged("the claims alone", encoded(claims)),
                new Forged("empty parts", ".."),
                new Forged("claims that are none", rawSigned(text(header(RS256)), "null")),
                new Forged("claims that are a list", rawSigned(text(header(RS256)), "[" + text(claims) + "]")),
                new Forged("claims that are nothing", rawSigned(text(header(RS256)), "{}")),
                new Forged("a header that is a list", rawSigned("[" + text(header(RS256)) + "]", text(claims))));
    }

    private Forged ours(String attack, String claim, Object value) {
        Map<String, Object> changed = new HashMap<>(claims);
        changed.put(claim, value);
        return new Forged(attack, signed(header(RS256), changed, key));
    }

    private Forged without(String attack, String claim) {
        Map<String, Object> changed = new HashMap<>(claims);
        changed.remove(claim);
        return new Forged(attack, signed(header(RS256), changed, key));
    }

    /** The claims with one of them twice, the false one first. */
    private String duplicated(String claim, String value) {
        return "{\"%s\":%s,%s".formatted(claim, value, text(claims).substring(1));
    }

    private Map<String, Object> header(String algorithm) {
        return Map.of("alg", algorithm, "typ", "JWT", "kid", key.id());
    }

    private Map<String, Object> with(String parameter, Object value) {
        Map<String, Object> header = new HashMap<>(header(RS256));
        header.put(parameter, value);
        return header;
    }

    private String hmac(byte[] secret) {
        return hmacNamed(key.id(), secret);
    }

    private String hmacNamed(String kid, byte[] secret) {
        String text = encoded(Map.of("alg", "HS256", "typ", "JWT", "kid", kid)) + "." + encoded(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return text + "." + URL.encodeToString(mac.doFinal(text.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC", e);
        }
    }

    private static String signed(Map<String, ?> header, Map<String, ?> claims, SigningKey signer) {
        String text = encoded(header) + "." + encoded(claims);
        return text + "." + signer.sign(text);
    }

    private String rawSigned(String header, String body) {
        String text = URL.encodeToString(header.getBytes(UTF_8)) + "." + URL.encodeToString(body.getBytes(UTF_8));
        return text + "." + key.sign(text);
    }

    private static String encoded(Map<String, ?> part) {
        return URL.encodeToString(text(part).getBytes(UTF_8));
    }

    private static String text(Map<String, ?> part) {
        try {
            return JSON.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
