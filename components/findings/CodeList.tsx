import { plainLine } from '../../lib/report/formats/plain.ts';

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
            <ul className="m-0 grid list-disc gap-x-6 gap-y-0.5 ps-4 sm:grid-cols-2">
              {items.map(({ code, words }) => (
                <li key={code} title={plainLine(code, 120)} className="wrap-anywhere">
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
