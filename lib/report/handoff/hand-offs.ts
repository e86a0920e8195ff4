import { msg } from '../../i18n/say.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { claudeShowed } from '../words/claude-showed.ts';
import { isForOthers, readerOf, type ReportReader } from '../words/who-words.ts';
import { addressKeyOf } from './address-key.ts';
import { causeToHandOn, isElsewhere } from './cause-to-hand-on.ts';
import { inLanguages, type Letter, type LetterInLanguages } from './letter.ts';
import { extensionLetter, makerLetter, makersFaults, networkLetter } from './other-letters.ts';
import { ownerMessage } from './owner-message.ts';
import type { LetterReceiver, Receiver } from './receivers.ts';
import { supportSummary } from './support-summary.ts';
import { withTold } from './told-more.ts';
import type { TrackerAnswers } from './tracker-issue.ts';
import { theirFaults, vendorMail } from './vendor-mail.ts';

export interface HandOff {
  readonly to: Receiver;
  /** They are the ones who can change the cause. */
  readonly fits: boolean;
  /** What was found is for somebody else to change, and they cannot. */
  readonly cannotChange: boolean;
}

/**
 * To whom this prepared report can be handed on, by this reader: whoever can change the cause first, then those who may help besides. Empty
 * where it is all the reader’s own, or nothing was seen.
 */
export function handOffs(report: Report, reader: ReportReader = readerOf(report)): readonly HandOff[] {
  const fitting = fittingReceiver(report, reader);
  const others = othersFor(report, reader).filter((to) => to !== fitting);
  const isTheirs = isAnothers(report);
  const offer = (to: Receiver, fits: boolean): HandOff => ({
    ...{ to, fits, cannotChange: !fits && to === 'tracker' && isTheirs },
  });
  return [...(fitting === null ? [] : [offer(fitting, true)]), ...others.map((to) => offer(to, false))];
}

/** Nothing is known that anybody could be told of: the person is asked first what Claude shows. */
export function findsNothing(report: Report): boolean {
  const isWell = report.verdict === 'ready' || report.verdict === 'sign-in-needed';
  return isWell && causeToHandOn(report) === null && theirFaults(report).length === 0 && !failsAllTheSame(report);
}

/**
 * The letter to one of them, in the reader’s language, and in English where they may be anywhere; without what may be the address’s key.
 * `answers` are what the person adds to it.
 * @see fieldsToTell
 */
export function letterTo(to: LetterReceiver, report: Report, answers: TrackerAnswers = {}): LetterInLanguages {
  const open = addressKeyOf(withTold(report, answers)).report;
  return inLanguages(() => written(to, open), anywhere.includes(to));
}

/** The others are the reader’s own colleagues. */
const anywhere: readonly Receiver[] = ['vendor', 'support', 'extension', 'maker'];

/** Who each of them is, and when they are the right ones; both English, to be said. */
export const receiverWords: Readonly<Record<Receiver, { readonly name: string; readonly when: string }>> = {
  tracker: {
    name: msg('Anthropic’s public tracker'),
    when: msg('An issue on GitHub that everybody can read; you need an account there.'),
  },
  vendor: { name: msg('The people who run the connector'), when: msg('They can change the server and read its log.') },
  owner: {
    name: msg('An Owner of your organization'),
    when: msg('They add connectors for everybody, decide what tools may do, and reach Claude’s support.'),
  },
  support: {
    name: msg('Claude’s support'),
    when: msg('Under “Get help” in the menu of your account; they can trace the reference.'),
  },
  network: {
    name: msg('The people who run the network'),
    when: msg('They can let Claude’s addresses pass.'),
  },
  'identity-provider': {
    name: msg('The people who look after the company’s sign-in'),
    when: msg('They find the rule in their sign-in log and can approve Claude.'),
  },
  extension: {
    name: msg('The makers of the extension'),
    when: msg('They can leave Claude’s pages alone in a later version.'),
  },
  maker: { name: msg('The makers of the bundle'), when: msg('They can change what it holds.') },
};

function written(to: LetterReceiver, report: Report): Letter {
  const cause = causeToHandOn(report);
  switch (to) {
    case 'vendor':
      return vendorMail(report);
    case 'owner':
      return ownerMessage(report);
    case 'support':
      return supportSummary(report);
    case 'maker':
      return makerLetter(report);
    case 'extension':
      return cause === null ? supportSummary(report) : extensionLetter(cause, report);
    case 'network':
    case 'identity-provider':
      return cause === null ? supportSummary(report) : networkLetter(cause, report, to);
  }
}

function fittingReceiver(report: Report, reader: ReportReader): Receiver | null {
  if (report.subject === 'bundle') return reader !== 'author' && makersFaults(report).length > 0 ? 'maker' : null;
  const cause = causeToHandOn(report);
  if (cause === null) return failsAllTheSame(report) ? atAnthropic(report, reader) : null;
  if (isExtension(cause, report)) return 'extension';
  return isForOthers(cause, report, reader) ? receiverOf(cause, report, reader) : null;
}

function receiverOf(cause: WordedFinding, report: Report, reader: ReportReader): Receiver | null {
  switch (cause.who) {
    case 'author':
      return theirFaults(report).length > 0 ? 'vendor' : null;
    case 'owner':
      return 'owner';
    case 'network':
      return cause.code === 'account.identity-provider-policy' ? 'identity-provider' : 'network';
    case 'anthropic':
      return waits.test(cause.code) ? null : atAnthropic(report, reader);
    case 'you':
      return null;
  }
}

/** Nobody has to be told of these: all that is left to do is to wait. */
const waits = /^client\.service-/;

/** Who runs a server is asked for its log, so the public form for developers is theirs; a member of a Team has no way to support. */
function atAnthropic(report: Report, reader: ReportReader): Receiver {
  if (reader === 'author' && report.subject === 'connector') return 'tracker';
  return needsOwnerForSupport(report) ? 'owner' : 'support';
}

function needsOwnerForSupport({ account }: Report): boolean {
  return account?.plan === 'team' && account.role === 'member';
}

/** Nothing was found that explains it, and Claude showed an error. */
function failsAllTheSame(report: Report): boolean {
  return report.claude !== null && claudeShowed(report) !== null;
}

function isAnothers(report: Report): boolean {
  const cause = causeToHandOn(report);
  return cause !== null && cause.who !== 'anthropic' && cause.confidence !== 'possible';
}

function isExtension({ code }: WordedFinding, { subject, withheld = [] }: Report): boolean {
  return subject === 'browser' && code === 'client.extension-culprit' && !withheld.includes('extensions');
}

/** Those who may help besides, the likeliest first. */
function othersFor(report: Report, reader: ReportReader): readonly Receiver[] {
  const { subject, target, verdict } = report;
  if (subject === 'bundle' || verdict === 'unknown' || (subject === 'connector' && target === null)) return [];
  const cause = causeToHandOn(report);
  if (cause !== null && (waits.test(cause.code) || isElsewhere(cause))) return [];
  const support: Receiver = needsOwnerForSupport(report) ? 'owner' : 'support';
  if (subject === 'browser') return [support];
  if (reader === 'author') return ['tracker', support];
  // What the reader can change alone is theirs first; support helps with that, too.
  if (cause !== null && !isForOthers(cause, report, reader)) return [support];
  const vendor: readonly Receiver[] = cause === null || theirFaults(report).length > 0 ? ['vendor'] : [];
  return [...vendor, support, 'tracker'];
}
