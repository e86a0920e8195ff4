import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { StepNumber } from '../../lib/kernel/step.ts';
import type { CorpusCase } from './corpus-case.ts';

type Expected = CorpusCase['expect'];

/** What is said of every healthy open server that checks MCP-Protocol-Version as the specification asks. */
export const openAndStrict: readonly FindingCode[] = ['auth.open', 'transport.version-header-strict'];

/** Stopped at a step by this cause; the cause itself is among the findings. */
export function broken(primary: FindingCode, stop: StepNumber, ...others: readonly FindingCode[]): Expected {
  return { verdict: 'broken', primary, stop, findings: [primary, ...others].sort() };
}

/** Works in part. */
export function degraded(primary: FindingCode, ...others: readonly FindingCode[]): Expected {
  return { verdict: 'degraded', primary, stop: null, findings: [primary, ...others].sort() };
}

/** Nothing wrong, besides notes and warnings. */
export function ready(...findings: readonly FindingCode[]): Expected {
  return { verdict: 'ready', primary: null, stop: null, findings: [...findings].sort() };
}

/** Nothing wrong up to the sign-in. */
export function signInNeeded(...findings: readonly FindingCode[]): Expected {
  return { verdict: 'sign-in-needed', primary: null, stop: null, findings: [...findings].sort() };
}
