import { isPrivateHostname } from '../../kernel/address.ts';
import type { TypedTarget } from '../../kernel/target.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { pathMayHoldSecret } from '../../parsing/secret-segment.ts';
import { readTypedTarget } from '../../parsing/typed-target.ts';
import { holdsMark } from '../../report/redaction/redact-store.ts';
import { listingLimits } from '../../standards/directory-limits.ts';
import { codePoints } from '../../parsing/code-points.ts';
import { nameHazards } from '../../parsing/name-hazards.ts';
import type { NameHazard } from '../../kernel/evidence-listing.ts';
import { hasSecret } from './address-secrets.ts';

/** What a link is to be made of, as it was typed. */
export interface InstallWish {
  readonly name: string;
  readonly url: string;
}

/** Why no link can be made. `credentials`: anybody with the link would have them. `hidden-characters`: the name reads as another than it is. `redacted`: a secret was taken out of the address. */
export type InstallRefusal =
  | 'no-name'
  | 'hidden-characters'
  | 'not-an-address'
  | 'local-server'
  | 'not-https'
  | 'credentials'
  | 'redacted'
  | 'too-long';

/** What may keep a link from working, or is better not published. */
export type InstallWarning =
  | { readonly kind: 'name'; readonly hazard: NameHazard }
  | { readonly kind: 'long-name'; readonly length: number }
  | { readonly kind: 'private-host'; readonly host: string }
  | { readonly kind: 'placeholder'; readonly part: string }
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'key-in-path' };

/** A link with the name and the address that it carries, or why there is none; `problem` is a clause about an address that is none. */
export type InstallReading =
  | {
      readonly status: 'ready';
      readonly name: string;
      readonly url: string;
      readonly link: `https://${string}`;
      readonly warnings: readonly InstallWarning[];
    }
  | { readonly status: 'refused'; readonly why: InstallRefusal; readonly problem: string | null };

/** Reads what was typed, and makes the link where one may be made. Never throws. */
export function readInstall(wish: InstallWish): InstallReading {
  const name = inOneLine(wish.name.toWellFormed(), longestName);
  const { typed, url } = readTypedTarget(wish.url);
  const why = refusal(name, typed, url);
  if (why !== null || url === null) {
    return { status: 'refused', why: why ?? 'not-an-address', problem: typed.problem };
  }
  url.hash = '';
  const link = `${dialog}&connectorName=${encoded(name)}&connectorUrl=${encoded(url.href)}` as const;
  return { status: 'ready', name, url: url.href, link, warnings: warnings(name, typed, url) };
}

/**
 * The link that opens Claude’s “Add custom connector” with name and address filled in. Throws a RangeError where `readInstall` refuses.
 * @see https://claude.com/docs/connectors/building/directory-vs-custom
 */
export function installLink(wish: InstallWish): `https://${string}` {
  const reading = readInstall(wish);
  if (reading.status === 'refused') throw new RangeError(`No link can be made: ${reading.why}.`);
  return reading.link;
}

const dialog = 'https://claude.ai/customize/connectors?modal=add-custom-connector';

/** No name is as long; what comes after is cut. UTF-16 code units. */
const longestName = 300;

/** Longer addresses are cut by what shows and stores them. Characters. */
const longestUrl = 2_048;

function refusal(name: string, typed: TypedTarget, url: URL | null): InstallRefusal | null {
  if (typed.kind === 'local-server-config') return 'local-server';
  if (typed.url === null) return 'not-an-address';
  if (typed.url.hasUserinfo || typed.url.credentialParameters.length > 0 || (url !== null && hasSecret(url))) {
    return 'credentials';
  }
  if (url?.protocol !== 'https:') return 'not-https';
  if (url.href.length > longestUrl) return 'too-long';
  if (holdsMark(url.href)) return 'redacted';
  if (name === '') return 'no-name';
  return nameHazards(name).includes('control-character') ? 'hidden-characters' : null;
}

function warnings(name: string, { placeholder }: TypedTarget, url: URL): readonly InstallWarning[] {
  const length = codePoints(name);
  return [
    ...nameHazards(name).map((hazard) => ({ kind: 'name', hazard }) as const),
    ...(length > listingLimits.name ? [{ kind: 'long-name', length } as const] : []),
    ...(placeholder === null ? [] : [{ kind: 'placeholder', part: placeholder } as const]),
    ...(isPrivateHostname(url.hostname) ? [{ kind: 'private-host', host: url.hostname } as const] : []),
    ...(url.port === '' ? [] : [{ kind: 'port', port: Number(url.port) } as const]),
    ...(pathMayHoldSecret(url.href) ? [{ kind: 'key-in-path' } as const] : []),
  ];
}

/** Percent-encoded so that no character is left that HTML, Markdown or a terminal could take for one of its own. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
