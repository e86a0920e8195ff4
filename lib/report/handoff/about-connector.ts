import { withoutAddressSecrets } from '../../help/address-secrets.ts';
import { say } from '../../i18n/say.ts';
import { isPrivateHostname } from '../../kernel/address.ts';
import type { Report } from '../../kernel/report.ts';
import { plainLine } from '../formats/plain.ts';

/** What a report may tell others of where the connector is. */
export interface AboutConnector {
  /** Its address without anything that may be a secret; only its origin where the path was left out; null where it is not known. */
  readonly url: string | null;
  readonly host: string | null;
  /** Why there is less than a whole address. */
  readonly lacks: 'host' | 'path' | null;
  /** Its name is known on a private network alone. */
  readonly isPrivate: boolean;
}

const unknown: AboutConnector = { url: null, host: null, lacks: null, isPrivate: false };

/** What the prepared report tells of the connector’s address: what was left out of it stands nowhere, not even as its placeholder. */
export function aboutConnector({ subject, target, withheld = [] }: Report): AboutConnector {
  if (subject !== 'connector') return unknown;
  if (withheld.includes('host')) return { ...unknown, lacks: 'host' };
  if (target === null || !('url' in target) || !/^https?:\/\//i.test(target.url) || !URL.canParse(target.url))
    return unknown;
  const { host, hostname, origin } = new URL(target.url);
  const lacksPath = withheld.includes('paths');
  return {
    url: plainLine(lacksPath ? `${origin}/` : withoutAddressSecrets(target.url), 1_000),
    host: plainLine(host, 300),
    lacks: lacksPath ? 'path' : null,
    isPrivate: isPrivateHostname(hostname),
  };
}

/** That a letter does not tell them which connector it is about; null where it does. */
export function unknowableWords(report: Report): string | null {
  return aboutConnector(report).lacks === 'host'
    ? say('They cannot know which connector you mean: put the host names back for this message.')
    : null;
}
