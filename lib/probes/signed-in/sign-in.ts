import { isCredentialName } from '../../kernel/credential-name.ts';
import { isJsonObject } from '../../kernel/json.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import type { SignedInMemory } from '../../kernel/signed-in-memory.ts';
import type { SignInWindow } from '../../kernel/sign-in-port.ts';
import { boundedScope } from '../../parsing/bounded-scope.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { serviceNeeds, signInService, type SignInService } from '../authorization-server/sign-in-service.ts';
import { isSafeService } from '../authorization-server/is-safe-service.ts';
import { identify } from './identify.ts';
import { obtainTokens, unheardCallback } from './obtain-tokens.ts';

type Context = ProbeContext<(typeof serviceNeeds)[number]>;

/**
 * A sign-in as the official client package does it, from the discovery that the walk made to the token.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization
 */
export const signIn = defineProbe({
  key: 'sign-in',
  after: serviceNeeds,
  plan: 'signed-in',
  async collect(context) {
    const { options, ports } = context;
    // A credential of the person's own is the sign-in.
    if (options.headerNames.some(isCredentialName)) return new Unavailable('prerequisite');
    if (!options.headlessConsent && !ports.signIn) return new Unavailable('vantage');
    const service = await signInService(context);
    if (!service || !(await isSafeService(context.target, service))) return new Unavailable('prerequisite');
    const by = options.headlessConsent ? 'redirects' : 'browser';
    const begun = { by, scope: service.scope === undefined ? null : boundedScope(service.scope) } as const;
    const place = await openPlace(context);
    if (place.failure !== null) {
      const failure = { stage: 'authorization', why: 'no-window', error: null, detail: place.failure } as const;
      return { ...begun, ...notBegun, client: null, failure };
    }
    const { known, ...identified } = await identify(context, service, place.callback);
    if (!known) {
      await place.window?.close();
      return { ...begun, ...notBegun, ...identified };
    }
    const memory = memoryOf(service, known, place.window);
    context.memory.signIn = memory;
    return { ...begun, ...identified, ...(await obtainTokens(context, memory)) };
  },
});

const notBegun = { registration: null, hops: [], returnedBy: null, tokenAnswer: null, issued: null } as const;

type Place =
  | { readonly window: SignInWindow | null; readonly callback: string; readonly failure: null }
  | { readonly failure: string };

async function openPlace({ options, ports, redact }: Context): Promise<Place> {
  if (options.headlessConsent || !ports.signIn) {
    return { window: null, callback: options.client.callback ?? unheardCallback, failure: null };
  }
  try {
    const window = await ports.signIn.open();
    return { window, callback: window.redirectUrl, failure: null };
  } catch (error) {
    return { failure: inOneLine(redact(error instanceof Error ? error.message : String(error))) };
  }
}

function memoryOf(
  { issuer, metadata, resource, scope }: SignInService,
  client: SignedInMemory['client'],
  window: SignInWindow | null,
): SignedInMemory {
  const hasMetadata = isJsonObject(metadata) && Object.keys(metadata).length > 0;
  return {
    issuer,
    metadata: hasMetadata ? metadata : null,
    resource,
    client,
    window,
    scope,
    replaced: [],
    stepUp: null,
  };
}
