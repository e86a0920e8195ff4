/**
 * Error codes with which authorization servers refuse an authorization request, vendors' own included. What asks the person to
 * sign in or consent (`login_required` and the like) is none.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
export const oauthErrors: readonly string[] = [
  'invalid_request',
  'unauthorized_client',
  'access_denied',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'invalid_client',
  'invalid_target',
  'invalid_resource',
  'invalid_redirect',
  'invalid_redirect_uri',
  'redirect_uri_mismatch',
  'application_suspended',
];

/**
 * The person has to do something on a page that a client without one cannot show: no refusal of the request.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AuthError
 */
export const interactionErrors: readonly string[] = [
  'login_required',
  'consent_required',
  'interaction_required',
  'account_selection_required',
];

/**
 * Error codes of the token endpoint; invalid_target is of RFC 8707.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 */
export const tokenErrors: readonly string[] = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'invalid_target',
];
