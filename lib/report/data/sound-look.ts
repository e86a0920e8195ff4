import type { BrowserEvidenceKey, BrowserObservations } from '../../kernel/browser-observations.ts';
import { browserEvidenceKeys } from '../../kernel/browser-observations.ts';
import type { BrowserEvidenceMap } from '../../kernel/evidence-browser.ts';
import { failureReasons } from '../../kernel/exchange.ts';
import type { Observation } from '../../kernel/observation.ts';
import { either, flag, list, nullable, number, object, oneOf, text, type Shape } from './shape.ts';

/** A look of any origin in which every observation is what it should be: one that is not becomes `crashed`. Never throws. */
export function soundLook(saved: BrowserObservations): BrowserObservations {
  const sound = browserEvidenceKeys.map((key) => [key, isSound(key, saved[key]) ? saved[key] : damaged]);
  return Object.fromEntries(sound) as BrowserObservations;
}

const damaged: Observation<never> = { status: 'crashed', error: 'the report’s evidence is damaged here' };

function isSound(key: BrowserEvidenceKey, observation: Observation<unknown>): boolean {
  return observation.status !== 'observed' || lookShapes[key](observation.value);
}

const needPurpose = oneOf('page', 'directory', 'connectors', 'sign-in', 'files');
const reason = oneOf(...failureReasons);
const texts = list(text);

const outcome = either(
  object({
    kind: oneOf('answered'),
    status: number,
    ip: nullable(text),
    leadsTo: nullable(text),
    clockAheadS: nullable(number),
  }),
  object({ kind: oneOf('diverted'), to: text }),
  object({ kind: oneOf('failed'), reason, said: text, wasSent: flag }),
  object({ kind: oneOf('not-allowed') }),
  object({ kind: oneOf('unseen') }),
);

const trouble = either(
  object({ kind: oneOf('blocked'), said: text }),
  object({ kind: oneOf('diverted'), to: text }),
  object({ kind: oneOf('failed'), reason, said: text }),
  object({
    kind: oneOf('headers'),
    direction: oneOf('request', 'response'),
    added: texts,
    removed: texts,
    changed: texts,
  }),
  object({ kind: oneOf('gone'), status: number }),
  object({ kind: oneOf('server-error'), status: number }),
);

const replacer = either(
  object({ kind: oneOf('extension'), id: text }),
  object({ kind: oneOf('page'), url: text }),
  object({ kind: oneOf('unknown') }),
);

const power = oneOf(
  'block-requests',
  'alter-requests',
  'user-scripts',
  'proxy',
  'read-and-change-page',
  'every-site',
  'debugger',
  'clear-data',
);

/** What an observation of a look has to be. */
export const lookShapes = {
  browser: object({
    online: flag,
    family: oneOf('chromium', 'firefox'),
    hasPage: flag,
    addressesAreEvidence: flag,
  }),
  reach: object({
    looks: list(object({ need: text, purpose: needPurpose, url: text, outside: outcome, page: nullable(outcome) })),
  }),
  'page-traffic': object({
    isWhole: flag,
    requests: number,
    notes: list(
      object({
        url: text,
        need: nullable(text),
        purpose: nullable(needPurpose),
        extra: nullable(oneOf('telemetry', 'payment', 'support', 'advertising')),
        type: text,
        what: trouble,
        times: number,
      }),
    ),
  }),
  'page-integrity': object({
    runsScripts: nullable(flag),
    keepsCookies: nullable(flag),
    replaced: list(object({ name: text, by: replacer })),
    hidden: list(
      object({ what: text, how: oneOf('display', 'visibility', 'opacity'), by: oneOf('injected', 'unknown') }),
    ),
    refusedByPolicy: list(object({ directive: text, host: text })),
  }),
  'page-copy': object({ compared: number, differing: texts, gone: texts }),
  'site-settings': object({
    cookies: nullable(text),
    javascript: nullable(text),
    popups: nullable(object({ here: text, elsewhere: text })),
    thirdPartyCookies: nullable(text),
  }),
  'claude-status': object({
    updatedAt: nullable(text),
    notices: list(
      object({
        kind: oneOf('incident', 'maintenance'),
        title: text,
        state: text,
        impact: text,
        components: texts,
        since: nullable(text),
        url: nullable(text),
      }),
    ),
  }),
  extensions: object({
    enabled: number,
    suspects: list(
      object({
        id: text,
        name: text,
        version: text,
        powers: list(power),
        known: nullable(text),
        canSwitch: flag,
      }),
    ),
  }),
  bisect: object({
    symptom: text,
    seenBy: oneOf('probe', 'person', 'both'),
    rounds: number,
    suspects: number,
    outcome: either(
      object({ kind: oneOf('not-an-extension') }),
      object({ kind: oneOf('culprits'), groups: list(list(object({ id: text, name: text }))) }),
      object({ kind: oneOf('inconsistent') }),
      object({ kind: oneOf('gone') }),
    ),
  }),
} satisfies { readonly [K in BrowserEvidenceKey]: Shape<BrowserEvidenceMap[K]> };
