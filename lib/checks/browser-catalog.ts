import type { AnyCheck, CodeDefinition } from '../kernel/check.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import { browserClockCheck } from './client/browser-clock.ts';
import { culpritCheck } from './client/culprit.ts';
import { extensionsCheck } from './client/extensions.ts';
import { headersCheck } from './client/headers.ts';
import { networkFilterCheck } from './client/network-filter.ts';
import { pageCopyCheck } from './client/page-copy.ts';
import { pageElementsCheck } from './client/page-elements.ts';
import { pageRequestsCheck } from './client/page-requests.ts';
import { pageScriptsCheck } from './client/page-scripts.ts';
import { reachCheck } from './client/reach.ts';
import { serviceStatusCheck } from './client/service-status.ts';
import { siteSettingsCheck } from './client/site-settings.ts';

/** Every check of a look at this browser: what explains the rest first. */
export const browserChecks: readonly AnyCheck[] = [
  networkFilterCheck,
  reachCheck,
  browserClockCheck,
  serviceStatusCheck,
  culpritCheck,
  pageRequestsCheck,
  headersCheck,
  pageScriptsCheck,
  pageElementsCheck,
  siteSettingsCheck,
  pageCopyCheck,
  extensionsCheck,
];

/**
 * Words, severity and sources of the codes that a look at this browser can report. Two of them stand in the catalogue of connectors as
 * well, with the same meaning in other words: there the connector is spoken of, and here Claude.
 */
export const browserCodeDefinitions: Readonly<Partial<Record<FindingCode, CodeDefinition>>> = Object.assign(
  {},
  ...browserChecks.map((check) => check.codes as Partial<Record<FindingCode, CodeDefinition>>),
) as Partial<Record<FindingCode, CodeDefinition>>;
