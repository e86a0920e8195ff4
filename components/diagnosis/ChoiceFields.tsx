import { say } from '../../lib/i18n/say.ts';
import type { RunChoices } from '../../lib/runs/run-choices.ts';
import { Choice } from '../ui/Choice.tsx';
import { Say } from '../ui/Say.tsx';

/** The choices of a run that need no consent of their own box. `resolver` is the name of the public resolver that would be asked. */
export function ChoiceFields({
  choices,
  resolver,
  onChange,
}: {
  readonly choices: RunChoices;
  readonly resolver: string;
  readonly onChange: (choices: RunChoices) => void;
}) {
  return (
    <div className="grid gap-3">
      <Choice
        label={say('This server is not public yet')}
        hint={say('A local address and plain http are taken as they are; the rest is judged as if it stood in public.')}
        checked={choices.local}
        onChange={(local) => {
          onChange({ ...choices, local });
        }}
      />
      <Choice
        label={say('Look further, also where nothing fails')}
        hint={say('Tries nearby addresses and other protocol versions too. Takes a little longer.')}
        checked={choices.thorough}
        onChange={(thorough) => {
          onChange({ ...choices, thorough });
        }}
      />
      <Choice
        label={say('Ask public DNS what Claude’s cloud sees')}
        hint={<Say text="{resolver} learns the connector’s host name." with={{ resolver: <bdi>{resolver}</bdi> }} />}
        checked={choices.publicDns}
        onChange={(publicDns) => {
          onChange({ ...choices, publicDns });
        }}
      />
      <Choice
        label={say('Ask Google which icon Claude would show')}
        hint={say('Google’s favicon service learns the connector’s domain.')}
        checked={choices.faviconService}
        onChange={(faviconService) => {
          onChange({ ...choices, faviconService });
        }}
      />
    </div>
  );
}
