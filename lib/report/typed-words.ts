import { isJsonObject, stringMember, type Json, type JsonObject } from '../kernel/json.ts';
import type { Report } from '../kernel/report.ts';

/** What was done to read what somebody typed, and what of it was not used, each as a sentence; empty for a plain URL. */
export function typedWords({ evidence, vantage }: Pick<Report, 'evidence' | 'vantage'>): readonly string[] {
  const typed = typedValue(evidence);
  if (!typed) return [];
  const href = stringMember(typed['url'], 'href');
  const ways = href === undefined ? [] : waysOf(typed, href);
  const ignored = typed['ignored'];
  const addresses = countOf(ignored, 'addresses');
  const headers = countOf(ignored, 'headers');
  return [
    ...(ways.length > 0 ? [`Read as ${href}: ${ways.join(', ')}.`] : []),
    ...(addresses > 0 ? [`${addresses + 1} addresses were pasted; the first was taken.`] : []),
    ...(headers > 0 ? [ignoredHeaders(headers, vantage)] : []),
  ];
}

function ignoredHeaders(count: number, vantage: Report['vantage']): string {
  const [what, them] = count === 1 ? ['1 header that stands', 'it'] : [`${count} headers that stand`, 'them'];
  const how = vantage === 'cli' ? `give ${them} with --header` : `enter ${them} on the doctor page`;
  return `Not used: ${what} in what you pasted; ${how}.`;
}

/** The text as it was typed, secrets redacted; undefined when the report does not hold it. */
export function typedText(evidence: Json): string | undefined {
  return stringMember(typedValue(evidence), 'text');
}

/** Whether the person said that the server is not public yet and so is theirs. */
export function isLocalRun(evidence: Json): boolean {
  return typedValue(evidence)?.['local'] === true;
}

function typedValue(evidence: Json): JsonObject | undefined {
  const typed = isJsonObject(evidence) ? evidence['typed'] : undefined;
  const value = isJsonObject(typed) ? typed['value'] : undefined;
  return isJsonObject(value) ? value : undefined;
}

function waysOf(typed: JsonObject, href: string): readonly string[] {
  const cleaned = Array.isArray(typed['cleaned']) ? (typed['cleaned'] as readonly Json[]) : [];
  const words: Readonly<Record<string, string | null>> = {
    'scheme-added': `${href.slice(0, href.indexOf('//') + 2)} was added`,
    'taken-from-json': 'taken out of the pasted configuration',
    'taken-from-command': 'taken out of the pasted command',
    'joined-lines': 'its lines were joined',
    'percent-decoded': 'its percent-encoding was undone',
    // White space and quotes around it are not worth a word; a sentence is.
    trimmed: /\S\s+\S/.test(stringMember(typed, 'text') ?? '') && cleaned.length === 1 ? 'taken out of the text' : null,
  };
  return cleaned.flatMap((step) => (typeof step === 'string' && Object.hasOwn(words, step) ? (words[step] ?? []) : []));
}

function countOf(value: Json | undefined, member: string): number {
  const count = isJsonObject(value) ? value[member] : undefined;
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : 0;
}
