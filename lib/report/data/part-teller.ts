import type { ProbedKey } from '../../kernel/evidence.ts';
import type { EvidencePart } from '../../kernel/evidence-part.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { Observation } from '../../kernel/observation.ts';
import { dehydrateEvidence } from './evidence-codec.ts';
import type { Redactor } from '../redaction/redact.ts';

export interface PartTellerOptions {
  readonly redactor: Redactor;
  /** Exchanges that were finished so far, as recorded. */
  readonly finished: () => readonly Exchange[];
  /** Takes a part, or one that was told before once more: then a secret was met since that had stood in it. */
  readonly tell: (part: EvidencePart) => void;
}

/** Tells of a run part by part, while it goes on: what a probe brought back, with the exchanges that nobody was told of yet. */
export function createPartTeller({ redactor, finished, tell }: PartTellerOptions) {
  const told = new Map<ProbedKey, EvidencePart>();
  const given = new Set<string>();
  let version = redactor.version();

  const redacted = (key: ProbedKey, observation: Json, exchanges: readonly Exchange[]): EvidencePart => {
    const evidence = redactor.json({ [key]: observation });
    return { key, observation: evidence[key] ?? null, exchanges: redactor.json(exchanges) };
  };
  const say = (part: EvidencePart): void => {
    told.set(part.key, part);
    tell(part);
  };
  return (key: ProbedKey, observation: Observation<unknown>): void => {
    const recorded = finished();
    const fresh = recorded.filter(({ id }) => !given.has(id));
    for (const { id } of fresh) given.add(id);
    const evidence = dehydrateEvidence({ [key]: observation }, recorded);
    say(redacted(key, isJsonObject(evidence) ? (evidence[key] ?? null) : null, fresh));
    if (version === redactor.version()) return;
    version = redactor.version();
    for (const part of told.values()) {
      const again = redacted(part.key, part.observation, part.exchanges);
      if (again.observation !== part.observation || again.exchanges !== part.exchanges) say(again);
    }
  };
}
