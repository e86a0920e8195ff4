import type { AnyCheck, CodeDefinition } from '../kernel/check.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import { apps } from './apps/apps.ts';
import { askedToWait } from './auth/asked-to-wait.ts';
import { authorizationPageCheck } from './auth/authorization-page.ts';
import { authorizationServerCheck } from './auth/authorization-server.ts';
import { challengeCheck } from './auth/challenge.ts';
import { clientIdentity } from './auth/client-identity.ts';
import { endpoints } from './auth/endpoints.ts';
import { fallbacks } from './auth/fallbacks.ts';
import { grants } from './auth/grants.ts';
import { issuedToken } from './auth/issued-token.ts';
import { leftBehind } from './auth/left-behind.ts';
import { madeUpToken } from './auth/made-up-token.ts';
import { openServer } from './auth/open-server.ts';
import { ownHeader } from './auth/own-header.ts';
import { pkce } from './auth/pkce.ts';
import { provider } from './auth/provider.ts';
import { registrationCheck } from './auth/registration.ts';
import { resourceMetadataCheck } from './auth/resource-metadata.ts';
import { scopes } from './auth/scopes.ts';
import { signedIn } from './auth/signed-in.ts';
import { statusCheck } from './auth/status.ts';
import { tokenEndpoint } from './auth/token-endpoint.ts';
import { browserCodeDefinitions } from './browser-catalog.ts';
import { bundleCodeDefinitions } from './bundle-catalog.ts';
import { clockCheck } from './client/clock.ts';
import { networkStateCheck } from './client/network-state.ts';
import { tlsInterceptionCheck } from './client/tls-interception.ts';
import { httpAnswersCheck } from './http/answers.ts';
import { claudeUserAgentCheck } from './http/claude-user-agent.ts';
import { edgeCheck } from './http/edge.ts';
import { malformedAnswerCheck } from './http/malformed-answer.ts';
import { paceCheck } from './http/pace.ts';
import { redirectsCheck } from './http/redirects.ts';
import { refusalsCheck } from './http/refusals.ts';
import { googleIconCheck } from './icon/google.ts';
import { iconQualityCheck } from './icon/quality.ts';
import { serverIconsCheck } from './icon/server-icons.ts';
import { siteIconCheck } from './icon/site.ts';
import { certificatesCheck } from './network/certificates.ts';
import { connectionCheck } from './network/connection.ts';
import { namesCheck } from './network/names.ts';
import { listingCodeDefinitions } from './listing-catalog.ts';
import { serverInfo } from './server/server-info.ts';
import { toolAnnotations } from './tools/annotations.ts';
import { toolDescriptions } from './tools/descriptions.ts';
import { freeformTools } from './tools/freeform.ts';
import { listing } from './tools/listing.ts';
import { toolNames } from './tools/names.ts';
import { toolSchemas } from './tools/schemas.ts';
import { listWeight } from './tools/weight.ts';
import { order } from './tools/order.ts';
import { endpoint } from './transport/endpoint.ts';
import { legacySse } from './transport/legacy-sse.ts';
import { listenStream } from './transport/listen-stream.ts';
import { origin } from './transport/origin.ts';
import { ping } from './transport/ping.ts';
import { replyShape } from './transport/reply-shape.ts';
import { sessions } from './transport/sessions.ts';
import { streamDelivery } from './transport/stream-delivery.ts';
import { versionHeader } from './transport/version-header.ts';
import { versions } from './transport/versions.ts';
import { toldCodeDefinitions } from './told-catalog.ts';
import { trailingSlashCheck } from './url/trailing-slash.ts';
import { typedUrlCheck } from './url/typed-url.ts';

/** Every check of a connector, in the order of Claude’s steps. */
export const checks: readonly AnyCheck[] = [
  trailingSlashCheck,
  typedUrlCheck,
  certificatesCheck,
  connectionCheck,
  namesCheck,
  clockCheck,
  networkStateCheck,
  tlsInterceptionCheck,
  httpAnswersCheck,
  claudeUserAgentCheck,
  edgeCheck,
  paceCheck,
  redirectsCheck,
  refusalsCheck,
  malformedAnswerCheck,
  endpoint,
  legacySse,
  replyShape,
  versions,
  versionHeader,
  sessions,
  listenStream,
  streamDelivery,
  origin,
  ping,
  ownHeader,
  challengeCheck,
  statusCheck,
  resourceMetadataCheck,
  fallbacks,
  authorizationServerCheck,
  provider,
  madeUpToken,
  endpoints,
  pkce,
  clientIdentity,
  grants,
  scopes,
  registrationCheck,
  leftBehind,
  authorizationPageCheck,
  tokenEndpoint,
  askedToWait,
  signedIn,
  issuedToken,
  openServer,
  serverInfo,
  listing,
  toolNames,
  toolAnnotations,
  toolDescriptions,
  freeformTools,
  toolSchemas,
  listWeight,
  order,
  apps,
  siteIconCheck,
  iconQualityCheck,
  googleIconCheck,
  serverIconsCheck,
];

/** Words, severity and sources of every code, as a check of a connector has them wherever several catalogues do. */
export const codeDefinitions: Readonly<Record<FindingCode, CodeDefinition>> = Object.assign(
  {},
  browserCodeDefinitions,
  bundleCodeDefinitions,
  listingCodeDefinitions,
  toldCodeDefinitions,
  ...checks.map((check) => check.codes as Partial<Record<FindingCode, CodeDefinition>>),
) as Record<FindingCode, CodeDefinition>;
