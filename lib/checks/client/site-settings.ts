import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { ExtensionsSeen } from '../../kernel/evidence-browser.ts';
import { observed } from '../../kernel/observation.ts';
import { browserSources as sources } from './browser-sources.ts';
import { believedExtension } from './extension-names.ts';
import { whyMissing } from './looks.ts';

const settings =
  'Open the browser’s settings for claude.ai (the sign at the left of the address, then “Site settings”)';

/** Do the browser’s settings let Claude’s page do what it needs? */
export const siteSettingsCheck = defineCheck({
  topic: 'site-settings',
  needs: [],
  uses: ['site-settings', 'page-integrity', 'extensions'],
  codes: {
    'client.cookies-blocked': {
      severity: 'problem',
      confidence: 'certain',
      step: null,
      who: 'you',
      title: 'This browser keeps no cookies for claude.ai',
      detail:
        'Claude knows by a cookie that you are signed in, and which sign-in of a connector belongs to you. Without it you are signed out again and again, and connectors do not finish connecting.',
      fix: `${settings} and allow cookies, then reload Claude’s page and sign in. An extension that deletes cookies can do the same.`,
      sources: [sources.siteSettings, sources.errors],
    },
    'client.javascript-blocked': {
      severity: 'problem',
      confidence: 'certain',
      step: null,
      who: 'you',
      title: 'JavaScript does not run on claude.ai',
      detail:
        'Claude’s pages are made by JavaScript: without it nothing is shown, or only a part. {by, select, setting {This browser’s settings forbid it for claude.ai.} other {It did not run on the open page; an extension that stops scripts, or a setting, does that.}}',
      fix: `${settings} and allow JavaScript, or allow claude.ai in the extension that stops scripts. Then reload Claude’s page.`,
      sources: [sources.siteSettings, sources.errors],
    },
    'client.popups-blocked': {
      severity: 'problem',
      confidence: 'certain',
      step: null,
      who: 'you',
      title:
        '{by, select, extension {{extension} decides whether Claude’s sign-in windows open} script {A script from outside may decide whether Claude’s sign-in windows open} other {This browser forbids claude.ai to open windows}}',
      detail:
        'Connectors sign you in in a window of their own. {by, select, extension {On Claude’s page the function that opens windows is not the browser’s own: the address of {extension} stands in what took its place, as with pop-up blockers.} script {On Claude’s page the function that opens windows is not the browser’s own, as with pop-up blockers. Which extension it is cannot be told here.} other {Windows are blocked for claude.ai in particular, so the sign-in does not appear.}}',
      fix: `{by, select, extension {Allow claude.ai in {extension} or switch it off, reload Claude’s page and connect again.} script {If sign-in windows do not appear, allow claude.ai in your pop-up blocker, reload Claude’s page and connect again.} other {${settings}, allow pop-ups and redirects, and connect again.}}`,
      sources: [sources.siteSettings, sources.openWindow, sources.signInWindow],
    },
    'client.third-party-cookies-blocked': {
      severity: 'note',
      confidence: 'certain',
      step: null,
      who: 'you',
      title: 'Pages in frames keep no cookies here',
      detail:
        'This browser blocks third-party cookies, as many do. Claude does not need them; it matters only where a sign-in page or an interactive connector in a frame does.',
      fix: 'Nothing has to be changed while Claude works.',
      sources: [sources.siteSettings],
    },
  },
  evaluate({ 'site-settings': site, 'page-integrity': integrity, extensions }) {
    const set = observed(site);
    const page = observed(integrity);
    const unknown = set ? 'vantage' : whyMissing(site);
    const opener = page?.replaced.find(({ name, by }) => isOpen(name) && by.kind === 'extension')?.by;
    const outcomes: Outcome<Code>[] = [
      ...permitted('client.cookies-blocked', set?.cookies ?? null, page?.keepsCookies ?? null, unknown),
      ...permitted('client.javascript-blocked', set?.javascript ?? null, page?.runsScripts ?? null, unknown),
    ];
    if (set?.popups && set.popups.here === 'block' && set.popups.elsewhere !== 'block') {
      outcomes.push(found('client.popups-blocked', { values: { by: 'setting', extension: '' } }));
    } else if (opener?.kind === 'extension') {
      outcomes.push(replacedOpener(opener.id, observed(extensions)));
    } else if (!set?.popups) outcomes.push(skip(unknown, 'client.popups-blocked'));
    if (set?.thirdPartyCookies === 'block') outcomes.push(found('client.third-party-cookies-blocked'));
    else if (set?.thirdPartyCookies == null) outcomes.push(skip(unknown, 'client.third-party-cookies-blocked'));
    return outcomes;
  },
});

type Code =
  | 'client.cookies-blocked'
  | 'client.javascript-blocked'
  | 'client.popups-blocked'
  | 'client.third-party-cookies-blocked';

function replacedOpener(id: string, seen: ExtensionsSeen | undefined): Outcome<Code> {
  const believed = believedExtension(id, seen);
  return believed.kind === 'known'
    ? found('client.popups-blocked', { values: { by: 'extension', extension: believed.name }, confidence: 'likely' })
    : found('client.popups-blocked', {
        values: { by: 'script', extension: '' },
        severity: 'warning',
        confidence: 'possible',
      });
}

/** The setting says what the browser does; where it is not known, what happens on the page does. */
function permitted(
  code: 'client.cookies-blocked' | 'client.javascript-blocked',
  setting: string | null,
  works: boolean | null,
  unknown: Parameters<typeof skip>[0],
): Outcome<Code>[] {
  if (setting === 'block') return [found(code, { values: { by: 'setting' } })];
  if (works === false) return [found(code, { values: { by: 'page' }, confidence: 'likely' })];
  return setting === null && works === null ? [skip(unknown, code)] : [];
}

function isOpen(name: string): boolean {
  return name === 'open' || name === 'window.open';
}
