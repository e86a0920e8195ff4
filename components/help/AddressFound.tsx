import { say } from '../../lib/i18n/say.ts';
import { readingOf } from '../diagnosis/typed-reading.ts';
import { Button } from '../ui/Button.tsx';
import type { ExplanationActions } from './explanation-actions.ts';

/** Offers the check where what was typed into the search is a connector’s address. */
export function AddressFound({ asked, actions }: { readonly asked: string; readonly actions: ExplanationActions }) {
  const host = hostIn(asked);
  if (host === null) return null;
  return (
    <section aria-label={say('Check this connector')} className="grid justify-items-start gap-2">
      <p>{say('This is an address. Is it your connector’s?')}</p>
      <Button
        variant="primary"
        className="text-start wrap-anywhere"
        onClick={() => {
          actions.onCheck(asked, null);
        }}
      >
        {say('Check {host} now', { host })}
      </Button>
    </section>
  );
}

/** Without a scheme a name alone could be that of a file or a product: a port, a path or a usual first label tells. */
const isAddress = /^(?:https?:\/\/\S+|(?:mcp|api)(?:\.[\w-]+){2,}|[\w-]+(?:\.[\w-]+)+(?::\d+(?:\/\S*)?|\/\S*))$/i;

function hostIn(asked: string): string | null {
  const text = asked.trim();
  if (!isAddress.test(text)) return null;
  const reading = readingOf(text, { local: false });
  return reading.kind === 'connector' && !/(?:^|\.)claude\.(?:ai|com)$/.test(reading.host) ? reading.host : null;
}
