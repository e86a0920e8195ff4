import { defineCheck, found, skip } from '../../kernel/check.ts';
import type { ServerIcon } from '../../kernel/evidence-icons.ts';
import { isUnsure } from '../../parsing/icon-answers.ts';
import { sources } from './sources.ts';

/** The icons that the server names of itself. */
export const serverIconsCheck = defineCheck({
  topic: 'server-icons',
  needs: ['server-icons'],
  codes: {
    'icon.server-icons': {
      severity: 'note',
      confidence: 'certain',
      step: 12,
      who: 'author',
      title: 'The server names {given, plural, one {an icon} other {# icons}} of its own',
      detail:
        '{looked, plural, one {It {loaded, plural, =0 {does not load} other {loads}}} other {Of {looked} that were looked at, {loaded} load}}. Users report that Claude does not read them: it shows what Google’s favicon service knows of the domain. Other clients may show them.',
      fix: 'Keep them for other clients. For Claude, put the icon on the web site of the connector’s domain.',
      sources: [sources.specification, sources.registrableDomain, sources.serverIconsUnread],
    },
    'icon.server-icon-broken': {
      severity: 'problem',
      confidence: 'certain',
      step: 12,
      who: 'author',
      title: '{count, plural, one {An icon} other {# icons}} that the server names cannot be shown',
      detail:
        '{url} {why, select, scheme {is neither an https nor a data: address, which clients must refuse} private {is a private address, which nobody outside can ask} invalid {is no address} redirect {leads to another origin, where clients must not follow} status {is answered with HTTP status {status}} failed {does not answer ({reason})} other {holds no picture}}. Clients that show the server’s icons show none, or refuse it; Claude is reported not to read them.',
      fix: 'Name icons by an https address on the server’s own origin that answers without a sign-in, or as data: with the picture in base64; PNG or JPEG are understood by every client. Or leave icons out.',
      sources: [sources.specification],
    },
  },
  evaluate(seen) {
    const { given, icons } = seen['server-icons'];
    if (given === 0) return [skip('not-applicable', 'icon.server-icon-broken')];
    const broken = icons.flatMap((icon) => {
      const defect = defectOf(icon);
      return defect ? [{ icon, defect }] : [];
    });
    const exchanges = icons.map(({ exchange }) => exchange);
    const values = { given, looked: icons.length, loaded: icons.length - broken.length };
    const note = found('icon.server-icons', { values, evidence: exchanges });
    const worst = broken.find(({ icon }) => !isUnsure(icon.exchange)) ?? broken[0];
    if (!worst) return [note];
    const { url, exchange } = worst.icon;
    return [
      note,
      found('icon.server-icon-broken', {
        values: { count: broken.length, url, ...worst.defect },
        evidence: [exchange, ...broken.map(({ icon }) => icon.exchange)],
        // What may be there another time is no defect of the server's word.
        ...(isUnsure(exchange) && ({ severity: 'warning', confidence: 'likely' } as const)),
      }),
    ];
  },
});

interface Defect {
  readonly why: 'scheme' | 'private' | 'invalid' | 'redirect' | 'status' | 'failed' | 'no-picture';
  readonly status: number;
  readonly reason: string;
}

function defectOf({ refused, exchange, image, url }: ServerIcon): Defect | undefined {
  const plain = { status: 0, reason: '' };
  if (refused === 'private-address') return { ...plain, why: 'private' };
  if (refused === 'not-https') return { ...plain, why: 'scheme' };
  if (refused !== null) return { ...plain, why: URL.canParse(url) ? 'scheme' : 'invalid' };
  if (exchange?.kind === 'failure') return { ...plain, why: 'failed', reason: exchange.reason };
  if (exchange && exchange.status >= 300) return { ...plain, why: 'status', status: exchange.status };
  if (exchange && originOf(exchange.finalUrl) !== originOf(exchange.url)) return { ...plain, why: 'redirect' };
  return image ? undefined : { ...plain, why: 'no-picture' };
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
