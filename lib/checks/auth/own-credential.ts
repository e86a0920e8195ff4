import type { EvidenceMap } from '../../kernel/evidence.ts';
import { isCredentialName } from '../../kernel/credential-name.ts';
import { inOneLine } from '../../parsing/one-line.ts';

type Typed = EvidenceMap['typed'];

/** The person's own request headers that carry a credential (`--header`), by name. */
export function ownCredentials({ headerNames }: Typed): readonly string[] {
  return headerNames.filter(isCredentialName);
}

/** True when the requests went out with a credential of the person's own, so that nothing was seen of a client without one. */
export function gaveCredential(typed: Typed): boolean {
  return ownCredentials(typed).length > 0;
}

/** `ask` when the person gave no header: then a fixed token is still to be tried. A selector for `headerHint`. */
export function hintOf({ headerNames }: Typed): 'ask' | 'none' {
  return headerNames.length === 0 ? 'ask' : 'none';
}

/** A sentence on how to try a fixed token, or nothing; starts with a space, wants `hint`. */
export const headerHint =
  '{hint, select, ask { If you have a token or key for this server, see whether it works with it: {vantage, select, extension {enter it on the doctor page as “A header of your own”, such as Authorization with the value “Bearer …”} other {run the check with --header "Authorization: Bearer …"}}.} other {}}';

/** Header names as a sentence shows them. */
export function namesOf(headerNames: readonly string[]): string {
  return inOneLine(headerNames.join(', '), 100);
}
