import { msg, say, sayCount } from '../../i18n/say.ts';
import type { SkipReason } from '../../kernel/finding.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Report, Verdict } from '../../kernel/report.ts';
import { isHeldByDirectoryOnly } from './directory-rules.ts';
import { bytesWords } from './measures.ts';
import { observedValue } from '../data/evidence-value.ts';

/** The verdict on a bundle. “ready” promises nothing of what the server does when it runs. */
export function bundleHeadline({ verdict, primary }: Pick<Report, 'verdict' | 'primary'>): string {
  return isHeldByDirectoryOnly({ subject: 'bundle', verdict, primary })
    ? say('Can be installed; the directory takes no bundles any more')
    : say(verdictWords[verdict]);
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  ready: msg('Nothing wrong seen in this bundle'),
  'sign-in-needed': msg('Nothing wrong seen in this bundle'),
  degraded: msg('Something in this bundle is not as it should be'),
  broken: msg('This bundle cannot be installed'),
  unknown: msg('This bundle could not be judged'),
};

/** What in the name that people see was reported to do harm; null where nothing was. Foreign text, not yet made harmless. */
export function bundleNameWords(report: Pick<Report, 'evidence' | 'subject'>): string | null {
  const manifest = report.subject === 'bundle' ? manifestIn(report)?.value : undefined;
  const name = manifest === undefined ? '' : (nameIn(manifest) ?? '');
  const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name.slice(0, 200))];
  const found = [...new Set(graphemes.map(({ segment }) => segment))].filter((part) => risky.test(part));
  if (found.length === 0) return null;
  return say(
    'The name holds {characters}. Of connectors it was reported that Claude loses their tools with such characters in the name. Plain English letters, digits, spaces and hyphens are safe.',
    { characters: found.slice(0, 6).map(shownCharacter).join(' ') },
  );
}

/** Quotation marks, apostrophes and all that is not ASCII: what the name of a connector is warned of as well. */
const risky = /[^\u0020-\u007e]|['"`]/u;

/** Nothing of it is drawn. */
const unseen = /^[\p{C}\p{Z}\p{DI}\u2800]+$/u;

/** As it is; what nobody sees, by its number. */
function shownCharacter(character: string): string {
  if (!unseen.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What the bundle says of itself, in a few words; null where its manifest could not be read. Foreign text, not yet made harmless. */
export function bundleLine(report: Pick<Report, 'evidence'>): string | null {
  const found = manifestIn(report);
  if (found === null) return null;
  const { seen, manifest, value } = found;
  const name = nameIn(value);
  const version = stringMember(value, 'version');
  const format = stringMember(manifest, 'version');
  const tools = value['tools'];
  const members = seen['members'];
  const unpacked = seen['unpackedBytes'];
  return [
    [name, version].filter((part) => part !== undefined).join(' '),
    format === undefined ? '' : say('manifest {version}', { version: format }),
    stringMember(value['server'], 'type') ?? '',
    Array.isArray(tools) ? sayCount(tools.length, { one: '{count} tool', other: '{count} tools' }) : '',
    filesWords(members, unpacked),
    seen['signed'] === true ? say('signed (whether the signature is right was not checked)') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

interface FoundManifest {
  readonly seen: JsonObject;
  readonly manifest: JsonObject;
  readonly value: JsonObject;
}

function manifestIn(report: Pick<Report, 'evidence'>): FoundManifest | null {
  const seen = observedValue(report.evidence, 'bundle');
  const manifest = isJsonObject(seen) ? seen['manifest'] : undefined;
  const value = isJsonObject(manifest) ? manifest['value'] : undefined;
  if (!isJsonObject(seen) || !isJsonObject(manifest) || !isJsonObject(value)) return null;
  return { seen, manifest, value };
}

function nameIn(value: JsonObject): string | undefined {
  return stringMember(value, 'display_name') ?? stringMember(value, 'name');
}

function filesWords(members: Json | undefined, unpacked: Json | undefined): string {
  if (typeof members !== 'number' || typeof unpacked !== 'number') return '';
  return sayCount(
    members,
    { one: '{count} file, {size} unpacked', other: '{count} files, {size} unpacked' },
    { size: bytesWords(unpacked) },
  );
}

/** What the reader does after a look at a bundle. */
export function bundleNextWords(report: Report): string {
  const { verdict, findings } = report;
  if (verdict === 'unknown') return say('Look at the bundle itself once more.');
  if (verdict !== 'ready' && !isHeldByDirectoryOnly(report))
    return say('After the change, pack the bundle again, and look at it once more.');
  const hasRisks = findings.some(({ severity }) => severity === 'warning');
  const tryIt = say('Install it in Claude Desktop and try each tool there.');
  return hasRisks ? `${tryIt} ${say('The warnings are worth a look.')}` : tryIt;
}

/** What nobody saw of the bundle, by reason. */
export function bundleNotSeenWords({ skipped }: Pick<Report, 'skipped'>): readonly string[] {
  const groups = reasons.flatMap(([because, words]) => {
    const count = skipped.filter((skip) => skip.because === because).length;
    if (count === 0) return [];
    return [sayCount(count, { one: '{what} ({count} check)', other: '{what} ({count} checks)' }, { what: say(words) })];
  });
  return [say('what the server does when it runs: nothing of the bundle was started'), ...groups];
}

const reasons: readonly (readonly [SkipReason, string])[] = [
  ['prerequisite', msg('what can be read only where the rest of the bundle can')],
  ['crashed', msg('what a defect of Connector Doctor kept from being judged (please report it)')],
];

/** Titles of what was skipped, where a bundle has other ones than a check of a connector. */
export const bundleSkipWords: Readonly<
  Partial<Record<SkipReason, { readonly title: string; readonly remedy: string | null }>>
> = {
  prerequisite: {
    title: msg('Can be read only where the rest of the bundle can'),
    remedy: msg('Mend what is wrong with the bundle first, then look at it once more.'),
  },
  'not-applicable': { title: msg('Does not concern this bundle'), remedy: null },
};
