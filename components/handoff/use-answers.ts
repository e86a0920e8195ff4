import { useMemo, useState } from 'react';
import type { AnswerStore, TypedAnswers } from './typed-answers.ts';

/** Keeps what is typed for as long as the section is there, whatever is left out of the report meanwhile. */
export function useAnswers(): AnswerStore {
  const [typed, setTyped] = useState<TypedAnswers>({});
  return useMemo(
    () => ({
      typed,
      answer: (name, text, known) => {
        setTyped((before) => ({ ...before, [name]: { text, before: before[name]?.before ?? known } }));
      },
      forget: (name) => {
        setTyped(({ [name]: _gone, ...others }) => others);
      },
    }),
    [typed],
  );
}
