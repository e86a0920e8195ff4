import { use, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Report, Withheld } from '../../lib/kernel/report.ts';
import { prepareReport } from '../../lib/report/sharing/prepare-report.ts';
import { namesInNote } from '../../lib/report/sharing/names-in-note.ts';
import { longestNote, redactNote, type OwnNote } from '../../lib/report/sharing/own-note.ts';
import type { ReportLanguage } from './report-language.ts';
import { IsForeign } from './whose-report.ts';

/** A report as somebody makes it ready to leave this machine, and what they decide. */
export interface Preparation {
  /** What is left out, beside what was left out before. */
  readonly withhold: readonly Withheld[];
  /** The note as it is typed. */
  readonly typed: string;
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
  speakIn(language: ReportLanguage): void;
}

/** The one place where a report is made ready: every text, file, link and message is made of what this answers with. */
export function usePreparation(report: Report): Preparation {
  const isForeign = use(IsForeign);
  const key = keyOf(report, isForeign);
  const [{ withhold, typed, language }, setDecided] = useState<Decided>(
    () => decidedBefore.get(key) ?? { withhold: [], typed: report.note ?? '', language: 'own' },
  );
  const decide = (change: (before: Decided) => Decided): void => {
    setDecided((before) => {
      const after = change(before);
      decidedBefore.set(key, after);
      return after;
    });
  };
  const choices = useMemo(() => ({ report, withhold, typed }), [report, withhold, typed]);
  // A pause in typing, then the next idle moment: large reports take a while, and neither a key nor a click shall wait for that.
  const paused = usePaused(choices, typed);
  const settled = useDeferredValue(paused);
  const made = madeOf(settled);
  return {
    withhold,
    typed,
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
    speakIn: (wanted) => {
      decide((before) => ({ ...before, language: wanted }));
    },
  };
}

type Decided = Pick<Preparation, 'withhold' | 'typed' | 'language'>;

interface Choices extends Omit<Decided, 'language'> {
  readonly report: Report;
}

/** As long as the page is open: who looks at another tab in between has not changed their mind. */
const decidedBefore = new Map<string, Decided>();

/**
 * The same for a report to which something was added, such as a listing; another one for the same check as somebody else handed it on: what
 * was written for the one must not leave with the other.
 */
function keyOf({ createdAt, subject, target, note, withheld }: Report, isForeign: boolean): string {
  return JSON.stringify([isForeign, createdAt, subject, target, note, withheld]);
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

function make({ report, withhold, typed }: Choices): Made {
  const { text, removed } = redactNote(typed, report.redactions);
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
