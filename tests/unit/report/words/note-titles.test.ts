import { expect, it } from 'vitest';
import { codeDefinitions } from '../../../../lib/checks/catalog.ts';
import { formatMessage } from '../../../../lib/i18n/message.ts';
import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import { clip } from '../../../../lib/report/formats/layout.ts';

/** Columns that a report of eighty columns has for a line of a title. */
const room = 63;

it.each<readonly [FindingCode, string]>([
  ['auth.dcr-only', 'Claude registers itself here'],
  ['auth.iss-parameter-missing', 'No issuer is named on the way'],
  ['auth.offline-access-missing', 'No offline_access here'],
  ['tools.order-unstable', 'The tools’ order changes each time'],
  ['apps.present', '2 tools show an MCP App'],
  ['icon.google-unreachable', 'Google’s favicons could not be seen'],
  ['server.instructions-long', 'Long instructions: 2345 characters'],
])('the title of %s has its sense on the first line of a narrow report', (code, sense) => {
  const { title, severity } = codeDefinitions[code];
  expect(severity).toBe('note');
  const text = formatMessage(title, { count: 2, tools: 2, length: 2345, domain: 'acme.dev' });
  expect(clip(text, room)).toContain(sense);
});
