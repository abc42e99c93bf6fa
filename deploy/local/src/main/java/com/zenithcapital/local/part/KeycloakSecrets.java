package com.zenithcapital.local.part;

/**
 * What Keycloak keeps secret.
 *
 * @param administrator password of its own {@code admin}, for the console
 * @param gatewayClient secret of the client {@code zenith-gateway}
 */
public record KeycloakSecrets(String administrator, String gatewayClient) {}
