import type { ReactNode } from 'react';
import type { Explanation as Explained } from '../../lib/help/explain.ts';
import { say } from '../../lib/i18n/say.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Foreign } from '../ui/Foreign.tsx';

/** What the pasted text itself shows, whatever its language: the reference first, which people need for support. */
export function TextShows({ explanation: { reference, found } }: { readonly explanation: Explained }) {
  const rows = rowsOf(found);
  if (reference === null && rows.length === 0) return null;
  return (
    <section className="grid min-w-0 gap-2">
      <h3 className="font-semibold">{say('What the text shows')}</h3>
      {reference !== null && <Reference reference={reference} />}
      {rows.length > 0 && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
          {rows.map(({ name, value }) => (
            <Row key={name} name={name}>
              <Foreign text={value} mono />
            </Row>
          ))}
        </dl>
      )}
    </section>
  );
}

function Reference({ reference }: { readonly reference: string }) {
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <span>{say('Reference')}</span>
        <Foreign text={reference} mono />
        <CopyButton text={reference} what={say('the reference')} />
      </p>
      <p className="text-xs text-soft">
        {say('Only Anthropic can trace it, and it is kept for a short time: send it soon.')}
      </p>
    </div>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="m-0 min-w-0">{children}</dd>
    </>
  );
}

function rowsOf({ url, host, status, rpcCode, oauthError, stage, identityCode }: Explained['found']) {
  const rows = [
    { name: say('Address'), value: url ?? host },
    { name: say('HTTP status'), value: status },
    { name: say('JSON-RPC error'), value: rpcCode },
    { name: say('Claude’s error'), value: oauthError },
    { name: say('Claude’s step'), value: stage },
    { name: say('Microsoft’s code'), value: identityCode },
  ];
  return rows.flatMap(({ name, value }) => (value === null ? [] : [{ name, value: String(value) }]));
}
