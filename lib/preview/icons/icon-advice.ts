import type { FindingCode } from '../../kernel/finding-code.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import type { IconAdvice, IconAddition, IconReason, IconShown, SiteIcon } from '../preview.ts';
import { addedAt, fileAt, withIcon } from './icon-additions.ts';
import { lackAt, largeAt, type IconLack } from './icon-lack.ts';
import { readBy, type IconEvidence } from './read-icon-evidence.ts';

/** What is shown by now, and how the icons of the site compare with it. */
interface Shown {
  readonly shown: IconShown;
  readonly site: readonly SiteIcon[];
}

/**
 * The findings about icons and what the preview itself shows, the most useful to mend first and what is only good to know last. Each has
 * the reason that was seen; a file is named where it is new, and a tag for the page alone of which Google takes the icon.
 */
export function iconAdvice(
  findings: readonly WordedFinding[],
  seen: IconEvidence,
  shown: Shown,
): readonly IconAdvice[] {
  const advice = findings
    .filter(({ code }) => order.includes(code))
    .map((finding) => adviceOn(finding, seen, shown.shown === 'google'));
  const other = advice.some(({ code }) => code === 'icon.google-stale') ? null : otherAtGoogle(seen, shown);
  return [...advice, ...(other ? [other] : [])].sort(
    (a, b) => Number(a.isAside) - Number(b.isAside) || order.indexOf(a.code) - order.indexOf(b.code),
  );
}

/** What shows a wrong icon or none, then what shows it badly, then what time mends, then what Claude does not read. */
const order: readonly FindingCode[] = [
  'icon.public-suffix',
  'icon.site-missing',
  'icon.only-on-parent-domain',
  'icon.google-default',
  'icon.not-square',
  'icon.low-resolution',
  'icon.low-contrast',
  'icon.google-missing-size',
  'icon.google-stale',
  'icon.server-icon-broken',
  'icon.server-icons',
  'icon.google-unreachable',
];

function adviceOn(finding: WordedFinding, seen: IconEvidence, isServed: boolean): IconAdvice {
  const { code, id, severity } = finding;
  const named = String(finding.values['domain'] ?? '');
  const asked = seen.google?.asked ?? seen.domains?.asked ?? null;
  const base = { code, finding: id, isAside: severity === 'note' };
  if (code === 'icon.google-default' && asked !== null && named !== asked) {
    const reason: IconReason = { kind: 'host-unknown', domain: asked, host: named };
    return { ...base, isAside: true, reason, adds: [] };
  }
  if (code === 'icon.only-on-parent-domain') {
    return { ...base, isAside: base.isAside || isServed, reason: null, adds: seen.own ? fileAt(seen.own.host) : [] };
  }
  return { ...base, ...(lacks[code]?.(seen) ?? nothing) };
}

const nothing: IconLack = { reason: null, adds: [] };

const lacks: Readonly<Partial<Record<FindingCode, (seen: IconEvidence) => IconLack>>> = {
  'icon.site-missing': lackAt,
  'icon.google-default': lackAt,
  // The finding itself says what is wrong with the picture.
  'icon.not-square': (seen) => ({ ...largeAt(seen), reason: null }),
  'icon.low-resolution': largeAt,
  'icon.google-missing-size': largeAt,
};

/** Google has a picture of the domain, the site of the domain shows none, and the icon that stands elsewhere is another one. */
function otherAtGoogle(seen: IconEvidence, { shown, site }: Shown): IconAdvice | null {
  const read = readBy(seen);
  if (shown !== 'google' || seen.domains?.suffixOf !== null || !read || read.elsewhere === null) return null;
  if (read.site === null || withIcon(read.site).length > 0) return null;
  const came = site.filter(({ type }) => type !== null);
  if (!came.every(({ sameAsGoogle }) => sameAsGoogle === false)) return null;
  const adds: readonly IconAddition[] = addedAt(read.domain, read.site);
  const reason = { kind: 'other-at-google', domain: read.domain, host: read.elsewhere.host } as const;
  return { code: 'icon.google-stale', finding: null, isAside: false, reason, adds };
}
