import type { ProbedKey } from './evidence.ts';
import type { Exchange } from './exchange.ts';
import type { Json } from './json.ts';

/** What one probe brought back. Redacted, small, and free of references to memory: parts make a report of an unfinished run. */
export interface EvidencePart {
  readonly key: ProbedKey;
  /** The observation as a report holds it. */
  readonly observation: Json;
  /** Exchanges that were finished since the part before. */
  readonly exchanges: readonly Exchange[];
}
