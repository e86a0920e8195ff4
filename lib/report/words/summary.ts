import { msg, say, saidPieces } from '../../i18n/say.ts';
import { bySeverity } from '../../kernel/gravity.ts';
import type { Report, Stop, Verdict, WordedFinding } from '../../kernel/report.ts';
import { steps } from '../../kernel/step.ts';
import { browserHeadline } from './browser-words.ts';
import { bundleHeadline, bundleLine, bundleNameWords } from './bundle-words.ts';
import { wroteWords } from './deeds.ts';
import { closedListing } from './directory-rules.ts';
import { nextWords } from './outlook.ts';
import { cutShortWords } from './run-words.ts';
import { serverWords, signInServiceWords } from './server-words.ts';
import { signInOutcome, type SignInOutcome } from './sign-in-outcome.ts';
import { causeIn, toldStop, toldStopHeadline } from './told-stop.ts';
import { typedText, typedWords } from './typed-words.ts';
import { notSeenWords } from './unseen.ts';
import { readerOf, type ReportReader } from './who-words.ts';

/** What every rendering of a report has to say, in the order of importance. Foreign text is not yet made harmless here. */
export interface Summary {
  readonly verdict: Verdict;
  readonly headline: string;
  readonly about: string;
  /** What was done to read what was typed, and what of it was not used; each a sentence. */
  readonly asTyped: readonly string[];
  /** What was met there, or what a bundle says of itself, in a few words; null when nothing introduced itself. */
  readonly server: string | null;
  /** What in a bundle’s name was reported to do harm; null where nothing was. */
  readonly nameRisk: string | null;
  /** What the sign-in service says of itself, in a few words; null when there was no metadata. */
  readonly signIn: string | null;
  /** What became of the sign-in that was asked for; null where none was. */
  readonly signInOutcome: SignInOutcome | null;
  /** What was written at the sign-in service by the person’s word, and what became of it; null without that word. */
  readonly wrote: string | null;
  /** Said before everything else when the run did not come to its end. */
  readonly cutShort: string | null;
  /** What keeps the person from working; where the server is well, that may be the account, a limit or Claude itself. */
  readonly cause: Told | null;
  /** The other findings, gravest first; before them, that the directory takes no bundles. */
  readonly others: readonly Told[];
  readonly notSeen: readonly string[];
  readonly next: string;
}

/** A finding with what is told under it. */
export interface Told {
  readonly finding: WordedFinding;
  /** Further findings of the same title: only their details differ. */
  readonly alike: readonly WordedFinding[];
  /** What follows from them. */
  readonly consequences: readonly WordedFinding[];
}

/** Sorts a report into what is said first, second and last. `reader`: by default the one that the report tells of. */
export function summarize(report: Report, reader: ReportReader = readerOf(report)): Summary {
  const { findings } = report;
  const cause = causeIn(report);
  const roots = rootsOf(findings);
  const tops = findings.filter((finding) => finding !== cause && roots.get(finding) === finding);
  const told = folded([...(cause ? [cause] : []), ...tops.toSorted(bySeverity)], roots);
  return {
    verdict: report.verdict,
    headline: headlineOf(report),
    about: aboutWords(report),
    asTyped: typedWords(report),
    server: report.subject === 'bundle' ? bundleLine(report) : serverWords(report),
    nameRisk: bundleNameWords(report),
    signIn: signInServiceWords(report),
    signInOutcome: signInOutcome(report),
    wrote: wroteWords(report),
    cutShort: cutShortWords(report),
    cause: told.find(({ finding }) => finding === cause) ?? null,
    others: leading(
      told.filter(({ finding }) => finding !== cause),
      closedListing(report),
    ),
    notSeen: notSeenWords(report),
    next: nextWords(report, reader),
  };
}

/** Every finding of a summary in the order in which it is told, the cause first. */
export function allTold({ cause, others }: Summary): readonly WordedFinding[] {
  return [...(cause ? [cause] : []), ...others].flatMap((told) => [told.finding, ...told.alike, ...told.consequences]);
}

/** The verdict as the reader meets it. “ready” promises nothing about Anthropic’s own view. */
function headlineOf(report: Report): string {
  if (report.subject === 'browser') return browserHeadline(report);
  if (report.subject === 'bundle') return bundleHeadline(report);
  const told = toldStop(report);
  return told === null ? say(verdictWords[report.verdict]) : toldStopHeadline(told);
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  ready: msg('Nothing wrong seen from here'),
  'sign-in-needed': msg('Fine so far, the rest needs a sign-in'),
  degraded: msg('Works in part'),
  broken: msg('Broken'),
  unknown: msg('Could not be checked from here'),
};

/** The step at which Claude stops, as this connector’s reader meets it. */
export function stopName(stop: Stop, report: Report): string {
  const overHttp = report.target !== null && 'url' in report.target && report.target.url.startsWith('http:');
  if (stop.step === 2 && overHttp) return say('reaching the server');
  // A report of another version may have another name for it.
  return stop.name === steps[stop.step] ? say(stop.name) : stop.name;
}

/** A sentence of Claude’s in quotes; quotes within it become single ones. */
export function quoted(sentence: string): string {
  const [open = '', , close = ''] = saidPieces(innerQuotes);
  return say('“{words}”', { words: sentence.replaceAll('“', open).replaceAll('”', close) });
}

const innerQuotes = msg('‘{words}’');

/** What has to be known first, before the rest. */
function leading(told: readonly Told[], first: WordedFinding | null): readonly Told[] {
  return [...told.filter(({ finding }) => finding === first), ...told.filter(({ finding }) => finding !== first)];
}

/** Puts findings that say the same under the first of them. */
function folded(tops: readonly WordedFinding[], roots: Roots): readonly Told[] {
  const isTop = new Set(tops);
  const followers = grouped([...roots], ([finding, root]) => (finding === root ? null : root));
  return [...grouped(tops, ({ code, title }) => JSON.stringify([code, title])).values()].flatMap((same) => {
    const [finding, ...alike] = same;
    if (!finding) return [];
    const consequences = same.flatMap((each) => (followers.get(each) ?? []).map(([follower]) => follower));
    return { finding, alike, consequences: consequences.filter((each) => !isTop.has(each)) };
  });
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Findings with those that explain them in the end. */
type Roots = ReadonlyMap<WordedFinding, WordedFinding>;

/** In one pass: a foreign report may hold any number of findings, in any chain. */
/** Each finding with the one that explains it in the end: itself, where none does. */
export function rootsOf(findings: readonly WordedFinding[]): Roots {
  // Of two with the same id the first one counts.
  const byId = new Map(findings.toReversed().map((finding) => [finding.id, finding]));
  const roots = new Map<WordedFinding, WordedFinding | 'circle'>();
  for (const finding of findings) {
    const way = new Set<WordedFinding>();
    let current = finding;
    let root = roots.get(current);
    while (root === undefined) {
      way.add(current);
      const parent: WordedFinding | undefined =
        current.explainedBy === undefined ? undefined : byId.get(current.explainedBy);
      if (parent === undefined) root = current;
      else root = way.has(parent) ? 'circle' : roots.get(parent);
      current = parent ?? current;
    }
    for (const each of way) roots.set(each, root);
  }
  // A circle, which only a foreign report can hold: nothing in it explains the rest.
  return new Map([...roots].map(([finding, root]) => [finding, root === 'circle' ? finding : root]));
}

function aboutWords(report: Report): string {
  if (report.subject === 'browser') return say('claude.ai, from this browser');
  if (report.target) return 'file' in report.target ? report.target.file : report.target.url;
  const text = typedText(report.evidence);
  return text?.trim() === '' ? say('an empty text') : (text ?? say('what was typed'));
}
