import type { RunChoices } from '../../lib/runs/run-choices.ts';
import { Choice } from '../ui/Choice.tsx';

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
        label="This server is not public yet"
        hint="A local address and plain http are taken as they are; the rest is judged as if it stood in public."
        checked={choices.local}
        onChange={(local) => {
          onChange({ ...choices, local });
        }}
      />
      <Choice
        label="Look further, also where nothing fails"
        hint="Tries nearby addresses and other protocol versions too. Takes a little longer."
        checked={choices.thorough}
        onChange={(thorough) => {
          onChange({ ...choices, thorough });
        }}
      />
      <Choice
        label="Ask public DNS what Claude’s cloud sees"
        hint={
          <>
            <bdi>{resolver}</bdi> learns the connector’s host name.
          </>
        }
        checked={choices.publicDns}
        onChange={(publicDns) => {
          onChange({ ...choices, publicDns });
        }}
      />
      <Choice
        label="Ask Google which icon Claude would show"
        hint="Google’s favicon service learns the connector’s domain."
        checked={choices.faviconService}
        onChange={(faviconService) => {
          onChange({ ...choices, faviconService });
        }}
      />
    </div>
  );
}
