import { defineCheck, found, skip } from '../../kernel/check.ts';
import type { ServerIcon } from '../../kernel/evidence-icons.ts';
import type { Values } from '../../kernel/finding.ts';
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
        '{loaded, plural, =0 {} other {{looked, plural, one {It loads. } other {Of {looked} that were looked at, {loaded} {loaded, plural, one {loads} other {load}}. }}}}{unseen, plural, =0 {} one {{url} could not be asked from here ({why, select, status {HTTP status {status}} other {{reason, select, dns {its name was not found} timeout {no answer in time} other {{reason}}}}}), so nothing is said of it. } other {{unseen} of them could not be asked from here (the first: {url}, {why, select, status {HTTP status {status}} other {{reason, select, dns {its name was not found} timeout {no answer in time} other {{reason}}}}}), so nothing is said of these. }}Users report that Claude does not read such icons: it shows what Google’s favicon service knows of the domain. Other clients may show them.',
      fix: '{unseen, plural, =0 {} other {See in a browser whether {url} loads. }}Keep such icons for other clients. For Claude, put the icon on the web site of the connector’s domain.',
      sources: [sources.specification, sources.registrableDomain, sources.serverIconsUnread],
    },
    'icon.server-icon-broken': {
      severity: 'problem',
      confidence: 'certain',
      step: 12,
      who: 'author',
      title: '{count, plural, one {An icon} other {# icons}} that the server names cannot be shown',
      detail:
        '{url} {why, select, scheme {is neither an https nor a data: address, which clients must refuse} private {is a private address, which nobody outside can ask} invalid {is no address} redirect {leads to another origin, where clients must not follow} status {is answered with HTTP status {status}} other {holds no picture}}. {looked, plural, one {Clients that show such icons show none, or refuse it} other {Of {looked} icons that were looked at, {loaded} {loaded, plural, one {loads} other {load}}; clients that show such icons leave the others out}}. Claude is reported not to read them.',
      fix: 'Name icons by an https address on the server’s own origin that answers without a sign-in, or as data: with the picture in base64; PNG or JPEG are understood by every client. Or leave icons out.',
      sources: [sources.specification, sources.serverIconsUnread],
    },
  },
  evaluate(seen) {
    const { given, icons } = seen['server-icons'];
    if (given === 0) return [skip('not-applicable', brokenCode)];
    // What did not answer from here may answer others.
    const unseen = icons.filter(({ image, exchange }) => image === null && isUnsure(exchange));
    const broken = icons.flatMap((icon) => {
      const defect = unseen.includes(icon) ? undefined : defectOf(icon);
      return defect ? [{ icon, defect }] : [];
    });
    const counts = { given, looked: icons.length, loaded: icons.length - broken.length - unseen.length };
    const worst = broken.find(({ defect }) => isOfItself(defect)) ?? broken[0];
    if (worst) return [brokenFinding(counts, worst, broken), skip('not-applicable', 'icon.server-icons')];
    return [noteOf(counts, icons, unseen), ...(unseen.length > 0 ? [skip('not-reached', brokenCode)] : [])];
  },
});

const brokenCode = 'icon.server-icon-broken';

interface Broken {
  readonly icon: ServerIcon;
  readonly defect: Defect;
}

function brokenFinding(counts: Values, { icon, defect }: Broken, broken: readonly Broken[]) {
  return found(brokenCode, {
    values: { ...counts, count: broken.length, url: icon.url, ...defect },
    evidence: [icon.exchange, ...broken.map((each) => each.icon.exchange)],
    // A file that is not there can be put back; an address or a picture that is none stays one.
    ...(!isOfItself(defect) && { severity: 'warning' as const }),
  });
}

function noteOf(counts: Values, icons: readonly ServerIcon[], unseen: readonly ServerIcon[]) {
  const first = unseen[0];
  const exchange = first?.exchange;
  return found('icon.server-icons', {
    values: {
      ...counts,
      unseen: unseen.length,
      url: first?.url ?? '–',
      why: exchange?.kind === 'response' ? 'status' : 'failed',
      status: exchange?.kind === 'response' ? exchange.status : 0,
      reason: exchange?.kind === 'failure' ? exchange.reason : '–',
    },
    evidence: icons.map((icon) => icon.exchange),
    ...(unseen.length > 0 && { confidence: 'possible' as const }),
  });
}

/** Proven by the icon's own address or bytes, whatever a server answers at the moment. */
function isOfItself({ why }: Defect): boolean {
  return why !== 'status' && why !== 'redirect';
}

interface Defect {
  readonly why: 'scheme' | 'private' | 'invalid' | 'redirect' | 'status' | 'no-picture';
  readonly status: number;
}

function defectOf({ refused, exchange, image, url }: ServerIcon): Defect | undefined {
  const plain = { status: 0 };
  if (refused === 'private-address') return { ...plain, why: 'private' };
  if (refused === 'not-https') return { ...plain, why: 'scheme' };
  if (refused !== null) return { ...plain, why: URL.canParse(url) ? 'scheme' : 'invalid' };
  if (exchange?.kind === 'failure') return undefined;
  if (exchange && exchange.status >= 300) return { why: 'status', status: exchange.status };
  if (exchange && originOf(exchange.finalUrl) !== originOf(exchange.url)) return { ...plain, why: 'redirect' };
  return image ? undefined : { ...plain, why: 'no-picture' };
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
