import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import { byFamily, codeWords } from '../../lib/report/code-families.ts';
import { counted } from '../../lib/report/counted.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { CodeList } from './CodeList.tsx';

/** The faults that were looked for and not found. */
export function PassedList({ codes }: { readonly codes: readonly FindingCode[] }) {
  if (codes.length === 0) return null;
  const unique = [...new Set(codes)];
  const families = byFamily(unique, (code) => code).map(({ title, items }) => ({
    title,
    items: items.map((code) => ({ code, words: codeWords(code) })),
  }));
  return (
    <section aria-label="Looked for and not found" className="grid gap-3">
      <h2 className="text-lg font-semibold">
        Looked for and not found <span className="font-normal text-soft">{unique.length}</span>
      </h2>
      <div className="rounded-md border border-line bg-surface p-4">
        <p>Each of these faults was looked for; none of them is there.</p>
        <Disclosure summary={`Show the ${counted(unique.length, 'check')}`}>
          <CodeList families={families} />
        </Disclosure>
      </div>
    </section>
  );
}
