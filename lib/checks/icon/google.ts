import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { FaviconLookup, FaviconService, SiteIcons } from '../../kernel/evidence-icons.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { anotherPicture, unlikeness } from '../../parsing/icon-likeness.ts';
import { loadedIcons, resolution } from './seen-icons.ts';
import { sources } from './sources.ts';

type Code = 'icon.google-default' | 'icon.google-missing-size' | 'icon.google-stale' | 'icon.google-unreachable';

/** What Google's favicon service shows, which is what Claude shows. */
export const googleIconCheck = defineCheck({
  topic: 'google',
  needs: ['favicon-service'],
  uses: ['site-icons', 'parent-icons'],
  codes: {
    'icon.google-default': {
      severity: 'warning',
      confidence: 'certain',
      step: 12,
      who: 'author',
      title: 'Google’s favicon service has no icon for {domain}',
      detail:
        'It answers with HTTP status 404 and its own globe. Claude takes the icons of connectors from there, so that people see a letter or a globe.',
      fix: 'Serve a square icon of at least 64 pixels at https://{domain}/favicon.ico, name it in the page at / with <link rel="icon">, and let Google’s crawlers pass (no sign-in, no bot challenge, no robots.txt that forbids them). It takes some days until it is seen. Then remove the connector in Claude and add it again, since Claude keeps the icon of the day when it was added.',
      sources: [sources.directoryQuestions, sources.registrableDomain, sources.frozen],
    },
    'icon.google-missing-size': {
      severity: 'warning',
      confidence: 'certain',
      step: 12,
      who: 'author',
      title: 'Google has no icon of {domain} in {sizes} pixels',
      detail:
        'What comes back for {count, plural, one {this size} other {these sizes}} is smaller than asked or missing; the largest that came has {side} pixels. The directory’s questions and answers ask authors to see to 16, 32, 48, 64, 96 and 128 pixels.',
      fix: 'Serve a larger square icon (128 pixels or more, or an ICO with several sizes) on https://{domain}/, and wait until Google has seen it.',
      sources: [sources.directoryQuestions],
    },
    'icon.google-stale': {
      severity: 'warning',
      confidence: 'likely',
      step: 12,
      who: 'author',
      title: 'Google still serves another icon for {domain} than the site does',
      detail:
        'The picture that Google’s favicon service gives and the one at {url} have other colours in other places. Claude shows Google’s, as it was on the day when the connector was added.',
      fix: 'Wait until Google has seen the new icon (some days; a page that Google indexes on https://{domain}/ helps). Then remove the connector in Claude and add it again.',
      sources: [sources.frozen, sources.directoryQuestions],
    },
    'icon.google-unreachable': {
      severity: 'note',
      confidence: 'certain',
      step: 12,
      who: 'network',
      title: 'Google’s favicons could not be seen',
      detail:
        '{count, plural, one {One question} other {# questions}} about {domain} got no picture ({why}), so nothing is said here of what Claude shows.',
      fix: 'Try again later, or open https://www.google.com/s2/favicons?domain={domain}&sz=64 in a browser.',
      sources: [sources.directoryQuestions],
    },
  },
  evaluate(seen) {
    const service = seen['favicon-service'];
    const asked = service.lookups.filter(({ domain }) => domain === service.domain);
    const answered = asked.filter(isAnswered);
    const silent = asked.filter((lookup) => !isAnswered(lookup));
    const unreachable = silent.length === 0 ? [] : [unreachableFor(service.domain, silent)];
    if (answered.length === 0) {
      return [
        ...unreachable,
        skip('not-reached', 'icon.google-default', 'icon.google-missing-size', 'icon.google-stale'),
      ];
    }
    return [...unreachable, ...known(service, answered, seen['site-icons'], observed(seen['parent-icons']))];
  },
});

function known(
  service: FaviconService,
  answered: readonly FaviconLookup[],
  site: Observation<EvidenceMap['site-icons']>,
  parent: SiteIcons | undefined,
): readonly Outcome<Code>[] {
  const { domain, host, lookups } = service;
  const evidence = answered.map(({ exchange }) => exchange);
  if (answered.every(isGlobe)) {
    return [
      found('icon.google-default', { values: { domain }, evidence }),
      skip('not-applicable', 'icon.google-missing-size', 'icon.google-stale'),
    ];
  }
  const forHost = lookups.find((lookup) => lookup.domain === host && host !== domain);
  const own = observed(site);
  const shown = domain === host ? own : parent;
  return [
    // Reports differ on whether Claude asks for the host or for the domain.
    ...(forHost && isAnswered(forHost) && isGlobe(forHost)
      ? [
          found('icon.google-default', {
            values: { domain: host },
            confidence: 'possible',
            // The icon of the domain is there, and that is the one that Claude was last seen to ask for.
            severity: 'note',
            evidence: [forHost.exchange],
          }),
        ]
      : []),
    ...missingSizes(domain, answered),
    ...stale(domain, answered, shown),
  ];
}

function missingSizes(domain: string, answered: readonly FaviconLookup[]): readonly Outcome<Code>[] {
  const short = answered.filter((lookup) => isGlobe(lookup) || sideOf(lookup) < lookup.size);
  if (short.length === 0) return [];
  const side = Math.max(...answered.filter((lookup) => !isGlobe(lookup)).map(sideOf));
  const values = { domain, sizes: short.map(({ size }) => size).join(', '), count: short.length, side };
  return [found('icon.google-missing-size', { values, evidence: short.map(({ exchange }) => exchange) })];
}

function stale(
  domain: string,
  answered: readonly FaviconLookup[],
  site: SiteIcons | undefined,
): readonly Outcome<Code>[] {
  if (!site) return [skip('not-reached', 'icon.google-stale')];
  const own = loadedIcons(site);
  if (own.length === 0) return [skip('not-applicable', 'icon.google-stale')];
  const served = [...answered].filter((lookup) => !isGlobe(lookup)).sort((a, b) => sideOf(b) - sideOf(a))[0];
  const likeness = served?.image?.pixels?.colours;
  const differences = own.flatMap((icon) => {
    const colours = icon.image.pixels?.colours;
    const difference = likeness !== undefined && colours !== undefined ? unlikeness(likeness, colours) : undefined;
    return difference === undefined ? [] : [{ icon, difference }];
  });
  const [first] = differences;
  // Only pictures whose pixels were seen can be compared: an SVG may be the one that Google drew.
  if (!served || !first || differences.length < own.length) return [skip('vantage', 'icon.google-stale')];
  if (differences.some(({ difference }) => difference < anotherPicture)) return [];
  const looked = own.filter(({ from }) => from !== 'favicon.ico').length;
  const confidence = site.declared.length > looked ? 'possible' : 'likely';
  const evidence = [served.exchange, first.icon.exchange];
  return [found('icon.google-stale', { values: { domain, url: first.icon.url }, confidence, evidence })];
}

function unreachableFor(domain: string, silent: readonly FaviconLookup[]): Outcome<Code> {
  const [first] = silent;
  const why =
    first?.exchange.kind === 'response' ? `HTTP status ${first.exchange.status}` : (first?.exchange.reason ?? '');
  const evidence = silent.map(({ exchange }) => exchange);
  return found('icon.google-unreachable', { values: { domain, count: silent.length, why }, evidence });
}

function isAnswered({ exchange, image }: FaviconLookup): boolean {
  if (exchange.kind === 'failure') return false;
  return exchange.status === 404 || (exchange.status === 200 && image !== null);
}

function isGlobe({ exchange }: FaviconLookup): boolean {
  return exchange.kind === 'response' && exchange.status === 404;
}

function sideOf({ image }: FaviconLookup): number {
  return image ? resolution(image) : 0;
}
