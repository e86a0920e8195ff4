import { useId } from 'react';

/** One of a few answers that are seen side by side; the arrow keys go from one to the next. */
export function Segments<Key extends string>({
  legend,
  answers,
  chosen,
  onChoose,
}: {
  /** The question, for screen readers. */
  readonly legend: string;
  readonly answers: readonly { readonly key: Key; readonly label: string }[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}) {
  const name = useId();
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="sr-only">{legend}</legend>
      <div className="flex flex-wrap overflow-hidden rounded-md border border-edge bg-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
        {answers.map(({ key, label }) => (
          <label
            key={key}
            className="relative flex min-h-8 grow items-center justify-center px-3 py-1 text-center font-medium text-soft hover:bg-well has-checked:bg-accent-soft has-checked:text-ink has-checked:underline has-checked:decoration-accent has-checked:decoration-2 has-checked:underline-offset-4"
          >
            <input
              type="radio"
              name={name}
              className="absolute inset-0 m-0 appearance-none"
              checked={chosen === key}
              onChange={() => {
                onChoose(key);
              }}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
