import { useId } from 'react';

/** One of several answers. */
export interface RadioCard {
  readonly key: string;
  readonly label: string;
  readonly hint: string | null;
}

/** A question with its answers as cards, of which one is chosen; the arrow keys go from one to the next. */
export function RadioCards({
  legend,
  cards,
  chosen,
  onChoose,
}: {
  readonly legend: string;
  readonly cards: readonly RadioCard[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}) {
  const name = useId();
  return (
    <fieldset className="m-0 grid min-w-0 gap-2 border-0 p-0">
      <legend className="mb-2 p-0 text-base font-semibold">{legend}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,9rem),1fr))] gap-2">
        {cards.map(({ key, label, hint }) => (
          <label
            key={key}
            className="flex min-h-8 cursor-pointer items-start gap-2 rounded-md border border-edge bg-surface px-3 py-1.5 hover:bg-well has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={chosen === key}
              onChange={() => {
                onChoose(key);
              }}
            />
            <span className="grid min-w-0">
              <span className="font-medium">{label}</span>
              {hint !== null && <span className="text-xs text-soft">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
