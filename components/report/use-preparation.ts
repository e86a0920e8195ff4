import { use, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Report, Withheld } from '../../lib/kernel/report.ts';
import { prepareReport } from '../../lib/report/sharing/prepare-report.ts';
import { namesInNote } from '../../lib/report/sharing/names-in-note.ts';
import { longestNote, redactNote, type OwnNote } from '../../lib/report/sharing/own-note.ts';
import { noteBeside } from '../../lib/report/sharing/note-beside.ts';
import { OpenedAs } from './opened-as.ts';
import type { ReportLanguage } from './report-language.ts';
import { IsForeign } from './whose-report.ts';

/** A report as somebody makes it ready to leave this machine, and what they decide. */
export interface Preparation {
  /** What is left out, beside what was left out before. */
  readonly withhold: readonly Withheld[];
  /** The note as it is typed. */
  readonly typed: string;
  /** The note that somebody else’s report came with; null where there is none. */
  readonly came: string | null;
  /** Whether that one stays. */
  readonly keepsCame: boolean;
  /** What was taken out of the note. */
  readonly removed: OwnNote['removed'];
  /** What the note names although it is left out of the report. */
  readonly named: readonly string[];
  /** The report as it would leave, a moment after the last change. */
  readonly prepared: Report;
  /** True as long as `prepared` lags behind: what is made of it has to wait. */
  readonly isBehind: boolean;
  /** In which language it leaves. */
  readonly language: ReportLanguage;
  /** The report as it leaves now, with every decision in it; for a click that saves or copies. */
  now(): Report;
  leaveOut(parts: readonly Withheld[], isOut: boolean): void;
  write(note: string): void;
  keepCame(keeps: boolean): void;
  speakIn(language: ReportLanguage): void;
}

/** The one place where a report is made ready: every text, file, link and message is made of what this answers with. */
export function usePreparation(report: Report): Preparation {
  const isForeign = use(IsForeign);
  const opened = use(OpenedAs);
  const decisions = opened ? decisionsOn(opened) : decidedBefore;
  const key = opened ? '' : keyOf(report);
  const came = isForeign && report.note?.trim() !== '' ? report.note : null;
  const [{ withhold, typed, keepsCame, language }, setDecided] = useState<Decided>(
    () =>
      decisions.get(key) ?? {
        withhold: [],
        typed: isForeign ? '' : (report.note ?? ''),
        keepsCame: true,
        language: 'own',
      },
  );
  const decide = (change: (before: Decided) => Decided): void => {
    setDecided((before) => {
      const after = change(before);
      decisions.set(key, after);
      return after;
    });
  };
  const kept = keepsCame ? came : null;
  const choices = useMemo(() => ({ report, withhold, typed, kept }), [report, withhold, typed, kept]);
  // A pause in typing, then the next idle moment: large reports take a while, and neither a key nor a click shall wait for that.
  const paused = usePaused(choices, typed);
  const settled = useDeferredValue(paused);
  const made = madeOf(settled);
  return {
    withhold,
    typed,
    came,
    keepsCame,
    removed: made.removed,
    named: made.named,
    prepared: made.prepared,
    isBehind: settled !== choices,
    language,
    now: () => madeOf(choices).prepared,
    leaveOut: (parts, isOut) => {
      decide((before) => ({
        ...before,
        withhold: [...before.withhold.filter((part) => !parts.includes(part)), ...(isOut ? parts : [])],
      }));
    },
    write: (note) => {
      decide((before) => ({ ...before, typed: note.slice(0, Math.max(longestNote, before.typed.length)) }));
    },
    keepCame: (keeps) => {
      decide((before) => ({ ...before, keepsCame: keeps }));
    },
    speakIn: (wanted) => {
      decide((before) => ({ ...before, language: wanted }));
    },
  };
}

type Decided = Pick<Preparation, 'withhold' | 'typed' | 'keepsCame' | 'language'>;

interface Choices extends Pick<Decided, 'withhold' | 'typed'> {
  readonly report: Report;
  /** What stays of the note that it came with. */
  readonly kept: string | null;
}

/** As long as the page is open: who looks at another tab in between has not changed their mind. */
const decidedBefore = new Map<string, Decided>();

/** What was decided on a report that somebody opened: gone with it, once it is put aside. */
const decidedOn = new WeakMap<object, Map<string, Decided>>();

function decisionsOn(opened: object): Map<string, Decided> {
  const decisions = decidedOn.get(opened) ?? new Map<string, Decided>();
  decidedOn.set(opened, decisions);
  return decisions;
}

/** The same for a report to which something was added, such as a listing. */
function keyOf({ createdAt, subject, target }: Report): string {
  return JSON.stringify([createdAt, subject, target]);
}

interface Made extends Pick<Preparation, 'named'> {
  readonly prepared: Report;
  readonly removed: OwnNote['removed'];
}

/** A click and the drawing after it make one report. */
const madeBefore = new WeakMap<Choices, Made>();

function madeOf(choices: Choices): Made {
  const made = madeBefore.get(choices) ?? make(choices);
  madeBefore.set(choices, made);
  return made;
}

function make({ report, withhold, typed, kept }: Choices): Made {
  const { text, removed } = redactNote(noteBeside(typed, kept) ?? '', report.redactions);
  // The note is in the field: emptied there, it is gone.
  return {
    prepared: prepareReport({ ...report, note: null }, { withhold, note: text }),
    removed,
    named: text === null ? [] : namesInNote(text, report, withhold),
  };
}

/** The value once nothing was typed for a moment; at once when something else has changed. */
function usePaused(value: Choices, typed: string): Choices {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setPaused(value);
      },
      typed === paused.typed ? 0 : pauseMs,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return paused;
}

const pauseMs = 250;
