import type { Ref } from 'react';

/** One of several answers. */
export interface ChoiceCard {
  readonly key: string;
  readonly label: string;
  readonly hint: string | null;
}

/**
 * A question with its answers as cards. They are buttons: what is chosen closes the question, so walking over the answers with
 * the arrow keys must not choose one.
 */
export function ChoiceCards({
  legend,
  cards,
  chosen,
  onChoose,
  heading,
}: {
  readonly legend: string;
  readonly cards: readonly ChoiceCard[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  /** The question, which can be given the focus. */
  readonly heading: Ref<HTMLLegendElement>;
}) {
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend ref={heading} tabIndex={-1} className="mb-2 scroll-mt-4 p-0 text-base font-semibold">
        {legend}
      </legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,9rem),1fr))] gap-2">
        {cards.map(({ key, label, hint }) => (
          <button
            key={key}
            type="button"
            aria-pressed={chosen === key}
            className="grid min-h-8 min-w-0 content-start rounded-md border border-edge bg-surface px-3 py-1.5 text-start hover:bg-well aria-pressed:border-accent aria-pressed:bg-accent-soft"
            onClick={() => {
              onChoose(key);
            }}
          >
            <span className="font-medium">{label}</span>
            {hint !== null && <span className="text-xs text-soft">{hint}</span>}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
