import type { BrowserFix } from '../../lib/interference/exam-state.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { seenIn } from './browser-evidence.ts';
import { standingOf, type Standing } from './standing.ts';

/** What helps most after a look. */
export type NextStep =
  | { readonly kind: 'find' }
  | { readonly kind: 'fix'; readonly fix: BrowserFix; readonly extensionId: string | null }
  | { readonly kind: 'reload' }
  /** No tab shows Claude: one is to be opened first. */
  | { readonly kind: 'open-claude' }
  | { readonly kind: 'status-page' }
  | { readonly kind: 'again' };

/** The one next step that stands out: what mends the cause, else what would show more. */
export function nextStepOf(report: Report): NextStep {
  const ofStanding = standingSteps[standingOf(report)];
  if (ofStanding !== null) return ofStanding;
  const code = report.primary?.code ?? null;
  if (code === null) {
    const isWorthReloading = report.verdict === 'ready' && seenIn(report, 'page-traffic')?.isWhole === false;
    return { kind: isWorthReloading ? 'reload' : 'again' };
  }
  if (code === 'client.extension-culprit') {
    return { kind: 'fix', fix: 'extension-details', extensionId: culpritOf(report) };
  }
  if (byAnExtension.includes(code)) return { kind: wasSearched(report) ? 'again' : 'find' };
  const fix = fixes[code];
  return fix === undefined ? { kind: 'again' } : { kind: 'fix', fix, extensionId: null };
}

const standingSteps: Readonly<Record<Standing, NextStep | null>> = {
  'no-page': { kind: 'open-claude' },
  past: { kind: 'reload' },
  incident: { kind: 'status-page' },
  plain: null,
};

/** What an extension may have done: the search can name it. */
const byAnExtension: readonly FindingCode[] = [
  'client.request-blocked',
  'client.request-redirected',
  'client.headers-altered',
  'client.page-script-patched',
  'client.page-elements-hidden',
  'client.proxy-controlled',
];

const fixes: Partial<Record<FindingCode, BrowserFix>> = {
  'client.stale-cache': 'clear-cache',
  'client.cookies-blocked': 'site-settings',
  'client.javascript-blocked': 'site-settings',
  'client.popups-blocked': 'site-settings',
};

/** All of them were off, and it failed. */
function wasSearched(report: Report): boolean {
  return seenIn(report, 'bisect')?.outcome.kind === 'not-an-extension';
}

function culpritOf(report: Report): string | null {
  const outcome = seenIn(report, 'bisect')?.outcome;
  return outcome?.kind === 'culprits' ? (outcome.groups[0]?.[0]?.id ?? null) : null;
}
