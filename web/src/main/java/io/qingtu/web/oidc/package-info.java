/**
 * Sign-in by the bureau's own identity provider: OpenID Connect, authorization code with PKCE. Who
 * somebody is, the provider says; what he or she may do, the account here.
 */
package io.qingtu.web.oidc;
