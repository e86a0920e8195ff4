import { formatMessage } from '../message.ts';
import type { Catalogue, PluralForms } from '../say.ts';
import { germanCodes } from './codes.ts';
import background from './messages/background.json' with { type: 'json' };
import browser from './messages/browser.json' with { type: 'json' };
import bundle from './messages/bundle.json' with { type: 'json' };
import cli from './messages/cli.json' with { type: 'json' };
import bundlePage from './messages/bundle-page.json' with { type: 'json' };
import compare from './messages/compare.json' with { type: 'json' };
import doctor from './messages/doctor.json' with { type: 'json' };
import facts from './messages/facts.json' with { type: 'json' };
import findings from './messages/findings.json' with { type: 'json' };
import formats from './messages/formats.json' with { type: 'json' };
import guides from './messages/guides.json' with { type: 'json' };
import handoff from './messages/handoff.json' with { type: 'json' };
import help from './messages/help.json' with { type: 'json' };
import html from './messages/html.json' with { type: 'json' };
import icons from './messages/icons.json' with { type: 'json' };
import leave from './messages/leave.json' with { type: 'json' };
import open from './messages/open.json' with { type: 'json' };
import openPage from './messages/open-page.json' with { type: 'json' };
import options from './messages/options.json' with { type: 'json' };
import panel from './messages/panel.json' with { type: 'json' };
import plans from './messages/plans.json' with { type: 'json' };
import popup from './messages/popup.json' with { type: 'json' };
import preview from './messages/preview.json' with { type: 'json' };
import previewPage from './messages/preview-page.json' with { type: 'json' };
import questions from './messages/questions.json' with { type: 'json' };
import readiness from './messages/readiness.json' with { type: 'json' };
import readinessPage from './messages/readiness-page.json' with { type: 'json' };
import redaction from './messages/redaction.json' with { type: 'json' };
import report from './messages/report.json' with { type: 'json' };
import reportTab from './messages/report-tab.json' with { type: 'json' };
import sentences from './messages/sentences.json' with { type: 'json' };
import shared from './messages/shared.json' with { type: 'json' };
import tools from './messages/tools.json' with { type: 'json' };
import { germanValues } from './value-words.ts';

const messages: Readonly<Record<string, string | PluralForms>> = {
  ...background,
  ...browser,
  ...bundle,
  ...cli,
  ...bundlePage,
  ...compare,
  ...doctor,
  ...facts,
  ...findings,
  ...formats,
  ...guides,
  ...handoff,
  ...help,
  ...html,
  ...icons,
  ...leave,
  ...open,
  ...openPage,
  ...options,
  ...panel,
  ...plans,
  ...popup,
  ...preview,
  ...previewPage,
  ...questions,
  ...readiness,
  ...readinessPage,
  ...redaction,
  ...report,
  ...reportTab,
  ...sentences,
  ...shared,
  ...tools,
};

/** Everything in German. */
export const german: Catalogue = {
  language: 'de',
  messages,
  wordsOfCode: (code, values) => {
    const words = germanCodes[code];
    if (words === undefined) return null;
    const said = germanValues(code, values);
    return {
      title: formatMessage(words.title, said, 'de'),
      detail: formatMessage(words.detail, said, 'de'),
      fix: formatMessage(words.fix, said, 'de'),
    };
  },
  wordsOfValue: (name, text) => String(germanValues('', { [name]: text })[name]),
};
