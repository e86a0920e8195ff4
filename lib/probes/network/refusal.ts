import { isPrivateHostname } from '../../kernel/address.ts';
import type { DocumentAttempt } from '../../kernel/evidence-documents.ts';
import type { ProbeContext } from '../../kernel/probe.ts';

/** No address of a document, an endpoint or a picture is longer. UTF-16 code units. */
export const longestAskedUrl = 2_048;

/** Why an address that an answer names is not asked: it must never lead us to a private one, nor to one that Claude would not ask. */
export function refusal(target: ProbeContext<never>['target'], url: string): DocumentAttempt['refused'] {
  if (url.length > longestAskedUrl || !URL.canParse(url)) return 'invalid-url';
  const { protocol, hostname, username, password } = new URL(url);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return 'invalid-url';
  if (!target.privateAllowed && isPrivateHostname(hostname)) return 'private-address';
  const plainAllowed = target.local || target.endpoint.startsWith('http:');
  return protocol === 'http:' && !plainAllowed ? 'not-https' : null;
}
