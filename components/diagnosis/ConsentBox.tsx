import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Field } from '../ui/Field.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { consentWords, type ConsentKind } from './consent-words.ts';

/** The client that was made beforehand, for services that take no registrations. Null: none was given. */
export interface GivenClient {
  readonly clientId: string | null;
  readonly clientSecret: string | null;
}

/**
 * Says exactly what a look that writes would send and leave behind, and asks. For a sign-in it also takes a client ID and a secret,
 * which stay in this form until they are handed over.
 */
export function ConsentBox({
  kind,
  host,
  redirectUrl,
  clientId: known = null,
  onAgree,
  onDecline,
}: {
  readonly kind: ConsentKind;
  /** The connector that it is about. */
  readonly host: string;
  /** Where the sign-in comes back to: a client that was made beforehand has to allow it. */
  readonly redirectUrl: string;
  /** The client ID that was typed before. */
  readonly clientId?: string | null;
  /** Called in the click itself, so that permissions can be asked for. */
  readonly onAgree: (client: GivenClient) => void;
  readonly onDecline: () => void;
}) {
  const [clientId, setClientId] = useState(known ?? '');
  const [secret, setSecret] = useState('');
  const words = consentWords[kind];
  const agree = (): void => {
    onAgree({ clientId: given(clientId), clientSecret: given(clientId) === null ? null : given(secret) });
  };
  return (
    <section
      aria-label={say(words.title)}
      className="grid gap-3 [&_button]:scroll-mb-20 [&_input]:scroll-mb-20 [&_summary]:scroll-mb-20"
    >
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{say(words.title)}</h2>
        <p className="text-soft">
          <Foreign text={host} />
        </p>
        <p>{say(words.purpose)}</p>
      </div>
      <List title={say('What is sent')} items={words.sent} />
      <List title={say('What stays behind')} items={words.staysBehind} />
      <List title={say('What never happens')} items={words.never} />
      {kind === 'signed-in' && (
        <Disclosure summary={say('The service needs a client ID that was made beforehand')} open={known !== null}>
          <div className="grid gap-3 py-1">
            <Field
              label={say('Client ID')}
              value={clientId}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setClientId(event.currentTarget.value);
              }}
            />
            <Field
              label={say('Client secret, if it has one')}
              type="password"
              value={secret}
              autoComplete="off"
              hint={say('Used for this check alone, and kept nowhere.')}
              onChange={(event) => {
                setSecret(event.currentTarget.value);
              }}
            />
            <div className="grid justify-items-start gap-1">
              <p>{say('That client has to allow this redirect address:')}</p>
              <Foreign text={redirectUrl} mono />
              <CopyButton text={redirectUrl} what={say('the redirect address')} />
            </div>
          </div>
        </Disclosure>
      )}
      {/* In reach however much stands above it. */}
      <div className="sticky bottom-0 -mb-3 flex flex-wrap gap-2 border-t border-line bg-surface py-3">
        <Button variant="primary" onClick={agree}>
          {say(words.agree)}
        </Button>
        <Button onClick={onDecline}>{say('Not now')}</Button>
      </div>
    </section>
  );
}

function List({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <div className="grid gap-1">
      <h3 className="font-semibold">{title}</h3>
      <ul className="grid list-disc gap-1 ps-4 marker:text-soft">
        {items.map((item) => (
          <li key={item}>{say(item)}</li>
        ))}
      </ul>
    </div>
  );
}

function given(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
