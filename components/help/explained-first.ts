import { explain, type Explanation } from '../../lib/help/explain.ts';

/** So long a text was not typed: it was copied from somewhere. */
const longQuestion = 140;

/** The explanation of a text that is an error, and not a question; null where it is none. */
export function explainedFirst(text: string): Explanation | null {
  if (text.length < shortestError) return null;
  const explanation = explain(text);
  return explanation.matched.length > 0 || text.length > longQuestion ? explanation : null;
}

/** Shorter ones are the beginning of anything. */
const shortestError = 6;
