import { skip, type CodeDefinition, type Outcome } from '../../kernel/check.ts';
import type { Subject } from '../../kernel/finding.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { whyUnseen } from './discovery.ts';
import { providerValue } from './provider-fix.ts';
import { subjectOf } from './server-document.ts';
import { documentUses, eased, signInDocuments, type DocumentsSeen } from './sign-in-documents.ts';

/** What a check of the active plan must declare as `uses`, beside `needs: ['initialize', 'typed']` and its own evidence. */
export const activeUses = documentUses;

/**
 * Judges what was observed by the person's word, and skips all codes where it was not: for want of that word, of a sign-in, or
 * of what must come before. Findings are about the authorization server unless they say otherwise.
 */
export function judgeActive<T, C extends FindingCode>(
  given: DocumentsSeen,
  observation: Observation<T>,
  definitions: Readonly<Record<C, CodeDefinition>>,
  judge: (value: T) => readonly Outcome<C>[],
): readonly Outcome<C>[] {
  const codes = Object.keys(definitions) as C[];
  const { search, seen, asked } = signInDocuments(given);
  const value = observed(observation);
  if (value === undefined) {
    if (search.kind === 'none' || search.kind === 'unseen') return [skip(search.because, ...codes)];
    return [skip(whyUnseen(observation), ...codes)];
  }
  const server = observed(seen['authorization-server']);
  const subject: Subject = server ? subjectOf(server) : { kind: 'authorization-server' };
  const provider = providerValue(server);
  const outcomes = judge(value).map((outcome) =>
    outcome.kind === 'found' ? { subject, ...outcome, values: { ...outcome.values, ...provider } } : outcome,
  );
  return eased(outcomes, definitions, asked);
}
