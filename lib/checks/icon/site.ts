import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import { isPrivateHostname } from '../../kernel/address.ts';
import type { SiteIcons } from '../../kernel/evidence-icons.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { mayHideIcon } from '../../parsing/icon-answers.ts';
import { loadedIcons } from './seen-icons.ts';
import { sources } from './sources.ts';

type Code = 'icon.site-missing' | 'icon.only-on-parent-domain' | 'icon.public-suffix';

/** Does the connector's site have an icon, and will it be looked for where it is? */
export const siteIconCheck = defineCheck({
  topic: 'site',
  needs: ['site-icons'],
  uses: ['parent-icons'],
  codes: {
    'icon.site-missing': {
      severity: 'warning',
      confidence: 'certain',
      step: 12,
      who: 'author',
      title: '{host} has no icon',
      detail:
        '/favicon.ico {status, select, 200 {holds no picture} 0 {cannot be asked} other {is answered with HTTP status {status}}}, and {declared, plural, =0 {{page, select, endpoint {there is no page at /, where the MCP endpoint is} other {the page at / names no icon}}} one {the icon that the page at / names does not load} other {none of the icons that the page at / names loads}}. Claude connects all the same, and shows a letter or a globe where the icon would be.',
      fix: 'Serve a square PNG or ICO of at least 64 pixels at https://{host}/favicon.ico, without a sign-in, and name it in the page at / with <link rel="icon">. Google’s favicon service, where Claude takes icons from, needs some days to see it; then remove the connector in Claude and add it again.',
      sources: [sources.directoryQuestions, sources.serverIconsUnread, sources.linkIcon],
    },
    'icon.only-on-parent-domain': {
      severity: 'warning',
      confidence: 'possible',
      step: 12,
      who: 'author',
      title: 'Only {parent} has an icon, {host} has none',
      detail:
        'Claude takes the icon from Google’s favicon service. Some users found that it asks there for {parent}, where the icon is; others that it asks for {host}, where none is, and saw a letter.',
      fix: 'Serve the same icon at https://{host}/favicon.ico as well: then it is found under both names. To see what Google knows, {vantage, select, extension {check again with “Ask Google which icon Claude would show”} other {run this check with --google-favicon}}.',
      sources: [sources.directoryQuestions, sources.registrableDomain],
    },
    'icon.public-suffix': {
      severity: 'warning',
      confidence: 'likely',
      step: 12,
      who: 'author',
      title: 'Claude may show the icon of {asked} in place of the connector’s own',
      detail:
        'Claude was seen to ask Google’s favicon service for the last two parts of the host’s name alone. Of {host} they are {asked}, which belongs to {owner, select, registry {the registry of the names below it} other {the platform on which the connector runs}}.',
      fix: '{owner, select, registry {This is Claude’s to mend, and reported; nothing on the server changes it. A connector under a name with a one-part ending, such as .com, is not affected.} other {Give the connector a name under a domain of your own, and put the icon there.}}',
      sources: [sources.publicSuffix, sources.registrableDomain, sources.suffixList],
    },
  },
  evaluate(seen) {
    const site = seen['site-icons'];
    return [...missing(site, seen['parent-icons']), ...suffix(site)];
  },
});

function missing(site: SiteIcons, beside: Observation<EvidenceMap['parent-icons']>): readonly Outcome<Code>[] {
  // The icon is looked for under the public name that the connector will have; here nobody looks for one.
  if (isPrivateHostname(new URL(site.origin).hostname)) {
    return [skip('not-applicable', 'icon.site-missing', 'icon.only-on-parent-domain')];
  }
  if (loadedIcons(site).length > 0) return [];
  if (mayHideIcon(site)) return [skip('not-reached', 'icon.site-missing', 'icon.only-on-parent-domain')];
  const parent = observed(beside);
  const host = new URL(site.origin).host;
  const favicon = site.icons.find(({ from }) => from === 'favicon.ico')?.exchange;
  const evidence = [favicon, site.page, ...site.icons.map(({ exchange }) => exchange)];
  if (parent && loadedIcons(parent).length > 0) {
    const [icon] = loadedIcons(parent);
    const values = { host, parent: new URL(parent.origin).host };
    return [
      found('icon.only-on-parent-domain', { values, evidence: [...evidence, icon?.exchange] }),
      // The same lack, said once.
      skip('not-applicable', 'icon.site-missing'),
    ];
  }
  const status = favicon?.kind === 'response' ? favicon.status : 0;
  const page = site.page === null ? 'endpoint' : 'asked';
  const named = site.icons.filter(({ from }) => from !== 'favicon.ico').length;
  return [
    found('icon.site-missing', { values: { host, status, declared: named, page }, evidence }),
    ...parentUnseen(parent, beside),
  ];
}

function parentUnseen(
  parent: SiteIcons | undefined,
  beside: Observation<EvidenceMap['parent-icons']>,
): readonly Outcome<Code>[] {
  if (parent) return mayHideIcon(parent) ? [skip('not-reached', 'icon.only-on-parent-domain')] : [];
  const isIdle = beside.status === 'unavailable' && beside.because === 'prerequisite';
  return [skip(isIdle ? 'not-applicable' : 'not-asked', 'icon.only-on-parent-domain')];
}

function suffix({ domains, page, icons }: EvidenceMap['site-icons']): readonly Outcome<Code>[] {
  const { host, asked, registrable, suffixOf } = domains;
  if (registrable === null) return [skip('not-applicable', 'icon.public-suffix')];
  if (suffixOf === null) return [];
  const evidence = [page, icons[0]?.exchange];
  return [found('icon.public-suffix', { values: { host, asked, owner: suffixOf }, evidence })];
}
