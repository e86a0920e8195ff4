import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { makePassphrase } from './make-passphrase.ts';
import { strengthOf, strengthWords } from './passphrase-strength.ts';

/** A passphrase that somebody may give a link, shown or hidden, with how long it would hold. */
export function PassphraseField({
  passphrase,
  onChange,
}: {
  readonly passphrase: string;
  readonly onChange: (passphrase: string) => void;
}) {
  const [isShown, setShown] = useState(true);
  return (
    <div className="grid gap-1">
      <Field
        label={say('Passphrase')}
        type={isShown ? 'text' : 'password'}
        value={passphrase}
        maxLength={longestPassphrase}
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellCheck={false}
        hint={say(
          'Nobody opens the link without it, so keep it. Tell it by another way than the link: by telephone, say.',
        )}
        beside={
          <IconButton
            label={isShown ? say('Hide the passphrase') : say('Show the passphrase')}
            icon={isShown ? EyeOff : Eye}
            onClick={() => {
              setShown(!isShown);
            }}
          />
        }
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      <p role="status" className="text-xs font-medium">
        {passphrase !== '' && say(strengthWords[strengthOf(passphrase)])}
      </p>
      <div>
        <Button
          size="small"
          onClick={() => {
            setShown(true);
            onChange(makePassphrase());
          }}
        >
          {say('Make up another one')}
        </Button>
      </div>
    </div>
  );
}

const longestPassphrase = 200;
