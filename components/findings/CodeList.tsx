import { plainLine } from '../../lib/report/plain.ts';

/** Checks under their families; the code stands behind the words. */
export function CodeList({
  families,
}: {
  readonly families: readonly {
    readonly title: string;
    readonly items: readonly { readonly code: string; readonly words: string }[];
  }[];
}) {
  return (
    <dl className="grid gap-2 py-1">
      {families.map(({ title, items }) => (
        <div key={title} className="grid gap-0.5">
          <dt className="text-xs text-soft">{title}</dt>
          <dd className="m-0">
            <ul className="m-0 flex list-none flex-wrap gap-1 p-0">
              {items.map(({ code, words }) => (
                <li key={code} title={plainLine(code, 120)} className="rounded-sm bg-well px-1.5 text-xs wrap-anywhere">
                  {plainLine(words, 120)}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
