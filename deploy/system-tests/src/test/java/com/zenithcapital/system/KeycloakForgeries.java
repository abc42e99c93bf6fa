package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zenithcapital.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A good token of Keycloak's, changed by hand as somebody would who knows all that is public; and good tokens of Keycloak's
 * that are no access tokens of this realm for this API. Somebody with all roles stands in each.
 */
final class KeycloakForgeries {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final String USER = "max";

    private final ObjectNode header;
    private final ObjectNode claims;
    private final String body;
    private final String signature;
    private final KeyPair theirs = keys();

    private KeycloakForgeries(String token) {
        String[] parts = token.split("\\.");
        header = decoded(parts[0]);
        claims = decoded(parts[1]);
        body = parts[1];
        signature = parts[2];
    }

    /** All of them, by what is tried. */
    static Map<String, String> of(Zenith zenith) {
        String good = zenith.token(USER);
        KeycloakForgeries forger = new KeycloakForgeries(good);
        Map<String, String> all = new LinkedHashMap<>();
        forger.addAlgorithms(all, publishedKey(zenith, forger.header.path("kid").asText()));
        forger.addKeys(all);
        forger.addChanges(all, zenith.token("rhea"));
        JsonNode others = tokens(zenith, "zenith", "zenith-cli", USER, Stack.PASSWORD);
        all.put("Keycloak's id token", others.path("id_token").asText());
        all.put("Keycloak's refresh token", others.path("refresh_token").asText());
        all.put(
                "another realm's access token",
                tokens(zenith, "master", "admin-cli", "admin", zenith.keycloak().administratorPassword())
                        .path("access_token")
                        .asText());
        all.put("an expired access token", zenith.expiredToken(USER));
        all.values().forEach(token -> assertThat(token).isNotBlank().isNotEqualTo(good));
        return all;
    }

    private void addAlgorithms(Map<String, String> all, JsonNode published) {
        all.put("alg none", encoded(header("alg", "none")) + "." + body + ".");
        all.put("alg nOnE", encoded(header("alg", "nOnE")) + "." + body + ".");
        all.put("alg none, with a signature", encoded(header("alg", "none")) + "." + body + "." + signature);
        all.put("HS256 with the public key", hmac("HS256", header.path("kid").asText(), pem(published)));
        all.put(
                "HS256 with the published text",
                hmac("HS256", header.path("kid").asText(), published.toString().getBytes(UTF_8)));
        all.put("HS512 with the public key", hmac("HS512", header.path("kid").asText(), pem(published)));
    }

    private void addKeys(Map<String, String> all) {
        ObjectNode nameless = header.deepCopy();
        nameless.remove("kid");
        ObjectNode bringing = header.deepCopy();
        bringing.set("jwk", jwk((RSAPublicKey) theirs.getPublic()));
        all.put("another key under the same name", signed(header));
        all.put("another key without a name", signed(nameless));
        all.put("a key brought along", signed(bringing));
        all.put("a key to be fetched", signed(header("jku", "http://127.0.0.1:1/keys")));
        all.put("a certificate to be fetched", signed(header("x5u", "http://127.0.0.1:1/certificate")));
        all.put("kid is a path", hmac("HS256", "../../../../dev/null", new byte[] {0}));
        all.put("kid is SQL", hmac("HS256", "x' UNION SELECT 'x", new byte[] {'x'}));
        all.put("kid is a path, RS256", signed(header("kid", "../../../../dev/null")));
        all.put("kid is SQL, RS256", signed(header("kid", "' OR '1'='1")));
    }

    private void addChanges(Map<String, String> all, String another) {
        String head = encoded(header);
        all.put("an empty signature", head + "." + body + ".");
        all.put("no signature", head + "." + body);
        all.put("another's signature", head + "." + body + another.substring(another.lastIndexOf('.')));
        all.put("a claim more", head + "." + encoded(claims.deepCopy().put("zenith", "admin")) + "." + signature);
        all.put(
                "a claim twice",
                head + "."
                        + URL.encodeToString(
                                ("{\"sub\":\"x\"," + claims.toString().substring(1)).getBytes(UTF_8))
                        + "." + signature);
        all.put(
                "another's roles",
                another.substring(0, another.indexOf('.')) + "." + body + another.substring(another.lastIndexOf('.')));
    }

    private ObjectNode header(String parameter, String value) {
        return header.deepCopy().put(parameter, value);
    }

    private String signed(ObjectNode head) {
        String text = encoded(head) + "." + body;
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(theirs.getPrivate());
            rsa.update(text.getBytes(US_ASCII));
            return text + "." + URL.encodeToString(rsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key cannot sign", e);
        }
    }

    private String hmac(String algorithm, String kid, byte[] secret) {
        String text = encoded(header("alg", algorithm).put("kid", kid)) + "." + body;
        String name = algorithm.replace("HS", "HmacSHA");
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret, name));
            return text + "." + URL.encodeToString(mac.doFinal(text.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC", e);
        }
    }

    private static JsonNode tokens(Zenith zenith, String realm, String client, String user, String password) {
        String form = "grant_type=password&client_id=%s&username=%s&password=%s&scope=openid"
                .formatted(client, user, URLEncoder.encode(password, UTF_8));
        return Api.at(zenith.keycloak().keycloak())
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send(
                        "POST",
                        "/realms/%s/protocol/openid-connect/token".formatted(realm),
                        BodyPublishers.ofString(form))
                .expect(200)
                .json();
    }

    private static JsonNode publishedKey(Zenith zenith, String kid) {
        JsonNode keys = Api.at(zenith.keycloak().keycloak())
                .get("/realms/zenith/protocol/openid-connect/certs")
                .expect(200)
                .json()
                .path("keys");
        for (JsonNode key : keys) {
            if (key.path("kid").asText().equals(kid)) {
                return key;
            }
        }
        throw new AssertionError("Keycloak publishes no key " + kid);
    }

    private static byte[] pem(JsonNode published) {
        try {
            byte[] encoded = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(published, "n"), number(published, "e")))
                    .getEncoded();
            return ("-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                            + "\n-----END PUBLIC KEY-----")
                    .getBytes(US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not an RSA key: " + published, e);
        }
    }

    private static BigInteger number(JsonNode key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(member).asText()));
    }

    private static ObjectNode jwk(RSAPublicKey key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("n", URL.encodeToString(unsigned(key.getModulus())))
                .put("e", URL.encodeToString(unsigned(key.getPublicExponent())));
    }

    private static byte[] unsigned(BigInteger value) {
        byte[] bytes = value.toByteArray();
        boolean signByte = bytes.length > 1 && bytes[0] == 0;
        return signByte ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no RSA", e);
        }
    }

    private static String encoded(JsonNode part) {
        return URL.encodeToString(part.toString().getBytes(UTF_8));
    }

    private static ObjectNode decoded(String part) {
        try {
            return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
