import { say } from '../../lib/i18n/say.ts';
import { useEffect, useState } from 'react';
import { toolVersion } from '../../lib/kernel/tool-version.ts';
import { send } from '../../lib/messaging/commands.ts';
import { askFor, claudeNeeds } from '../../lib/permissions/ask.ts';
import { giveBack } from '../../lib/permissions/held.ts';
import { listReports } from '../../lib/storage/reports.ts';
import { writeSettings } from '../../lib/storage/settings.ts';
import { statusPage } from '../../lib/standards/claude-look-hosts.ts';
import { isUnderWay } from '../interference/bisect-words.ts';
import { useBrowserState } from '../state/browser-store.ts';
import { useRuns } from '../state/runs-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { noAnswerWords } from '../state/start-run.ts';
import { OptionsView } from './OptionsView.tsx';
import type { OptionsActions, OptionsModel } from './options-model.ts';
import { permissionWords } from './permission-words.ts';

type Memory = Pick<OptionsModel, 'kept' | 'claudeDeclined' | 'notice'>;

/** The options at work. */
export function OptionsApp() {
  const settings = useSettings();
  const runs = useRuns();
  const { bisect, held } = useBrowserState();
  const [memory, setMemory] = useState<Memory>({ kept: null, claudeDeclined: false, notice: null });
  const remember = (patch: Partial<Memory>): void => {
    setMemory((before) => ({ ...before, ...patch }));
  };
  useEffect(() => {
    // Reports come and go with runs.
    void listReports().then((entries) => {
      remember({ kept: { count: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) } });
    });
  }, [runs]);
  const isSwitching = bisect !== null && isUnderWay(bisect);
  return (
    <OptionsView
      model={{ settings, version: toolVersion, held, isSwitching, ...memory }}
      actions={optionsActions(remember)}
    />
  );
}

function optionsActions(remember: (patch: Partial<Memory>) => void): OptionsActions {
  const done = (words: string): void => {
    remember({ notice: { isProblem: false, words } });
  };
  const failed = (words: string): void => {
    remember({ notice: { isProblem: true, words } });
  };
  return {
    set: (patch) => {
      writeSettings(patch).then(
        () => {
          done(say('Saved.'));
        },
        () => {
          failed(say('This could not be saved: the browser’s storage is full. Forget reports, then try again.'));
        },
      );
    },
    watchClaude: (on) => {
      if (on) void watchClaude(remember);
      else void writeSettings({ watchClaude: false });
    },
    askStatusPage: (on) => {
      // Where it is declined now, the browser asks at the next look.
      if (on) void askFor({ origins: [statusPage.origin], permissions: [] });
      void writeSettings({ askStatusPage: on });
    },
    giveBack: (held) => {
      const { name } = permissionWords(held);
      void giveBack(held).then((given) => {
        if (given) done(say('Given back: {name}.', { name }));
        else failed(say('The browser did not take {name} back. Its own page for extensions can do it.', { name }));
      });
    },
    forgetEverything: () => {
      void send('forgetEverything', {}).then(
        (answer) => {
          if (answer.ok) done(say('Everything is forgotten.'));
          else failed(answer.problem);
        },
        () => {
          failed(say(noAnswerWords));
        },
      );
    },
  };
}

async function watchClaude(remember: (patch: Partial<Memory>) => void): Promise<void> {
  // The wish first, as the popup does it; without the permission the background leaves it at that.
  const wish = send('watchClaude', { reload: false, tabId: null }).catch(() => null);
  const allowed = await askFor(claudeNeeds);
  remember({ claudeDeclined: !allowed });
  if (!allowed) return;
  const watched = await wish;
  if (!watched?.ok) remember({ notice: { isProblem: true, words: watched?.problem ?? say(noAnswerWords) } });
}
