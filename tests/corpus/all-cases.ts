import type { CorpusCase } from '../support/corpus-case.ts';
import { activeCases } from './active.cases.ts';
import { activeSafetyCases } from './active-safety.cases.ts';
import { activePeerCases } from './active-peers.cases.ts';
import { authCases } from './auth.cases.ts';
import { authorityCases } from './authorities.cases.ts';
import { bearerCases } from './bearer.cases.ts';
import { edgeCases } from './edge.cases.ts';
import { healthyCases } from './healthy.cases.ts';
import { healthyFormCases } from './healthy-forms.cases.ts';
import { hostileCases } from './hostile.cases.ts';
import { httpCases } from './http.cases.ts';
import { iconCases } from './icons.cases.ts';
import { issuedTokenCases } from './issued-tokens.cases.ts';
import { lenientCases } from './lenient.cases.ts';
import { metadataCases } from './metadata.cases.ts';
import { networkCases } from './network.cases.ts';
import { offerCases } from './offers.cases.ts';
import { ownHeaderCases } from './own-header.cases.ts';
import { plantedSecretCases } from './planted-secrets.cases.ts';
import { providerCases } from './providers.cases.ts';
import { refusedCases } from './refused.cases.ts';
import { serverMetadataCases } from './server-metadata.cases.ts';
import { sessionCases } from './session.cases.ts';
import { signInEndpointCases } from './sign-in-endpoints.cases.ts';
import { signedInCases } from './signed-in.cases.ts';
import { shownIconCases } from './shown-icons.cases.ts';
import { toolLintCases } from './tool-lint.cases.ts';
import { signedInPeerCases } from './signed-in-peers.cases.ts';
import { toolsCases } from './tools.cases.ts';
import { transportCases } from './transport.cases.ts';
import { urlCases } from './url.cases.ts';
import { vendorCases } from './vendors.cases.ts';
import { wireCases } from './wire.cases.ts';

/** Every server of the corpus, by area. */
export const corpus: Readonly<Record<string, readonly CorpusCase[]>> = {
  url: urlCases,
  network: networkCases,
  http: httpCases,
  wire: wireCases,
  refused: refusedCases,
  edge: edgeCases,
  vendors: vendorCases,
  transport: transportCases,
  session: sessionCases,
  auth: authCases,
  metadata: metadataCases,
  serverMetadata: serverMetadataCases,
  signInEndpoints: signInEndpointCases,
  active: [...activeCases, ...activePeerCases, ...activeSafetyCases],
  authorities: [...authorityCases, ...signedInPeerCases],
  providers: providerCases,
  bearer: bearerCases,
  signedIn: signedInCases,
  issuedTokens: issuedTokenCases,
  plantedSecrets: plantedSecretCases,
  ownHeader: ownHeaderCases,
  lenient: lenientCases,
  tools: [...toolsCases, ...toolLintCases],
  offers: offerCases,
  icons: [...iconCases, ...shownIconCases],
  hostile: hostileCases,
  healthy: [...healthyCases, ...healthyFormCases],
};
