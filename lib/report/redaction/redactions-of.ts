import type { Report } from '../../kernel/report.ts';
import type { Redactor } from './redact.ts';

/** What a report says of what was taken out of it; of token shapes only when there are some. To be asked once all is redacted. */
export function redactionsOf(redactor: Redactor): Pick<Report, 'redactions' | 'tokenShapes'> {
  const tokenShapes = redactor.tokenShapes();
  return { redactions: redactor.removed(), ...(tokenShapes.length > 0 && { tokenShapes }) };
}
