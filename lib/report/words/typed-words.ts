import { say, sayCount } from '../../i18n/say.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';

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
    ...(ways.length > 0 ? [say('Read as {url}: {ways}.', { url: href ?? '', ways: ways.join(', ') })] : []),
    ...(addresses > 0
      ? [sayCount(addresses + 1, { other: '{count} addresses were pasted; the first was taken.' })]
      : []),
    ...(headers > 0 ? [ignoredHeaders(headers, vantage)] : []),
  ];
}

function ignoredHeaders(count: number, vantage: Report['vantage']): string {
  return vantage === 'cli'
    ? sayCount(count, {
        one: 'Not used: {count} header that stands in what you pasted; give it with --header.',
        other: 'Not used: {count} headers that stand in what you pasted; give them with --header.',
      })
    : sayCount(count, {
        one: 'Not used: {count} header that stands in what you pasted; enter it on the doctor page.',
        other: 'Not used: {count} headers that stand in what you pasted; enter them on the doctor page.',
      });
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
    'scheme-added': say('{start} was added', { start: href.slice(0, href.indexOf('//') + 2) }),
    'taken-from-json': say('taken out of the pasted configuration'),
    'taken-from-command': say('taken out of the pasted command'),
    'joined-lines': say('its lines were joined'),
    'percent-decoded': say('its percent-encoding was undone'),
    // White space and quotes around it are not worth a word; a sentence is.
    trimmed:
      /\S\s+\S/.test(stringMember(typed, 'text') ?? '') && cleaned.length === 1 ? say('taken out of the text') : null,
  };
  return cleaned.flatMap((step) => (typeof step === 'string' && Object.hasOwn(words, step) ? (words[step] ?? []) : []));
}

function countOf(value: Json | undefined, member: string): number {
  const count = isJsonObject(value) ? value[member] : undefined;
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : 0;
}
