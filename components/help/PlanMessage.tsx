import { useState } from 'react';
import { withoutAddressSecrets } from '../../lib/help/address-secrets.ts';
import type { GuideConnector } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import { ConnectorForm } from '../guide/ConnectorForm.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';

/** A message to an Owner, ready to be copied once it says which connector; and whom to ask who that is. */
export function PlanMessage({ connector: known }: { readonly connector: GuideConnector }) {
  const [typed, setTyped] = useState<GuideConnector | null>(null);
  const connector = typed ?? known;
  const text = messageOf(connector);
  return (
    <div className="grid min-w-0 gap-2">
      <h3 className="text-xs font-semibold text-soft">{say('A message to an Owner')}</h3>
      {text === null ? (
        <>
          <p className="m-0 font-medium">{say('Fill in its name or its address first, then copy.')}</p>
          <ConnectorForm connector={connector} onSave={setTyped} />
        </>
      ) : (
        <div className="grid justify-items-start gap-1">
          <p className="m-0 w-full rounded-md bg-well p-2 wrap-anywhere whitespace-pre-wrap">{text}</p>
          <CopyButton text={text} what={say('the message')} label={say('Copy a message')} />
        </div>
      )}
      <p className="m-0 text-soft">
        {say('You don’t know who that is? Ask whoever invited you to Claude, or your IT.')}
      </p>
    </div>
  );
}

/** Null as long as nothing says which connector it is. An address goes to others without what may be a secret. */
function messageOf({ name, url }: GuideConnector): string | null {
  if (url === null) {
    return name === null
      ? null
      : say(
          'Hello, I would like to use the connector {name} in Claude. An Owner has to add it: Organization settings > Connectors > Add. Afterwards I connect it with my own account. Thank you.',
          { name },
        );
  }
  const address = withoutAddressSecrets(url);
  if (name === null)
    return say(
      'Hello, I would like to use the connector {address} in Claude. An Owner has to add it: Organization settings > Connectors > Add. Afterwards I connect it with my own account. Thank you.',
      { address },
    );
  return say(
    'Hello, I would like to use the connector {name} ({address}) in Claude. An Owner has to add it: Organization settings > Connectors > Add. Afterwards I connect it with my own account. Thank you.',
    { name, address },
  );
}
