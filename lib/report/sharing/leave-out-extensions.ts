import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { knownBlocker } from '../../standards/blocking-extensions.ts';
import { observedValue, objectsIn } from '../data/evidence-value.ts';
import { literalTerms } from './literal-terms.ts';
import type { Replacer } from './replacer.ts';

/** What is known of one extension, as it stands in the evidence. */
interface Extension {
  readonly id: string;
  readonly name: string;
  readonly version: string;
}

/** Leaves out which extensions a person has: names, ids and versions. What each may do stays, since that is what is judged. */
export function leaveOutExtensions(report: Report, replacer: Replacer): void {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { id, name, version } of extensionsIn(report.evidence)) {
    const number = ids.get(id) ?? String(ids.size + 1);
    ids.set(id, number);
    if (name.trim() !== '') names.set(name, `Extension ${number}`);
    if (name.trim() !== '' && version !== '') names.set(`${name} ${version}`, `Extension ${number}`);
  }
  for (const [id, number] of ids) replacer.encoded(id, idLike(id, number));
  for (const [name, put] of names) replacer.encoded(name, put);
  for (const id of ids.keys()) {
    const advice = adviceFor(id);
    if (advice !== null) names.set(advice, adviceInstead);
  }
  replacer.rule(
    literalTerms(new Map([...[...ids].map(([id, number]) => [id, idLike(id, number)] as const), ...names])),
  );
}

/** What a finding advises for an extension that is known: its settings give its name away. */
function adviceFor(id: string): string | null {
  const known = knownBlocker(id);
  return known && `To keep ${known.name} and still use Claude: ${known.steps.join(' ')}`;
}

const adviceInstead =
  'To keep it and still use Claude, open its settings and allow claude.ai and anthropic.com there, and load Claude anew.';

/** Versions stand in members of their own: they are no texts that could be found elsewhere. */
export function withoutVersions(report: Report): Report {
  const value = observedValue(report.evidence, 'extensions');
  if (value === undefined || !isJsonObject(report.evidence)) return report;
  const suspects = objectsIn(value, 'suspects').map((suspect): Json => ({ ...suspect, version: '', known: null }));
  return {
    ...report,
    evidence: { ...report.evidence, extensions: { status: 'observed', value: { ...value, suspects } } },
  };
}

function extensionsIn(evidence: Json): readonly Extension[] {
  const seen = objectsIn(observedValue(evidence, 'extensions'), 'suspects');
  const outcome = observedValue(evidence, 'bisect')?.['outcome'];
  const groups =
    isJsonObject(outcome) && Array.isArray(outcome['groups']) ? (outcome['groups'] as readonly Json[]) : [];
  const culprits = groups
    .flatMap((group) => (Array.isArray(group) ? (group as readonly Json[]) : []))
    .filter(isJsonObject);
  const integrity = objectsIn(observedValue(evidence, 'page-integrity'), 'replaced')
    .map(({ by }) => by)
    .filter((by) => isJsonObject(by))
    .filter((by) => by['kind'] === 'extension');
  return [...seen, ...culprits, ...integrity].map((each) => ({
    id: textIn(each['id']),
    name: textIn(each['name']),
    version: textIn(each['version']),
  }));
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Of the form that the browser gives ids, since it says which browser’s it is. */
function idLike(id: string, number: string): string {
  const letters = [...number].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
  if (/^[a-p]{32}$/.test(id)) return letters.padStart(32, 'a');
  if (/^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i.test(id)) {
    const made = `00000000-0000-0000-0000-${number.padStart(12, '0')}`;
    return id.startsWith('{') ? `{${made}}` : made;
  }
  return `extension-${number}`;
}
