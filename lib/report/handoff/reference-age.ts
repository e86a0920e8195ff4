import { say, sayCount } from '../../i18n/say.ts';
import { stringMember } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { claudeShowed } from '../words/claude-showed.ts';

/** The number by which Anthropic finds an attempt again, and how long ago Claude showed it. */
export interface ReferenceAge {
  readonly reference: string;
  /** RFC 3339; null where it was told and not seen. */
  readonly seenAt: string | null;
  /** Milliseconds; null where it is not known. */
  readonly age: number | null;
  /** Better take a new one first. */
  readonly isOld: boolean;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * No page says for how long a reference can be traced, only that it is a limited time: one from today is what support is asked to get.
 * @see https://claude.com/docs/connectors/building/troubleshooting
 */
const oldAfter = day;

/** The reference in a report and its age at `now` (Unix milliseconds); null where Claude showed none. */
export function referenceAge(report: Pick<Report, 'claude'>, now: number): ReferenceAge | null {
  const reference = claudeShowed(report)?.reference ?? null;
  if (reference === null) return null;
  const seenAt = seenAtOf(report);
  const age = seenAt === null ? null : Math.max(0, now - Date.parse(seenAt));
  return { reference, seenAt, age, isOld: age !== null && age > oldAfter };
}

/** When Claude showed the error, RFC 3339; null where that is not known. */
export function seenAtOf({ claude }: Pick<Report, 'claude'>): string | null {
  const seenAt = stringMember(claude, 'seenAt');
  return seenAt === undefined || Number.isNaN(Date.parse(seenAt)) ? null : seenAt;
}

/** What there is to say of it before it is sent on. */
export function referenceWords({ reference, age, isOld }: ReferenceAge): string {
  if (age === null) {
    return say(
      'It is not known how old Claude’s reference {reference} is. Only Anthropic can trace it, and only for a limited time: if it is not from today, let it fail once more and take the new one.',
      { reference },
    );
  }
  const values = { reference, age: ageWords(age) };
  return isOld
    ? say(
        'Claude’s reference {reference} is {age} old. Only Anthropic can trace it, and only for a limited time that no page names: let it fail once more, and take the new one.',
        values,
      )
    : say(
        'Claude’s reference {reference} is {age} old. Only Anthropic can trace it, and only for a limited time: send it soon.',
        values,
      );
}

function ageWords(age: number): string {
  if (age < hour)
    return sayCount(Math.max(1, Math.floor(age / minute)), { one: '{count} minute', other: '{count} minutes' });
  if (age < 2 * day) return sayCount(Math.floor(age / hour), { one: '{count} hour', other: '{count} hours' });
  return sayCount(Math.floor(age / day), { one: '{count} day', other: '{count} days' });
}
