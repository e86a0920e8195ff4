import { useMemo } from 'react';
import { inEnglish } from '../../lib/i18n/in-english.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { ToldField } from '../../lib/report/handoff/told-more.ts';
import { knownValue } from '../../lib/report/handoff/tracker-values.ts';
import { TrackerFieldInput } from './TrackerFieldInput.tsx';
import { isOvertaken, type AnswerStore } from './typed-answers.ts';

/** What only the person knows: what Claude showed, and when it failed. */
export function ToldFields({
  fields,
  report,
  store,
}: {
  readonly fields: readonly ToldField[];
  readonly report: Report;
  readonly store: AnswerStore;
}) {
  const known = useMemo(
    () => new Map(fields.map((field) => [field, inEnglish(() => knownValue(field, report, 'user'))])),
    [fields, report],
  );
  if (fields.length === 0) return null;
  return (
    <div className="grid w-full max-w-prose min-w-0 gap-3">
      {fields.map((id) => {
        const value = known.get(id) ?? '';
        return (
          <TrackerFieldInput
            key={id}
            field={{ id, kind: id === 'timestamp' ? 'input' : 'textarea', required: false, value }}
            typed={store.typed[id]?.text}
            report={report}
            isPressed={false}
            isOvertaken={isOvertaken(store.typed[id], value)}
            onChange={(name, text) => {
              store.answer(name, text, value);
            }}
            onForget={store.forget}
          />
        );
      })}
    </div>
  );
}
