import type { AnyProbe } from '../kernel/probe.ts';
import { authorizationPage } from './active/authorization-page.ts';
import { registration } from './active/registration.ts';
import { registrationRemoval } from './active/registration-removal.ts';
import { tokenRequest } from './active/token-request.ts';
import { authorizationServer } from './auth/authorization-server.ts';
import { callSignIn } from './auth/call-sign-in.ts';
import { defaultEndpoints } from './auth/default-endpoints.ts';
import { laterServers } from './auth/later-servers.ts';
import { madeUpCall } from './auth/made-up-call.ts';
import { madeUpBearer } from './auth/made-up-bearer.ts';
import { metadataWithoutChallenge } from './auth/metadata-without-challenge.ts';
import { misplacedResourceMetadata } from './auth/misplaced-resource-metadata.ts';
import { misplacedServerMetadata } from './auth/misplaced-server-metadata.ts';
import { openMetadata } from './auth/open-metadata.ts';
import { resourceMetadata } from './auth/resource-metadata.ts';
import { signInEndpoints } from './auth/sign-in-endpoints.ts';
import { faviconService } from './icons/favicon-service.ts';
import { parentIcons } from './icons/parent-icons.ts';
import { serverIcons } from './icons/server-icons.ts';
import { siteIcons } from './icons/site-icons.ts';
import { directoryListing } from './listing/directory-listing.ts';
import { certificate } from './network/certificate.ts';
import { localResolution } from './network/local-resolution.ts';
import { publicResolution } from './network/public-resolution.ts';
import { surroundings } from './network/surroundings.ts';
import { typed } from './network/typed.ts';
import { appReads } from './offers/app-reads.ts';
import { offers } from './offers/offers.ts';
import { leaving } from './signed-in/leaving.ts';
import {
  signedInCall,
  signedInDiscover,
  signedInInitialize,
  signedInInitialized,
  signedInLegacySse,
  signedInListing,
} from './signed-in/opening.ts';
import { refresh } from './signed-in/refresh.ts';
import { signIn } from './signed-in/sign-in.ts';
import { stepUp } from './signed-in/step-up.ts';
import { closing } from './transport/closing.ts';
import { discover } from './transport/discover.ts';
import { browserOrigin, headerMismatch } from './transport/discover-variants.ts';
import { initialize } from './transport/initialize.ts';
import { initialized } from './transport/initialized.ts';
import { legacySse } from './transport/legacy-sse.ts';
import { listenStream } from './transport/listen-stream.ts';
import { listing } from './transport/listing.ts';
import { nearbyPaths } from './transport/nearby-paths.ts';
import { olderVersion } from './transport/older-version.ts';
import { oddVersion, ping, staleSession, withoutVersionHeader } from './transport/session-requests.ts';
import { slashForm } from './transport/slash-form.ts';
import { userAgents } from './transport/user-agents.ts';

/**
 * Every observation. A probe may wait only for those above it, so the order rules out circles;
 * it says nothing of the time at which they run, since each starts as soon as it can.
 */
export const probes: readonly AnyProbe[] = [
  typed,
  surroundings,
  localResolution,
  publicResolution,
  certificate,
  initialize,
  discover,
  slashForm,
  legacySse,
  initialized,
  listing,
  resourceMetadata,
  authorizationServer,
  defaultEndpoints,
  openMetadata,
  madeUpCall,
  callSignIn,
  madeUpBearer,
  signInEndpoints,
  registration,
  authorizationPage,
  tokenRequest,
  registrationRemoval,
  signIn,
  signedInInitialize,
  signedInDiscover,
  signedInLegacySse,
  signedInInitialized,
  signedInListing,
  signedInCall,
  stepUp,
  listenStream,
  offers,
  appReads,
  userAgents,
  staleSession,
  ping,
  oddVersion,
  browserOrigin,
  headerMismatch,
  withoutVersionHeader,
  refresh,
  closing,
  leaving,
  nearbyPaths,
  olderVersion,
  metadataWithoutChallenge,
  misplacedResourceMetadata,
  misplacedServerMetadata,
  laterServers,
  siteIcons,
  parentIcons,
  faviconService,
  serverIcons,
  directoryListing,
];
