import { useState } from 'react';
import { guides } from '../../lib/guides/catalog.ts';
import type { Explanation as Explained } from '../../lib/help/explain.ts';
import { wayToCheck } from '../../lib/help/way-to-check.ts';
import { say } from '../../lib/i18n/say.ts';
import { ConnectorField } from '../diagnosis/ConnectorField.tsx';
import { Button } from '../ui/Button.tsx';
import type { ExplanationActions } from './explanation-actions.ts';
import { shownByClaude } from './shown-by-claude.ts';

/** What to do next: check the connector or this browser where that would show something, and the guides. */
export function ExplanationWays({
  explanation,
  actions,
}: {
  readonly explanation: Explained;
  readonly actions: ExplanationActions;
}) {
  const { causes, check, found, guides: ids, notAConnectorFault } = explanation;
  const ways = causes.map(({ code }) => wayToCheck(code));
  const isUnclear = causes.length === 0 && !notAConnectorFault;
  const needsCheck = !notAConnectorFault && (isUnclear || ways.some((way) => way.startsWith('check')));
  const needsLook = ways.includes('browser');
  if (!needsCheck && !needsLook && ids.length === 0) return null;
  return (
    <section className="grid min-w-0 gap-2">
      <h3 className="font-semibold">{say('What you can do')}</h3>
      <div className="grid justify-items-start gap-2">
        {needsCheck && check === null && (
          <AskConnector
            onCheck={(typed) => {
              actions.onCheck(typed, shownByClaude(explanation));
            }}
          />
        )}
        {needsCheck && check !== null && (
          <Button
            variant="primary"
            className="text-start wrap-anywhere"
            onClick={() => {
              actions.onCheck(check, shownByClaude(explanation));
            }}
          >
            {found.host === null ? say('Check the connector now') : say('Check {host} now', { host: found.host })}
          </Button>
        )}
        {needsLook && <Button onClick={actions.onLook}>{say('Look at this browser')}</Button>}
        {ids.map((id) => (
          <Button
            key={id}
            className="text-start"
            onClick={() => {
              actions.onGuide(id);
            }}
          >
            {guides[id].readers[0] === 'owner' && ids.length > 1
              ? say('For an Owner: {title}', { title: say(guides[id].title) })
              : say('Guide: {title}', { title: say(guides[id].title) })}
          </Button>
        ))}
      </div>
    </section>
  );
}

function AskConnector({ onCheck }: { readonly onCheck: (typed: string) => void }) {
  const [typed, setTyped] = useState('');
  return (
    <div className="w-full min-w-0">
      <ConnectorField
        value={typed}
        label={say('Which connector? Paste its address.')}
        onChange={setTyped}
        onCheck={onCheck}
      />
    </div>
  );
}
