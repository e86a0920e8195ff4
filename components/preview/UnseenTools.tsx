import { say } from '../../lib/i18n/say.ts';
import type { ConnectorPreview } from '../../lib/preview/preview.ts';
import { shellWord } from '../../lib/report/exchanges/shell-text.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Say } from '../ui/Say.tsx';
import type { AuthorActions, PreviewLead } from './preview-model.ts';

/** Why no tools stand here, and the way to see them. */
export function UnseenTools({
  preview: { toolsUnseen, url },
  actions,
  onTab,
}: {
  readonly preview: Pick<ConnectorPreview, 'toolsUnseen' | 'url'>;
  readonly actions: AuthorActions | null;
  readonly onTab: (tab: PreviewLead) => void;
}) {
  if (toolsUnseen === 'needs-sign-in') {
    const signIn = actions?.signIn ?? null;
    return (
      <Notice
        tone="sign-in"
        title={say('The tools are listed only after signing in')}
        actions={signIn && <Button onClick={signIn}>{say('Sign in and look…')}</Button>}
      >
        <p className="max-w-prose">
          {say('Nobody is signed in by a check unless you say so. What is sent and what stays behind is shown first.')}
        </p>
        <p>
          <Say
            text="On the command line: {command}"
            with={{ command: <Foreign text={`npx connector-doctor preview ${shellWord(url)} --sign-in`} mono /> }}
          />
        </p>
      </Notice>
    );
  }
  return (
    <Notice
      title={say('The tools were not seen')}
      actions={
        <Button
          onClick={() => {
            onTab('overview');
          }}
        >
          {say('Show why')}
        </Button>
      }
    >
      {say('The check did not get as far as the list of tools.')}
    </Notice>
  );
}
