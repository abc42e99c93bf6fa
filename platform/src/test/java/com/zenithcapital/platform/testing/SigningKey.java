package com.zenithcapital.platform.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** An RSA key that signs tokens. */
record SigningKey(RSAPrivateCrtKey key) {

    private static final String ID = "zenith-test";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no RSA", e);
        }
    }

    /** From what {@link #export} gave. */
    static SigningKey of(String text) {
        try {
            PKCS8EncodedKeySpec encoded =
                    new PKCS8EncodedKeySpec(Base64.getUrlDecoder().decode(text));
            return new SigningKey(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an RSA key", e);
        }
    }

    String export() {
        return URL.encodeToString(key.getEncoded());
    }

    String id() {
        return ID;
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(US_ASCII));
            return URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key cannot sign", e);
        }
    }

    /** The public half in a set of its own, as RFC 7517 writes it. */
    String toJwks() {
        return "{\"keys\":[%s]}".formatted(toJwk());
    }

    /** The public half, as RFC 7517 writes it. */
    String toJwk() {
        return """
                {"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}""".formatted(ID, number(key.getModulus()), number(key.getPublicExponent()));
    }

    /** The public half, as X.509 encodes it. */
    byte[] publicBytes() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no RSA", e);
        }
    }

    /** The public half, as files hold it (RFC 7468). */
    String toPem() {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicBytes()));
    }

    byte[] modulus() {
        return key.getModulus().toByteArray();
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        boolean signByte = bytes.length > 1 && bytes[0] == 0;
        return URL.encodeToString(signByte ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
