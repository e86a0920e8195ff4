import type { SignIn, SignInFailure } from '../../kernel/evidence-signed-in.ts';
import { isJsonObject, stringsMember } from '../../kernel/json.ts';
import type { ProbeContext } from '../../kernel/probe.ts';
import type { SignedInClient } from '../../kernel/signed-in-memory.ts';
import type { SignInService } from '../authorization-server/sign-in-service.ts';
import { documentIn } from '../auth/fetch-document.ts';
import { removeClient } from '../authorization-server/remove-client.ts';
import { failureOf } from './failures.ts';
import { fetchThroughAsk } from './fetch-through-ask.ts';
import { loadOfficialClient, metadataMember } from './official-client.ts';

/** Our client at an authorization server, or why there is none. */
export type Identified = Pick<SignIn, 'client' | 'registration'> &
  (
    | { readonly known: SignedInClient; readonly failure: null }
    | { readonly known: null; readonly failure: SignInFailure }
  );

type Context = Pick<ProbeContext<never>, 'ask' | 'target' | 'options' | 'keepSecret'>;

/**
 * Makes our client known: the one that was made beforehand, else the metadata document that its author hosts, else a registration.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#client-registration-approaches
 */
export async function identify(context: Context, service: SignInService, callback: string): Promise<Identified> {
  const { id, secret, metadataUrl } = context.options.client;
  if (id !== null) return known('given', { id, secret });
  const takesDocuments =
    isJsonObject(service.metadata) && service.metadata['client_id_metadata_document_supported'] === true;
  if (takesDocuments && metadataUrl !== null) return known('metadata-document', { id: metadataUrl, secret: null });
  if (service.registration) return register(context, service, callback);
  const why = takesDocuments ? 'only-documents' : 'no-way';
  const failure: SignInFailure = { stage: 'client', why, error: null, detail: '' };
  return { client: null, registration: null, known: null, failure };
}

function known(
  client: 'given' | 'metadata-document',
  { id, secret }: Pick<SignedInClient, 'id' | 'secret'>,
): Identified {
  const made: SignedInClient = { from: client, id, secret, authMethod: null, management: null };
  return { client, registration: null, known: made, failure: null };
}

async function register(context: Context, service: SignInService, callback: string): Promise<Identified> {
  const official = await loadOfficialClient();
  // Loaded only now: telling sites apart takes the whole list of public suffixes.
  const { managementIn } = await import('../authorization-server/client-management.ts');
  const recorded = fetchThroughAsk(context, 7);
  const managed = () => managementIn(documentIn(recorded.lastText()), service, service.registration ?? '', context);
  try {
    const answer = await official.registerClient(service.issuer, {
      ...(hasMembers(service.metadata) && metadataMember(service.metadata)),
      clientMetadata: clientMetadata(service, callback),
      ...(service.scope !== undefined && { scope: service.scope }),
      fetchFn: recorded.fetch,
    });
    const client: SignedInClient = {
      from: 'registered',
      id: answer.client_id,
      secret: answer.client_secret ?? null,
      authMethod: answer.token_endpoint_auth_method ?? null,
      // The package leaves these members out.
      management: managed(),
      registeredAt: recorded.last()?.url ?? service.issuer,
    };
    if (client.secret !== null) context.keepSecret(client.secret, 'secret');
    return { client: 'registered', registration: recorded.last(), known: client, failure: null };
  } catch (error) {
    const failure: SignInFailure = { stage: 'registration', ...failureOf(error, recorded.last()) };
    // A client may have been made although its answer cannot be used.
    const made = managed();
    if (made) await removeClient(context, made);
    return { client: 'registered', registration: recorded.last(), known: null, failure };
  }
}

function hasMembers(metadata: SignInService['metadata']): boolean {
  return isJsonObject(metadata) && Object.keys(metadata).length > 0;
}

function clientMetadata({ metadata }: SignInService, callback: string) {
  const offered = stringsMember(metadata, 'token_endpoint_auth_methods_supported') ?? [];
  const usable = ['none', 'client_secret_basic', 'client_secret_post'].filter((method) => offered.includes(method));
  return {
    client_name: 'Connector Doctor',
    redirect_uris: [callback],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: usable[0] ?? 'none',
    application_type: 'native',
  };
}
