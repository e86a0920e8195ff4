import { ipLiteral, isLoopbackHost, isPrivateHostname } from '../kernel/address.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import type { ErrorSentence, Likelihood, LikelyCause, Surface } from '../knowledge/error-sentence.ts';
import { whys } from '../knowledge/error-sentences/whys.ts';
import { claudePort } from '../standards/limits.ts';

/** A cause, and how likely it is; `shown` where the pasted text itself shows it. */
export interface ExplainedCause extends Omit<LikelyCause, 'likelihood'> {
  readonly likelihood: Likelihood | 'shown';
}

const cloud: readonly Surface[] = ['web', 'desktop', 'mobile', 'cowork'];

/** What an address alone decides, in the order in which Claude would stop. */
const decided = [
  { code: 'url.scheme-not-https', why: whys.notHttps, isTrue: ({ protocol }: URL) => protocol !== 'https:' },
  { code: 'url.private-host', why: whys.privateHost, isTrue: ({ hostname }: URL) => isPrivateHostname(hostname) },
  { code: 'url.nonstandard-port', why: whys.port, isTrue: hasOtherPort },
] as const;

/**
 * The causes of recognized sentences, held against the connector’s address where the text shows it: what it shows comes first, what it
 * rules out is left out. Of the others, only the first may be the usual one.
 */
export function causesBy(address: string | null, lead: ErrorSentence, causes: readonly LikelyCause[]) {
  const url = address !== null && URL.canParse(address) ? new URL(address) : null;
  if (url === null) return withOneUsual(causes);
  const shown = shownBy(url, lead, causes);
  const hasPublicName = ipLiteral(url.hostname) === undefined && !isLoopbackHost(url.hostname);
  const isOpen = ({ code }: LikelyCause): boolean =>
    !decided.some((each) => each.code === code) && (hasPublicName || !code.startsWith('dns.'));
  return withOneUsual([...shown, ...causes.filter(isOpen)]);
}

/** From one’s own computer, as Claude Code connects, none of them is an obstacle. */
function shownBy(url: URL, { surfaces }: ErrorSentence, causes: readonly LikelyCause[]): readonly ExplainedCause[] {
  const isAsked = causes.some(({ code }) => decided.some((each) => each.code === code));
  if (!isAsked || !surfaces.some((surface) => cloud.includes(surface))) return [];
  return decided
    .filter(({ isTrue }) => isTrue(url))
    .map(({ code, why }) => {
      const known: { readonly code: FindingCode; readonly why: string } = causes.find(
        (cause) => cause.code === code,
      ) ?? {
        code,
        why,
      };
      return { ...known, likelihood: 'shown' };
    });
}

function hasOtherPort({ port, protocol }: URL): boolean {
  return port !== '' && Number(port) !== claudePort && !(protocol === 'http:' && Number(port) === 80);
}

function withOneUsual(causes: readonly ExplainedCause[]): readonly ExplainedCause[] {
  return causes.map((cause, index) =>
    index > 0 && cause.likelihood === 'usual' ? { ...cause, likelihood: 'common' } : cause,
  );
}
