import { ConsentBox } from '../../../components/diagnosis/ConsentBox.tsx';
import type { ConsentKind } from '../../../components/diagnosis/consent-words.ts';
import { ConnectorField } from '../../../components/diagnosis/ConnectorField.tsx';
import { ChoiceFields } from '../../../components/diagnosis/ChoiceFields.tsx';
import { StepRow } from '../../../components/diagnosis/StepRow.tsx';
import { defaultChoices } from '../../../lib/runs/run-choices.ts';
import type { GalleryState } from './gallery-state.ts';
import { marks } from './sample-runs.ts';

const nothing = (): void => undefined;

const typed: Readonly<Record<string, string>> = {
  plain: 'https://mcp.acme.dev/mcp',
  bare: '  “mcp.acme.dev/mcp” ',
  config:
    '{ "mcpServers": { "acme": { "command": "npx", "args": ["-y", "mcp-remote", "https://mcp.acme.dev/mcp", "--header", "X-Api-Key: 1"] } } }',
  command: 'claude mcp add --transport http acme https://mcp.acme.dev/mcp',
  local: '{ "mcpServers": { "files": { "command": "npx", "args": ["-y", "server-files"] } } }',
  placeholder: 'https://<your-host>/mcp',
  nothing: 'why does it not work?',
  long: `https://mcp.acme.dev/${'a-long-way/'.repeat(40)}`,
};

function consent(kind: ConsentKind, clientId: string | null) {
  return (
    <main className="bg-surface p-4">
      <h1 className="sr-only">Consent</h1>
      <ConsentBox
        kind={kind}
        host="mcp.acme.dev"
        redirectUrl="https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/"
        clientId={clientId}
        onAgree={nothing}
        onDecline={nothing}
      />
    </main>
  );
}

/** The pieces that several screens share. */
export const sharedStates: readonly GalleryState[] = [
  { name: 'shared/consent-active', width: 380, show: () => consent('active', null) },
  { name: 'shared/consent-sign-in', width: 380, show: () => consent('signed-in', null) },
  { name: 'shared/consent-client', width: 380, show: () => consent('signed-in', 'acme-client-1') },
  {
    name: 'shared/fields',
    width: 380,
    show: () => (
      <main className="grid gap-4 p-4">
        <h1 className="sr-only">Fields</h1>
        {Object.entries(typed).map(([name, text]) => (
          <ConnectorField
            key={name}
            value={text}
            label={`The address (${name})`}
            onChange={nothing}
            onCheck={nothing}
          />
        ))}
      </main>
    ),
  },
  {
    name: 'shared/choices',
    width: 380,
    show: () => (
      <main className="p-4">
        <h1 className="sr-only">Choices</h1>
        <ChoiceFields choices={{ ...defaultChoices, local: true }} resolver="Cloudflare" onChange={nothing} />
      </main>
    ),
  },
  {
    name: 'shared/marks',
    width: 380,
    show: () => (
      <main className="grid gap-4 p-4">
        <h1 className="sr-only">Marks</h1>
        <StepRow marks={marks('.*+xfws-/?..')} />
      </main>
    ),
  },
];
