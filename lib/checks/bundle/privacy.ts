import { defineCheck, found, skip, type Found } from '../../kernel/check.ts';
import type { BundleReadme } from '../../kernel/evidence-bundle.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { bundleSources as sources } from './sources.ts';

/** Is the privacy policy named in both places where Anthropic looks for it? */
export const privacyCheck = defineCheck({
  topic: 'privacy',
  needs: ['bundle'],
  codes: {
    'bundle.privacy-policies-missing': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'author',
      title:
        '{why, select, notHttps {A privacy policy in the manifest has no https address} other {The manifest names no privacy policy}}',
      detail:
        '{why, select, absent {manifest.json has no member “privacy_policies”.} empty {The member “privacy_policies” of manifest.json is an empty list.} notAList {The member “privacy_policies” of manifest.json is no list of addresses.} other {In “privacy_policies” of manifest.json stands “{url}”, which is no https address.}} Claude Desktop installs the bundle all the same. Anthropic’s rules for its directory ask for the list there, with https addresses, and turned a bundle without it down at once. New bundles are not taken any more, so it matters for one that is listed already, for organizations that hand bundles out, and for people who want to know where their data goes.',
      fix: 'If the bundle is listed already, or you give it to others: write “"privacy_policies": ["https://example.com/privacy"]” into manifest.json with the address of your own policy{old, select, yes {, and set “manifest_version” to “0.2” or later, which knows that member} other {}}.',
      sources: [sources.submission, sources.directoryQuestions],
    },
    'bundle.readme-privacy-missing': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'author',
      title:
        '{why, select, noReadme {The bundle has no README.md, and so no privacy policy in it} empty {The README’s section on privacy is empty} other {The README has no section on privacy}}',
      detail:
        '{why, select, noReadme {At the root of the bundle there is no README.md.} empty {Under “{heading}” in {name} stands neither an address nor a text.} other {No heading in {name} speaks of privacy.}} Claude Desktop installs the bundle all the same. Anthropic’s rules for its directory ask for a section “Privacy Policy” there, with the policy or its address, beside the one in manifest.json, and turned a bundle without it down at once. New bundles are not taken any more, so it matters for one that is listed already, for organizations that hand bundles out, and for people who read the README.',
      fix: 'If the bundle is listed already, or you give it to others: add a section “Privacy Policy” to README.md that says which data the bundle collects, uses, stores and passes on, and for how long, or that gives the https address of the page that does.',
      sources: [sources.submission, sources.directoryQuestions],
    },
  },
  evaluate({ bundle: { fault, manifest, readme } }) {
    if (fault !== null)
      return [skip('prerequisite', 'bundle.privacy-policies-missing', 'bundle.readme-privacy-missing')];
    const inReadme = readmeFinding(readme);
    const isRead = manifest !== null && isJsonObject(manifest.value);
    return [
      ...(isRead
        ? inManifest(manifest.value, manifest.version)
        : [skip('prerequisite', 'bundle.privacy-policies-missing')]),
      ...(inReadme === null ? [] : [inReadme]),
    ];
  },
});

function inManifest(value: Json, version: string | null): readonly Found<'bundle.privacy-policies-missing'>[] {
  const policies = isJsonObject(value) ? (value['privacy_policies'] ?? null) : null;
  const state = (why: string, url = '–') => [
    found('bundle.privacy-policies-missing', { values: { why, url, old: version === '0.1' ? 'yes' : 'no' } }),
  ];
  if (policies === null) return state('absent');
  if (!Array.isArray(policies)) return state('notAList');
  if (policies.length === 0) return state('empty');
  const wrong = (policies as readonly Json[]).find((policy) => typeof policy !== 'string' || !isHttps(policy));
  if (wrong === undefined) return [];
  return typeof wrong === 'string' ? state('notHttps', inOneLine(wrong, 120)) : state('notAList');
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

function readmeFinding(readme: BundleReadme | null): Found<'bundle.readme-privacy-missing'> | null {
  const state = (why: string, name = 'README.md', heading = '–') =>
    found('bundle.readme-privacy-missing', { values: { why, name, heading } });
  if (readme === null) return state('noReadme');
  const { name, privacyHeading, privacyUrl, privacyTextLength } = readme;
  if (privacyHeading === null) return state('noSection', name);
  return privacyUrl === null && privacyTextLength === 0 ? state('empty', name, inOneLine(privacyHeading, 80)) : null;
}
