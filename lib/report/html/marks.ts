import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { Severity } from '../../kernel/finding.ts';
import type { Verdict } from '../../kernel/report.ts';
import type { StepMark, StepState } from '../../kernel/step-mark.ts';

/** What the colours of a page stand for. */
export type Tone = 'ready' | 'sign-in' | 'degraded' | 'broken' | 'neutral';

type Sign = keyof typeof signs;

const signs = {
  check: 'M5 12.5 9.8 17.5 19 7',
  cross: 'M7 7 17 17 M17 7 7 17',
  triangle: 'M12 4 21.5 20H2.5Z M12 10.5V14.5 M12 17.2V17.3',
  arrow: 'M4.5 12H19 M13 6 19 12 13 18',
  dash: 'M6.5 12H17.5',
  question: 'M9 9.2A3 3 0 1 1 13.4 11.8C12.4 12.4 12 13 12 14.2 M12 17.8V17.9',
  info: 'M12 11V17.5 M12 6.8V6.9',
} as const;

/** A sign that stands beside words which say the same. */
function sign(name: Sign): Element {
  return s('svg', { viewBox: '0 0 24 24', ariaHidden: 'true', focusable: 'false' }, s('path', { d: signs[name] }));
}

const verdicts: Readonly<Record<Verdict, readonly [Tone, Sign]>> = {
  ready: ['ready', 'check'],
  'sign-in-needed': ['sign-in', 'arrow'],
  degraded: ['degraded', 'triangle'],
  broken: ['broken', 'cross'],
  unknown: ['neutral', 'question'],
};

/** The sign of a verdict. */
export function verdictMark(verdict: Verdict): Element {
  const [tone, name] = verdicts[verdict];
  return h('span', { className: ['mark', 'large', tone] }, sign(name));
}

const severities: Readonly<Record<Severity, readonly [Tone, Sign]>> = {
  blocker: ['broken', 'cross'],
  problem: ['broken', 'cross'],
  warning: ['degraded', 'triangle'],
  note: ['neutral', 'info'],
};

/** The colour of a finding. */
export function severityTone(severity: Severity): Tone {
  return severities[severity][0];
}

/** The sign of a finding. */
export function severityMark(severity: Severity): Element {
  const [tone, name] = severities[severity];
  return h('span', { className: ['mark', tone] }, sign(name));
}

/** Without a sign the number stands there. */
const states: Readonly<Record<StepState, readonly [Tone, Sign | null, string]>> = {
  waiting: ['neutral', null, 'open'],
  asking: ['neutral', null, 'open'],
  passed: ['ready', 'check', 'plain'],
  stopped: ['broken', 'cross', 'solid'],
  fault: ['broken', 'cross', 'plain'],
  warning: ['degraded', 'triangle', 'plain'],
  'needs-sign-in': ['sign-in', 'arrow', 'plain'],
  'not-needed': ['neutral', 'dash', 'open'],
  'not-reached': ['neutral', null, 'dashed'],
  'not-seen': ['neutral', null, 'dashed'],
};

/** The mark of one of Claude’s steps. */
export function stepMark({ step, state }: StepMark): Element {
  const [tone, name, line] = states[state];
  return h('span', { className: ['mark', line, tone], ariaHidden: 'true' }, name === null ? String(step) : sign(name));
}
