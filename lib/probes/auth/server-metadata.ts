import type { AuthorizationServer, DocumentAttempt } from '../../kernel/evidence.ts';
import { isJsonObject, stringMember, type Json } from '../../kernel/json.ts';
import type { ProbeContext } from '../../kernel/probe.ts';
import type { StepNumber } from '../../kernel/step.ts';
import { serverMetadataUrls } from '../../parsing/well-known.ts';
import { searchInOrder } from './fetch-document.ts';

type Context = Pick<ProbeContext<never>, 'ask' | 'target' | 'redact' | 'redactUrl' | 'ports' | 'signal'>;

/**
 * Looks for an issuer's metadata in the order in which clients do.
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3.1
 */
export async function discoverServer(
  context: Context,
  issuer: string,
  step: StepNumber | null,
): Promise<AuthorizationServer> {
  const places = URL.canParse(issuer) ? serverMetadataUrls(issuer) : [{ url: issuer, form: 'rfc8414' as const }];
  const search = { step, looksRight: looksLikeServerMetadata, giveUp: isHopeless };
  const documents = await searchInOrder(context, places, search);
  // It comes from evidence, already redacted, and must stay comparable with the issuer in the document letter by letter.
  return { issuer, from: 'resource-metadata', ...documents };
}

/** The first authorization server that resource metadata names, when it is a web address: clients ask no other. */
export function firstIssuer(resource: Json | undefined): string | undefined {
  const servers = isJsonObject(resource) ? resource['authorization_servers'] : undefined;
  const issuer: unknown = Array.isArray(servers) ? servers[0] : undefined;
  return typeof issuer === 'string' && URL.canParse(issuer) && /^https?:/i.test(issuer) ? issuer : undefined;
}

/** True for what was meant as authorization server metadata, be it complete or not. */
export function looksLikeServerMetadata(document: Json): boolean {
  return ['issuer', 'authorization_endpoint', 'token_endpoint'].some(
    (member) => stringMember(document, member) !== undefined,
  );
}

/** All places stand on one host: what was refused, or could not be reached, cannot be reached next door either. */
export function isHopeless(attempt: DocumentAttempt): boolean {
  return attempt.exchange === null || attempt.exchange.kind === 'failure';
}
