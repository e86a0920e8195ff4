import { IntlMessageFormat } from 'intl-messageformat';
import type { Values } from '../kernel/finding.ts';
import type { Language } from './language.ts';

/** Stands where a value is missing, so that the sentence can still be read. */
const missing = '…';

const compiled = new Map<string, (values: Values) => string>();

/**
 * Fills an ICU message, in English when nothing else is said. Never throws: a missing value becomes “…”, and a message that cannot be parsed is returned as it
 * stands (`missingValues` and `syntaxProblem` find both in tests).
 */
export function formatMessage(message: string, values: Values, language: Language = 'en'): string {
  const key = `${language} ${message}`;
  let format = compiled.get(key);
  if (!format) {
    format = compile(message, language);
    compiled.set(key, format);
  }
  return format(values);
}

/** The placeholders of a message that `values` does not fill, in order; empty for a message that cannot be parsed. */
export function missingValues(message: string, values: Values): readonly string[] {
  const parsed = parse(message);
  if (!parsed) return [];
  return [...placeholders(parsed.getAst())].filter((name) => !Object.hasOwn(values, name));
}

/** What is wrong with a message's syntax, in the parser's words, else null. */
export function syntaxProblem(message: string): string | null {
  try {
    icu(message);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function compile(message: string, language: Language): (values: Values) => string {
  if (isPlain(message)) return (values) => fillPlain(message, values);
  const parsed = parse(message, language);
  if (!parsed) return () => message;
  const names = placeholders(parsed.getAst());
  return (values) => {
    try {
      return String(parsed.format(withoutGaps(names, values)));
    } catch {
      return fillPlain(message, values);
    }
  };
}

const argument = /\{\s*([A-Za-z_]\w*)\s*\}/g;

// Nearly every message holds nothing but plain placeholders, and the ICU formatter's first use costs more than 10 ms of a run.
function isPlain(message: string): boolean {
  return !message.includes("'") && !/[{}]/.test(message.replace(argument, ''));
}

function fillPlain(message: string, values: Values): string {
  return message.replace(argument, (_whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : missing,
  );
}

function withoutGaps(names: ReadonlySet<string>, values: Values): Record<string, string | number> {
  return Object.fromEntries(
    [...names].map((name) => [name, Object.hasOwn(values, name) ? (values[name] ?? missing) : missing]),
  );
}

function icu(message: string, language: Language = 'en'): IntlMessageFormat {
  return new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
}

function parse(message: string, language: Language = 'en'): IntlMessageFormat | undefined {
  try {
    return icu(message, language);
  } catch {
    return undefined;
  }
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The parser's marks for text and for the `#` of a plural, which name no value. */
const literalType = 0;
const poundType = 7;

function placeholders(elements: readonly Element[], into = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === literalType || element.type === poundType) continue;
    into.add(element.value);
    if ('options' in element) for (const option of Object.values(element.options)) placeholders(option.value, into);
  }
  return into;
}
