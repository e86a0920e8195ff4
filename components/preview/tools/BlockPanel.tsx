import { useId, useMemo, useState } from 'react';
import { msg, say, sayCount } from '../../../lib/i18n/say.ts';
import { annotationBlock, type BlockLanguage } from '../../../lib/preview/tools/annotation-block.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeBlock } from '../CodeBlock.tsx';
import { Segments } from '../Segments.tsx';
import type { EditableTool } from './tool-edits.ts';

const languages = [
  { key: 'json', label: 'JSON' },
  { key: 'typescript', label: 'TypeScript' },
  { key: 'python', label: 'Python' },
] as const satisfies readonly { readonly key: BlockLanguage; readonly label: string }[];

/** Where the lines belong. */
const placeWords: Readonly<Record<BlockLanguage, string>> = {
  json: msg('The members as tools/list gives them, for servers that keep their tools as data.'),
  typescript: msg(
    'For the official SDK, version 1 or 2. “yourOtherMembers” and “yourHandler” stand for what you have there already.',
  ),
  python: msg(
    'For the official SDK and FastMCP. Put each decorator above your own function. The hints are spelled as the protocol has them, which every version takes.',
  ),
};

/** What was edited, as lines to be copied back into the code of the server. */
export function BlockPanel({
  edited,
  onDiscard,
}: {
  readonly edited: readonly EditableTool[];
  readonly onDiscard: () => void;
}) {
  const id = useId();
  const [language, setLanguage] = useState<BlockLanguage>('typescript');
  const code = useMemo(
    () =>
      annotationBlock(
        edited.map(({ edit }) => edit),
        language,
      ),
    [edited, language],
  );
  const open = edited.filter(({ edit }) => edit.effect === null).length;
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-2">
      <h3 id={id} className="font-semibold">
        {say('Take it over into your code')}
      </h3>
      {edited.length === 0 ? (
        <p className="text-soft">
          {say('Change the title or the hint of a tool above, and the lines for your code stand here.')}
        </p>
      ) : (
        <>
          <Segments
            legend={say('The language of your server')}
            answers={languages}
            chosen={language}
            onChoose={setLanguage}
          />
          <p className="text-xs text-soft">{say(placeWords[language])}</p>
          {open > 0 && (
            <p className="font-medium text-degraded">
              {sayCount(open, {
                one: '{count} of them still lacks a hint: say above what it does.',
                other: '{count} of them still lack a hint: say above what they do.',
              })}
            </p>
          )}
          <CodeBlock
            title={sayCount(edited.length, { one: '{count} edited tool', other: '{count} edited tools' })}
            what={say('the lines for your code')}
            code={code}
          />
          <p>
            <Button size="small" variant="quiet" onClick={onDiscard}>
              {say('Discard all changes')}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
