import type { Exchange } from '../../kernel/exchange.ts';
import { stringMember } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import type { StepNumber } from '../../kernel/step.ts';
import {
  connectionOptions,
  fallbackOptions,
  registrationOptions,
  transportOptions,
  whereOptions,
  type TrackerFieldId,
  type TrackerFormName,
} from '../../standards/tracker-forms.ts';
import { observedValue } from '../data/evidence-value.ts';
import { markdownText } from '../formats/markdown-text.ts';
import { minuteOf } from '../words/run-words.ts';
import { aboutConnector } from './about-connector.ts';
import { seenAtOf } from './reference-age.ts';
import { additionalText, descriptionText, errorText, expectedText } from './tracker-texts.ts';

/**
 * What a report knows of each field of a form; empty where it does not know it, so that the person is asked. Called with English spoken.
 */
export function knownValue(field: TrackerFieldId, report: Report, form: TrackerFormName): string {
  return values[field](report, form) ?? '';
}

const values: Readonly<Record<TrackerFieldId, (report: Report, form: TrackerFormName) => string | null>> = {
  'server-url': serverOf,
  'connection-method': connectionOf,
  where: (report, form) => nameOfPlace(placeOf(report), form),
  transport: ({ facts: { transport } }) => {
    if (transport === null) return null;
    return transport === 'http+sse' ? transportOptions.sse : transportOptions.streamableHttp;
  },
  'client-registration': registrationOf,
  'sse-fallback': fallbackOf,
  timestamp: (report) => {
    const seenAt = seenAtOf(report);
    return seenAt === null ? null : minuteOf(seenAt);
  },
  'browser-os': browserOf,
  description: descriptionText,
  'error-details': errorText,
  expected: (report) => expectedText(placeOf(report) === 'conversation'),
  'server-logs': () => null,
  additional: additionalText,
};

/** A name that only a private network knows does not belong in a public place. */
function serverOf(report: Report): string | null {
  const { url, isPrivate } = aboutConnector(report);
  return isPrivate ? null : url;
}

/** Only what the person told: a request looks the same either way. */
function connectionOf({ account }: Report): string | null {
  if (account?.goal === 'add-custom') return connectionOptions.manual;
  return account?.goal === 'connect-directory' ? connectionOptions.directory : null;
}

type Place = keyof Omit<typeof whereOptions, 'authorizationOfServer'>;

/** Words of Claude’s that are shown at one place alone, in lower case with straight quotes. */
const placesBySentence: readonly (readonly [words: string, place: Place])[] = [
  ['your account was authorized', 'back'],
  ["but didn't finish", 'authorization'],
  ['authentication required to use this tool', 'conversation'],
  ['connection has expired', 'conversation'],
  ['error occurred during tool execution', 'conversation'],
  ['tool execution failed', 'conversation'],
  ["couldn't register", 'connect'],
  ["couldn't reach the mcp server", 'connect'],
];

function placeOf(report: Report): Place | null {
  const stage = stringMember(report.claude, 'stage');
  if (stage === 'start_error') return 'connect';
  if (stage === 'end_error') return 'back';
  const sentence = (stringMember(report.claude, 'sentence') ?? '').slice(0, 1_000).toLowerCase().replaceAll('’', "'");
  const bySentence = placesBySentence.find(([words]) => sentence.includes(words))?.[1];
  return bySentence ?? (report.stop === null ? null : placeOfStep(report.stop.step, report));
}

/** Without a sign-in everything up to the list of tools happens when Connect is pressed. */
function placeOfStep(step: StepNumber, { facts }: Report): Place {
  if (step === 8) return 'authorization';
  return step < 8 || facts.auth.mode === 'none' ? 'connect' : 'back';
}

function nameOfPlace(place: Place | null, form: TrackerFormName): string | null {
  if (place === null) return null;
  return place === 'authorization' && form === 'developer' ? whereOptions.authorizationOfServer : whereOptions[place];
}

/** The form knows no client ID metadata documents, which Claude takes where they are offered: then the person chooses. */
function registrationOf({ facts: { auth }, evidence }: Report): string | null {
  if (auth.mode === 'none') return registrationOptions.none;
  const client = stringMember(observedValue(evidence, 'sign-in'), 'client');
  if (client === 'given') return registrationOptions.static;
  if (client === 'registered') return registrationOptions.dynamic;
  const [only, ...others] = auth.registration;
  return only === 'dcr' && others.length === 0 ? registrationOptions.dynamic : null;
}

/** With both transports Claude takes the newer one; the question has no answer for that, so the person chooses. */
function fallbackOf(report: Report): string | null {
  const { transport } = report.facts;
  if (transport === 'streamable-http') return fallbackOptions.notApplicable;
  if (transport !== 'http+sse') return null;
  const statuses = report.exchanges.flatMap((exchange) => (isFirstPost(exchange, report) ? [exchange.status] : []));
  const right = statuses.filter((status) => [400, 404, 405].includes(status)).length;
  if (statuses.length === 0 || (right > 0 && right < statuses.length)) return null;
  return right > 0 ? fallbackOptions.yes : fallbackOptions.no;
}

function isFirstPost(exchange: Exchange, { target }: Report): exchange is Extract<Exchange, { kind: 'response' }> {
  const url = target !== null && 'url' in target ? target.url : null;
  if (url === null || exchange.kind !== 'response' || exchange.method !== 'POST') return false;
  return exchange.variant.era !== null && withoutSlash(exchange.url) === withoutSlash(url);
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}

/** A command line does not know in which browser Claude is used. */
function browserOf({ environment }: Report): string | null {
  if (environment === null || environment.browser === null) return null;
  const { browser, os } = environment;
  return markdownText(os === null ? browser : `${browser} on ${os}`, 200);
}
